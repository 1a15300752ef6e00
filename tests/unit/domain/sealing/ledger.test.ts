import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LoopId } from "../../../../src/domain/ids";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { buildLedger } from "../../../../src/domain/sealing/ledger/ledger";
import { rosterDevice } from "../../../support/sealing/devices";
import {
  aCall,
  aCharter,
  aDecision,
  aLog,
  allCards,
  ana,
  anEnvelope,
  aPlan,
  aPlanEntry,
  aRawCall,
  aReceipt,
  aRelease,
  aRoster,
  beginning,
  ben,
  charter,
  fate,
  fateOf,
  hana,
  idOf,
  ledgerOf,
  loopId,
  morning,
  noonSlot,
  plan,
  roster,
  slotId,
  stranger,
} from "../../../support/sealing/loop-world";

const elsewhere = slotId("elsewhere") as unknown as LoopId;

describe("a ledger", () => {
  it("counts the entries of an ordinary loop", () => {
    const call = aCall([...beginning, ...allCards]);
    const all = [...beginning, ...allCards, call, aRelease(call, allCards[1], ben), aReceipt(hana, allCards)];
    const ledger = ledgerOf(...all, aDecision(call), aLog(ana));
    expect([ledger.refused, ledger.waiting, ledger.forks]).toEqual([[], [], []]);
    expect(ledger.charter).toEqual(charter);
    expect(ledger.roster).toEqual(roster);
    expect(ledger.plan).toEqual(plan);
    expect(ledger.cards.map(({ hash }) => hash).toSorted()).toEqual(
      allCards.map(({ hash }) => hash).toSorted(),
    );
    expect(ledger.calls).toEqual([call]);
    expect(ledger.decision?.body.callHash).toBe(call.hash);
  });

  it("is the same in whatever order and however often the entries come", () => {
    const call = aCall([...beginning, ...allCards]);
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: allCards[1].hash } });
    const fork = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    const plans = [2, 3].map((minutes) =>
      aPlanEntry({ version: 2, prev: plan.hash, plan: aPlan([{ ...morning, minutes }, noonSlot]) }),
    );
    const all = [
      ...beginning,
      ...allCards,
      ...plans,
      call,
      second,
      fork,
      aRelease(call, allCards[0], ana),
      aReceipt(ben, allCards),
      aDecision(call),
      aLog(ana),
      aLog(ben),
      aRoster({ version: 2, prev: roster.hash }),
      anEnvelope("ben", noonSlot, { by: stranger }),
      aRawCall({ cards: [] }),
      aCharter({ protocol: 1 }),
      aPlanEntry({}, ben),
      anEnvelope("cleo", noonSlot, { facts: { revision: 3, prev: plan.hash } }),
    ];
    const expected = ledgerOf(...all);
    expect(expected.refused.length + expected.waiting.length + expected.forks.length).toBeGreaterThan(5);
    const shuffles = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length });
    fc.assert(
      fc.property(shuffles, (entries) => {
        expect(ledgerOf(...entries)).toEqual(expected);
      }),
      { seed: 20261123, numRuns: 40 },
    );
  });

  it("loses no entry: each is accepted, waiting or refused", () => {
    const call = aCall([...beginning, ...allCards]);
    const all = [
      ...beginning,
      ...allCards,
      call,
      aRelease(call, allCards[0], ana),
      aDecision(call),
      aLog(ana),
    ];
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        for (const entry of some) expect(fate(entry, ...some)).not.toBe("lost");
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("refuses entries of another loop", () => {
    expect(fate(aRoster({ loopId: elsewhere }), ...beginning)).toBe("refused: otherLoop");
    expect(fate(anEnvelope("ben", morning, { card: { loopId: elsewhere } }), ...beginning)).toBe(
      "refused: otherLoop",
    );
  });

  it("lets everything wait for the charter, and everything else for the roster", () => {
    expect(fate(roster)).toBe("waiting: charterMissing");
    expect(fate(allCards[0], charter, plan)).toBe("waiting: rosterMissing");
    expect(fate(allCards[0], ...beginning)).toBe("accepted");
  });
});

describe("the charter", () => {
  const unanchored = (...entries: readonly AuthenticEntry[]) =>
    buildLedger(entries, { loopId, anchor: { charterHash: null, founder: null } });
  const rival = aCharter({ facilitator: { ...rosterDevice(ben, "ben") } }, ben);

  it("is the one this laptop was told of; a second one is refused", () => {
    const ledger = ledgerOf(charter, rival);
    expect(ledger.charter).toEqual(charter);
    expect(fateOf(ledger, rival)).toBe("refused: secondCharter");
    const again = aCharter({ revealScope: "round" });
    expect(fate(again, charter)).toBe("refused: secondCharter");
  });

  it("is believed by its founder's fingerprint where its hash is not known", () => {
    const anchor = { charterHash: null, founder: idOf(ana) };
    expect(buildLedger([charter, rival], { loopId, anchor }).charter).toEqual(charter);
    const two = buildLedger([charter, aCharter({ revealScope: "round" })], { loopId, anchor });
    expect(two.charter).toBeNull();
  });

  it("is believed alone without any anchor, and nobody is where two claim the loop", () => {
    expect(unanchored(charter).charter).toEqual(charter);
    const both = unanchored(charter, rival);
    expect(both.charter).toBeNull();
    expect([fateOf(both, charter), fateOf(both, rival)]).toEqual([
      "refused: charterAmbiguous",
      "refused: charterAmbiguous",
    ]);
  });

  it("is refused where it makes another laptop the facilitator's than the one that signed", () => {
    const forOther = aCharter({}, ana).body;
    const odd = aCharter({ ...forOther, facilitator: { ...rosterDevice(ben, "ana") } });
    expect(fateOf(unanchored(odd), odd)).toBe("refused: charterNotItsFounders");
  });

  it("fixes the protocol: a program that speaks only older ones is told to update", () => {
    const at = (protocol: number) => {
      const founded = aCharter({ protocol });
      return fateOf(unanchored(founded), founded);
    };
    expect([at(1), at(2), at(3), at(4), at(5), at(6)]).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "accepted",
      "accepted",
      "refused: updateFirst",
    ]);
  });

  it("is refused where its protocol is no longer spoken", () => {
    const at = (oldest: number) =>
      buildLedger([charter], {
        loopId,
        anchor: { charterHash: charter.hash, founder: null },
        spoken: { oldest, newest: 6 },
      });
    expect(fateOf(at(5), charter)).toBe("accepted");
    expect(fateOf(at(6), charter)).toBe("refused: protocolOlder");
  });
});
