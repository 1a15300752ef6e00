import { describe, expect, it } from "vitest";
import { dependenceOf } from "../../../../src/domain/sealing/certificate";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { headsOf } from "../../../../src/domain/sealing/heads";
import { choiceFor } from "../../../../src/domain/sealing/ledger/choices";
import { vouchedLaptops } from "../../../../src/domain/sealing/ledger/laptops";
import { nextRevision } from "../../../../src/domain/sealing/next-revision";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import { aChoice, anOwnLaptop } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  allCards,
  ana,
  anEnvelope,
  aRoster,
  ben,
  charter,
  cleo,
  fate,
  fateOf,
  idOf,
  ledgerOf,
  ledgerUnder,
  morning,
  noonSlot,
  personId,
  plan,
  roster,
  stranger,
} from "../../../support/sealing/loop-world";

const tablet = aDevice("ben's tablet");
const devices = [...roster.body.devices, rosterDevice(tablet, "ben")];
const second = aRoster({ version: 2, prev: roster.hash, devices });
const beginning = [charter, roster, second, plan];
const [, bens, cleos] = allCards;
/** Ben's other version of the same card, sealed apart on his tablet. */
const other = anEnvelope("ben", morning, { by: tablet, ratings: { "q-samples": 1 } });
const vouching = anOwnLaptop("ben", tablet);
const choice = aChoice("ben", other, [bens]);
const entries = [...beginning, ...allCards, other];
const place = { slotId: morning.slotId, personId: personId("ben") };

const dependence = (envelope: AuthenticEntry<"card">, ...all: readonly AuthenticEntry[]) =>
  dependenceOf(envelope, ledgerOf(...all));

describe("a second laptop of one person", () => {
  const bensOf = (...all: readonly AuthenticEntry[]) => vouchedLaptops(personId("ben"), ledgerOf(...all));

  it("speaks for the person once the first one vouches for its keys, and not because a roster has it", () => {
    expect(fate(vouching, ...beginning)).toBe("accepted");
    expect(bensOf(...beginning)).toEqual(new Set([ben.deviceId]));
    expect(bensOf(...beginning, vouching)).toEqual(new Set([ben.deviceId, tablet.deviceId]));
  });

  it("vouches in its turn for a third, and nothing by itself for the first", () => {
    const phone = aDevice("ben's third");
    const third = aRoster({
      version: 3,
      prev: second.hash,
      devices: [...devices, rosterDevice(phone, "ben")],
    });
    const further = anOwnLaptop("ben", phone, {}, tablet);
    expect(fate(further, ...beginning, third)).toBe("accepted");
    expect(bensOf(...beginning, third, further)).toEqual(new Set([ben.deviceId]));
    expect(bensOf(...beginning, third, further, vouching).size).toBe(3);
  });

  it("is refused with other keys than the roster's, in another person's name, and for itself", () => {
    const { agreeKey } = rosterDevice(stranger, "ben");
    const laptop = { deviceId: idOf(tablet), agreeKey };
    expect(fate(anOwnLaptop("ben", tablet, { laptop }), ...beginning)).toBe("refused: notAnotherLaptop");
    expect(fate(anOwnLaptop("ben", cleo), ...beginning)).toBe("refused: notAnotherLaptop");
    expect(fate(anOwnLaptop("ben", ben), ...beginning)).toBe("refused: notAnotherLaptop");
    expect(fate(anOwnLaptop("ben", tablet, {}, cleo), ...beginning)).toBe("refused: signerMismatch");
  });

  it("waits for the roster that has it", () => {
    expect(fate(vouching, charter, roster, plan)).toBe("waiting: laptopMissing");
  });
});

