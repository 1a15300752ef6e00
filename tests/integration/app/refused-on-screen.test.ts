import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { windowText } from "../../../src/app/loop/window-text";
import { hashSchema, timestampSchema } from "../../../src/domain/ids";
import { completenessOf } from "../../../src/domain/loop/completeness";
import type { Refusal } from "../../../src/domain/loop/refusals";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { AuthenticEntry, EntryBody, EntryKind } from "../../../src/domain/sealing/entries";
import { sealCard } from "../../../src/domain/sealing/envelope";
import { bytesToEntry, entryToBytes } from "../../../src/domain/sealing/wire";
import { channelOf } from "../../support/app/laptop-secrets";
import { aPanel, cardIn, filledCard, morning, type Panel, type Seat, sealAll } from "../../support/app/panel";
import { personId } from "../../support/builders/record";
import { authentic, idOf, signed } from "../../support/sealing/loop-world";
import { bareLaptop } from "../../support/sync/bare-laptop";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const entriesOf = (seat: Seat) => seat.laptop.doc().getMap<Uint8Array>("entries");
const plant = (seat: Seat, { hash, entry }: Pick<AuthenticEntry, "hash" | "entry">): void =>
  void entriesOf(seat).set(hash, entryToBytes(entry, windowText));
const found = <Kind extends EntryKind>(seat: Seat, kind: Kind): EntryBody<Kind> => {
  const all = [...entriesOf(seat).values()].map((bytes) => unwrap(bytesToEntry(bytes, windowText)));
  const last = all.filter((entry) => entry.kind === kind).at(-1);
  if (last === undefined) throw new Error(`no ${kind} in the loop`);
  return unwrap(authenticate(last, nodeCrypto)).body as EntryBody<Kind>;
};
const head = (seat: Seat) => ({
  v: 1 as const,
  loopId: panel.loopId,
  deviceId: idOf(seat.laptop.device),
  at: timestampSchema.parse("2026-11-23T12:00:00.000Z"),
});

const rowsOf = (seat: Seat): readonly Refusal[] => seat.session().refused.get().rows;

/** What Ana's and Cleo's screens say, once both say it. */
const seenByOthers = async (reason: string, times = 1): Promise<readonly Refusal[]> => {
  const others = [panel.ana, panel.cleo];
  const rowIn = (seat: Seat) => rowsOf(seat).find((row) => row.reason === reason && row.count >= times);
  await panel.until(() => others.every((seat) => rowIn(seat) !== undefined));
  return others.flatMap((seat) => rowIn(seat) ?? []);
};

/** What everybody goes by: who is in, the plan, the decision, and every sealed card with its bytes. */
const signedState = (seat: Seat) => {
  const { devices, persons, planHash, decision, cards, reveal } = seat.session().view.get();
  return {
    devices,
    persons,
    planHash,
    decision,
    reveal,
    sealed: cards.map(({ sealed }) => sealed.map(({ envelopeHash }) => envelopeHash)),
  };
};

describe("a member with the loop's secret and a changed program", () => {
  it("who seals a card in Ana's name changes nothing, and the others see whose card it was and who tried", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const card = { ...filledCard(ben.session(), morning), personId: personId("ana") };
    const forged = sealCard(
      card,
      { revision: 1, prev: null, counter: 9, at: head(ben).at, knownReveals: [] },
      [
        {
          recipient: { kind: "device", deviceId: idOf(ben.laptop.device) },
          agreeKey: ben.laptop.device.agreement.publicKey,
        },
      ],
      ben.laptop.device,
      nodeCrypto,
    );
    plant(ben, authentic(unwrap(forged), "card"));
    for (const row of await seenByOthers("otherPersonsCard"))
      expect(row).toMatchObject({
        source: "entry",
        kind: "card",
        deviceId: ben.laptop.device.deviceId,
        card: { slotId: morning.slotId, personId: personId("ana") },
        count: 1,
      });
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
    expect(completenessOf(ana.session().view.get()).cards.some(({ refused }) => refused.length > 0)).toBe(
      false,
    );
  });

  it("who signs a roster, a plan or a decision changes nothing, and each attempt is on the others' screens", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const own = { ...head(ben), version: 2 };
    const roster = found(ben, "roster");
    plant(
      ben,
      signed("roster", { ...roster, ...own, devices: roster.devices.slice(0, 1) }, ben.laptop.device),
    );
    const prev = hashSchema.parse(ben.session().view.get().planHash);
    plant(ben, signed("plan", { ...found(ben, "plan"), ...own, prev, reason: "So." }, ben.laptop.device));
    const decision = {
      outcome: "hire" as const,
      levelId: null,
      decidedBy: personId("ben"),
      rationale: "I liked them.",
      evidence: [],
      dissent: [],
      overrideReason: "",
    };
    plant(
      ben,
      signed(
        "decision",
        { ...head(ben), version: 1, prev: null, reason: "", callHash: prev, decision },
        ben.laptop.device,
      ),
    );
    await seenByOthers("notTheAuthority");
    await panel.rest();
    for (const seat of [ana, cleo]) {
      const kinds = rowsOf(seat)
        .filter((row) => row.source === "entry" && row.deviceId === ben.laptop.device.deviceId)
        .map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(["decision", "plan", "roster"]);
    }
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
  });

  it("who takes Ana's card out or writes over it finds it put back, and over whose connection is shown", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const hash = cardIn(ana.session(), morning, "ana").sealed[0]?.envelopeHash ?? "";
    const bytes = entriesOf(ana).get(hash);
    await ben.laptop.stop();
    const { topic, cipher } = await channelOf(unwrap(ben.laptop.secrets.newest(panel.loopId)));
    const changed = bareLaptop(panel.around.network, idOf(ben.laptop.device), cipher, topic);
    const entries = changed.doc.getMap<Uint8Array>("entries");
    await panel.until(() => entries.has(hash));
    entries.delete(hash);
    await panel.rest();
    entries.set(hash, Uint8Array.of(1, 2, 3));
    await panel.rest();
    await panel.until(() =>
      [ana, cleo].every((seat) =>
        rowsOf(seat).some(({ source, count }) => source === "vanished" && count === 2),
      ),
    );
    for (const seat of [ana, cleo]) {
      expect(entriesOf(seat).get(hash)).toEqual(bytes);
      expect(rowsOf(seat)).toContainEqual(
        expect.objectContaining({ source: "vanished", deviceId: ben.laptop.device.deviceId, count: 2 }),
      );
    }
    await changed.leave();
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
  });

  it("is the only one who is shown: an honest day leaves the list empty", async () => {
    await sealAll(panel);
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => panel.seats.every((seat) => seat.session().view.get().reveal !== null));
    await panel.rest();
    for (const seat of panel.seats) expect(rowsOf(seat)).toEqual([]);
  });
});
