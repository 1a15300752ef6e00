import { describe, expect, it } from "vitest";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { brokenGlassOf } from "../../../../src/domain/sealing/ledger/broken-glass";
import { escrowLaptops } from "../../../../src/domain/sealing/ledger/laptops";
import { cardRecipients } from "../../../../src/domain/sealing/recipients";
import { aDevice, keysOf, rosterDevice } from "../../../support/sealing/devices";
import { aBreakGlass, anOwnLaptop, aWitness } from "../../../support/sealing/later-entries";
import {
  aCharter,
  allCards,
  ana,
  aRoster,
  aTakeover,
  ben,
  cleo,
  fateBeside,
  fateOf,
  hana,
  idOf,
  ledgerUnder,
  personId,
  plan,
  roster,
  stranger,
} from "../../../support/sealing/loop-world";

/** Hana holds escrow; Ben may take over. */
const charter = aCharter({ escrow: personId("hana"), deputies: [personId("ben")] });
const beginning = [charter, roster, plan];
const [, bens] = allCards;
const entries = [...beginning, ...allCards];
const ledgerOf = ledgerUnder(charter);
const fate = fateBeside(ledgerOf);

const glass = aBreakGlass("hana", bens);
const witness = aWitness("cleo", glass);

describe("breaking the glass of escrow", () => {
  it("needs a signed reason, and another person's laptop that holds it", () => {
    expect(fate(glass, ...entries)).toBe("accepted");
    expect(brokenGlassOf(bens.hash, ledgerOf(...entries, glass))).toEqual([]);
    expect(fate(witness, ...entries, glass)).toBe("accepted");
    expect(brokenGlassOf(bens.hash, ledgerOf(...entries, glass, witness))).toEqual([
      { glass, witnesses: [witness] },
    ]);
  });

  it("is not witnessed by the escrow person, and not in another person's name", () => {
    expect(fate(aWitness("hana", glass), ...entries, glass)).toBe("refused: ownWitness");
    expect(fate(aWitness("cleo", glass, {}, hana), ...entries, glass)).toBe("refused: signerMismatch");
    expect(fate(aWitness("cleo", glass, {}, stranger), ...entries, glass)).toBe("refused: unknownDevice");
  });

  it("is refused without a reason, and from anybody but the escrow person's laptop", () => {
    expect(fate(aBreakGlass("hana", bens, { reason: "  " }), ...entries)).toBe("refused: reasonMissing");
    expect(fate(aBreakGlass("ben", bens), ...entries)).toBe("refused: notTheEscrow");
    expect(fate(aBreakGlass("hana", bens, {}, ana), ...entries)).toBe("refused: signerMismatch");
    const none = aCharter({ escrow: null });
    const ledger = ledgerUnder(none)(none, roster, plan, bens, glass);
    expect(fateOf(ledger, glass)).toBe("refused: notTheEscrow");
  });

  it("waits for the card and for the reason it is about", () => {
    expect(fate(glass, ...beginning)).toBe("waiting: envelopeMissing");
    expect(fate(witness, ...entries)).toBe("waiting: breakGlassMissing");
    const bad = aBreakGlass("hana", bens, { reason: "" });
    expect(fate(aWitness("cleo", bad), ...entries, bad)).toBe("refused: breakGlassRefused");
  });
});

describe("the laptops that hold escrow", () => {
  const desk = aDevice("hana's desk");
  const devices = [...roster.body.devices, rosterDevice(desk, "hana")];
  const holding = (...all: readonly AuthenticEntry[]) => escrowLaptops(charter.body, ledgerOf(...all));

  it("are the first of the escrow person and those it vouches for", () => {
    const next = aRoster({ version: 2, prev: roster.hash, devices });
    expect(holding(...beginning, next)).toEqual(new Set([hana.deviceId]));
    const vouching = anOwnLaptop("hana", desk);
    expect(holding(...beginning, next, vouching)).toEqual(new Set([hana.deviceId, desk.deviceId]));
  });

  it("never come from a deputy who took over", () => {
    const without = roster.body.devices.filter(({ deviceId }) => deviceId !== hana.deviceId);
    const first = aRoster({ devices: without });
    const bring = (by: typeof ana) =>
      aRoster({ ...first.body, deviceId: idOf(by), version: 2, prev: first.hash, devices }, by);
    const takeover = aTakeover("ben");
    expect(holding(charter, first, takeover, bring(ben))).toEqual(new Set());
    expect(holding(charter, first, takeover, bring(ana))).toEqual(new Set([hana.deviceId]));
  });

  it("are the ones a card's key is wrapped to", () => {
    const next = aRoster({ version: 2, prev: roster.hash, devices });
    const kinds = (...more: readonly AuthenticEntry[]) =>
      cardRecipients(ledgerOf(...beginning, next, ...more), keysOf(cleo)).map(
        ({ recipient }) => `${recipient.kind} ${"deviceId" in recipient ? recipient.deviceId : ""}`,
      );
    expect(kinds()).toEqual([`device ${cleo.deviceId}`, `escrow ${hana.deviceId}`]);
    expect(kinds(anOwnLaptop("hana", desk))).toHaveLength(3);
  });
});
