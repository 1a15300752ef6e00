import { describe, expect, it } from "vitest";
import { levelIdSchema, timestampSchema } from "../../../../src/domain/ids";
import { debriefWordsOf } from "../../../../src/domain/sealing/debrief-view";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { standingDecision } from "../../../../src/domain/sealing/ledger/debrief-words";
import {
  aCountersignature,
  aLevelReading,
  aReopening,
  aSecondRating,
} from "../../../support/sealing/debrief-entries";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import { anOwnLaptop } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  aDecision,
  allCards,
  allSealed,
  anEnvelope,
  aRemoval,
  aRoster,
  beginning,
  ben,
  fate,
  fateBeside,
  idOf,
  ledgerOf,
  ledgerUnder,
  noonSlot,
  personId,
  roster,
  stranger,
} from "../../../support/sealing/loop-world";

const cardOf = (device: typeof ben): AuthenticEntry<"card"> => {
  const found = allCards.find(({ deviceId }) => deviceId === idOf(device));
  if (found === undefined) throw new Error("everybody sealed a card");
  return found;
};
const bens = cardOf(ben);
const call = aCall([...beginning, ...allCards], allSealed);
const revealed: readonly AuthenticEntry[] = [...beginning, ...allCards, call];
const decision = aDecision(call);
const decided = [...revealed, decision];
const later = (minutes: number) =>
  timestampSchema.parse(new Date(Date.UTC(2026, 10, 23, 13, minutes)).toISOString());

describe("a second laptop that a roster gives a person", () => {
  const tablet = aDevice("ben's tablet");
  const devices = [...roster.body.devices, rosterDevice(tablet, "ben")];
  const grown = [...decided, aRoster({ version: 2, prev: roster.hash, devices })];
  const words = [
    aSecondRating("ben", bens, call, {}, tablet),
    aCountersignature("ben", decision, {}, tablet),
  ] as const;

  it("does not rate or countersign in their name, since the roster's signer could hold it", () => {
    for (const word of words) expect(fate(word, ...grown)).toBe("refused: laptopNotConfirmed");
  });

  it("speaks for them once their first one vouches for it", () => {
    const vouching = anOwnLaptop("ben", tablet);
    for (const word of words) expect(fate(word, ...grown, vouching)).toBe("accepted");
  });
});