describe("an author's choice between versions sealed apart", () => {
  it("counts before the call: the chosen one is independent, the other is set aside, both stay", () => {
    const call = aCall([...entries, choice]);
    expect(fate(choice, ...entries)).toBe("accepted");
    expect(headsOf(ledgerOf(...entries, choice))).toContain(choice.hash);
    const all = [...entries, choice, call];
    expect(fateOf(ledgerOf(...all), choice)).toBe("accepted");
    expect(dependence(other, ...all)).toEqual([]);
    expect(dependence(bens, ...all)).toEqual(["setAside"]);
    expect(ledgerOf(...all).cards).toHaveLength(4);
    expect(ledgerOf(...all).forks).toHaveLength(1);
  });

  it("is not there where nobody chose: neither version is independent", () => {
    const call = aCall(entries);
    expect([other, bens].map((card) => dependence(card, ...entries, call))).toEqual([["forked"], ["forked"]]);
  });

  it("is refused after the call, whether it admits to have known it or not", () => {
    const call = aCall(entries);
    expect(fate(choice, ...entries, call)).toBe("refused: afterTheCall");
    const honest = aChoice("ben", other, [bens], { knownReveals: [call.hash] });
    expect(fate(honest, ...entries)).toBe("refused: afterTheCall");
  });

  it("is the author's alone", () => {
    const foreign = aChoice("ben", other, [bens], {}, ana);
    expect(fate(foreign, ...entries)).toBe("refused: signerMismatch");
    expect(fate(aChoice("ben", other, [bens], {}, stranger), ...entries)).toBe("refused: unknownDevice");
  });

  it("counts from a second laptop only where the first vouches for it", () => {
    const tablets = aChoice("ben", other, [bens], {}, tablet);
    expect(fate(tablets, ...entries)).toBe("refused: laptopNotConfirmed");
    expect(fate(tablets, ...entries, vouching)).toBe("accepted");
  });

  it("is between versions of one card that do not follow each other", () => {
    expect(fate(aChoice("ben", cleos, [bens]), ...entries)).toBe("refused: otherPersonsCard");
    const later = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
    expect(fate(aChoice("ben", later, [bens]), ...entries, later)).toBe("refused: notAFork");
    expect(fate(choice, ...beginning, bens)).toBe("waiting: envelopeMissing");
    const bad = anEnvelope("ben", noonSlot, { by: cleo });
    expect(fate(aChoice("ben", bens, [bad]), ...entries, bad)).toBe("refused: envelopeRefused");
  });

  it("cannot settle what one laptop sealed twice", () => {
    const twice = anEnvelope("ben", morning, { ratings: { "q-samples": 2 } });
    const picked = aChoice("ben", bens, [twice]);
    const all = [...beginning, ...allCards, twice, picked];
    const call = aCall(all);
    expect(fateOf(ledgerOf(...all, call), picked)).toBe("accepted");
    expect(dependence(bens, ...all, call)).toEqual(["forked"]);
    expect(dependence(twice, ...all, call)).toEqual(["setAside"]);
  });

  it("can be taken back, and counts for nothing where two laptops chose apart", () => {
    const mindChanged = aChoice("ben", bens, [other], { replaces: [choice.hash] });
    const apart = aChoice("ben", bens, [other], {}, tablet);
    expect(choiceFor(place, ledgerOf(...entries, choice, mindChanged))).toEqual(mindChanged);
    expect(choiceFor(place, ledgerOf(...entries, vouching, choice, apart))).toBeNull();
    const settled = aChoice("ben", bens, [other], { replaces: [choice.hash, apart.hash] });
    expect(choiceFor(place, ledgerOf(...entries, vouching, choice, apart, settled))).toEqual(settled);
  });

  it("says after which version the next revision comes", () => {
    expect(nextRevision(ledgerOf(...entries), place)).toMatchObject({ error: { type: "forkedCard" } });
    expect(nextRevision(ledgerOf(...entries, choice), place)).toMatchObject({
      value: { revision: 2, prev: other.hash },
    });
    const later = anEnvelope("ben", morning, { by: tablet, facts: { revision: 2, prev: other.hash } });
    expect(nextRevision(ledgerOf(...entries, choice, later), place)).toMatchObject({
      value: { revision: 3, prev: later.hash },
    });
  });

  it("is refused in a loop of protocol 1", () => {
    const old = aCharter({ protocol: 1 });
    const ledger = ledgerUnder(old)(old, roster, plan, ...allCards, choice, vouching);
    expect([choice, vouching].map((entry) => fateOf(ledger, entry))).toEqual([
      "refused: kindNotInProtocol",
      "refused: kindNotInProtocol",
    ]);
  });
});