describe("second ratings", () => {
  it("are a person's own, on a card of theirs that a call opened", () => {
    expect(fate(aSecondRating("ben", bens, call), ...revealed)).toBe("accepted");
    expect(fate(aSecondRating("cleo", bens, call), ...revealed)).toBe("refused: otherPersonsCard");
    expect(fate(aSecondRating("ana", bens, call), ...revealed)).toBe("refused: otherPersonsCard");
  });

  it("are refused from whoever signs for somebody else, and from strangers", () => {
    expect(fate(aSecondRating("cleo", bens, call, {}, ben), ...revealed)).toBe("refused: signerMismatch");
    expect(fate(aSecondRating("ben", bens, call, {}, stranger), ...revealed)).toBe("refused: unknownDevice");
  });

  it("wait for the call, so that there is none before the reveal", () => {
    expect(fate(aSecondRating("ben", bens, call), ...beginning, ...allCards)).toBe("waiting: callMissing");
    const elsewhere = anEnvelope("ben", noonSlot);
    expect(fate(aSecondRating("ben", elsewhere, call), ...revealed)).toBe("waiting: envelopeMissing");
  });

  it("of a laptop that was removed count only where the removing roster had seen them", () => {
    const { roster: unseen } = aRemoval(roster, [ben]);
    expect(fate(aSecondRating("ben", bens, call), ...revealed, unseen)).toBe("refused: removedBefore");
  });

  it("are refused in a loop of protocol 3", () => {
    const older = aCharter({ protocol: 3 });
    expect(fateBeside(ledgerUnder(older))(aSecondRating("ben", bens, call), older, roster)).toBe(
      "refused: kindNotInProtocol",
    );
    expect(debriefWordsOf(ledgerUnder(older)(older, roster))).toBeNull();
  });

  it("are superseded by a later one of the same person, and both are kept", () => {
    const first = aSecondRating("ben", bens, call);
    const second = aSecondRating("ben", bens, call, { value: 3, replaces: [first.hash], at: later(1) });
    const words = debriefWordsOf(ledgerOf(...revealed, second, first));
    expect(words?.secondRatings.map(({ value, replaced }) => [value, replaced])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it("of one person who spoke apart on two laptops count in the newest", () => {
    const first = aSecondRating("ben", bens, call);
    const second = aSecondRating("ben", bens, call, { value: 4, at: later(1) });
    const words = debriefWordsOf(ledgerOf(...revealed, first, second));
    expect(words?.secondRatings.map(({ replaced }) => replaced)).toEqual([true, false]);
  });

  it("of somebody else stand whatever another person's rating says it replaces", () => {
    const first = aSecondRating("ben", bens, call);
    const anas = allCards[0];
    const other = aSecondRating("ana", anas, call, { replaces: [first.hash] });
    const words = debriefWordsOf(ledgerOf(...revealed, first, other));
    expect(words?.secondRatings.map(({ replaced }) => replaced)).toEqual([false, false]);
  });
});

describe("level readings", () => {
  it("are written down by the person in charge, after the reveal", () => {
    expect(fate(aLevelReading("ana", call), ...revealed)).toBe("accepted");
    expect(fate(aLevelReading("ben", call), ...revealed)).toBe("refused: notTheAuthority");
    expect(fate(aLevelReading("ana", call), ...beginning, ...allCards)).toBe("waiting: callMissing");
  });

  it("stand until another of the same competency replaces them", () => {
    const first = aLevelReading("ana", call);
    const second = aLevelReading("ana", call, {
      levelId: levelIdSchema.parse("senior"),
      replaces: [first.hash],
      at: later(2),
    });
    const words = debriefWordsOf(ledgerOf(...revealed, first, second));
    expect(words?.levelReadings.map(({ levelId, replaced }) => [levelId, replaced])).toEqual([
      [null, true],
      ["senior", false],
    ]);
  });
});

describe("countersignatures", () => {
  it("are anybody's of the roster under a decision, and count once", () => {
    const first = aCountersignature("ben", decision);
    const again = aCountersignature("ben", decision, { at: later(3) });
    const hanas = aCountersignature("hana", decision);
    expect(fate(first, ...decided)).toBe("accepted");
    const words = debriefWordsOf(ledgerOf(...decided, first, again, hanas));
    expect(words?.countersignatures.map((one) => one.personId).toSorted()).toEqual(
      [personId("ben"), personId("hana")].toSorted(),
    );
  });

  it("are refused in another's name, wait for the decision, and fall with one that is refused", () => {
    expect(fate(aCountersignature("cleo", decision, {}, ben), ...decided)).toBe("refused: signerMismatch");
    expect(fate(aCountersignature("ben", decision), ...revealed)).toBe("waiting: decisionMissing");
    const bensOwn = aDecision(call, {}, ben);
    expect(fate(aCountersignature("ben", bensOwn), ...revealed, bensOwn)).toBe("refused: decisionRefused");
  });
});

describe("reopening", () => {
  it("takes the decision off with a reason, until the next version of it", () => {
    const reopening = aReopening("ana", decision);
    const ledger = ledgerOf(...decided, reopening);
    expect(standingDecision(ledgerOf(...decided))?.hash).toBe(decision.hash);
    expect(standingDecision(ledger)).toBeNull();
    expect(debriefWordsOf(ledger)?.reopenings.map(({ reason }) => reason)).toEqual([
      "A reference came back.",
    ]);
    const next = aDecision(call, { version: 2, prev: decision.hash });
    expect(standingDecision(ledgerOf(...decided, reopening, next))?.hash).toBe(next.hash);
  });

  it("takes the countersignatures under it off too", () => {
    const signature = aCountersignature("ben", decision);
    const words = debriefWordsOf(ledgerOf(...decided, signature, aReopening("ana", decision)));
    expect(words?.countersignatures).toEqual([]);
  });

  it("stays in force whatever the same person says later of other decisions, and however it is dated", () => {
    const next = aDecision(call, { version: 2, prev: decision.hash });
    const dayBefore = timestampSchema.parse("2026-11-22T08:00:00.000Z");
    const backdated = Array.from({ length: 300 }, (_, index) =>
      aReopening("ana", decision, { at: dayBefore, reason: `Reason ${index}` }),
    );
    const ledger = ledgerOf(...decided, next, aReopening("ana", next), ...backdated);
    expect(standingDecision(ledger)).toBeNull();
  });

  it("is the authority's alone", () => {
    expect(fate(aReopening("ben", decision), ...decided)).toBe("refused: notTheAuthority");
    expect(standingDecision(ledgerOf(...decided, aReopening("ben", decision)))?.hash).toBe(decision.hash);
  });
});

describe("a decision", () => {
  it("that names who was there is refused in a loop of protocol 3, as its other laptops cannot read it", () => {
    const older = aCharter({ protocol: 3 });
    const within = aDecision(call, { decision: { ...decision.body.decision, present: [personId("ben")] } });
    expect(fateBeside(ledgerUnder(older))(within, older, roster)).toBe("refused: kindNotInProtocol");
    expect(fate(within, ...revealed)).toBe("accepted");
  });
});
