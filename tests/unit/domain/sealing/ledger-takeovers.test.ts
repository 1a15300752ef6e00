import { describe, expect, it } from "vitest";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { headsOf } from "../../../../src/domain/sealing/heads";
import type { LoopLedger } from "../../../../src/domain/sealing/ledger/ledger";
import { inCharge } from "../../../../src/domain/sealing/ledger/takeovers";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import {
  aCharter,
  aDecision,
  allCards,
  aPlan,
  aPlanEntry,
  aRawCall,
  aRelease,
  aRoster,
  aTakeover,
  ben,
  cleo,
  fateBeside,
  fateOf,
  hana,
  idOf,
  ledgerUnder,
  morning,
  noonSlot,
  personId,
  plan,
  roster,
  signed,
  stranger,
} from "../../../support/sealing/loop-world";

/** Ben may take over first, then Hana; Cleo may not. */
const charter = aCharter({ deputies: [personId("ben"), personId("hana")], escrow: personId("hana") });
const beginning = [charter, roster, plan];
const ledgerOf = ledgerUnder(charter);
const fate = fateBeside((...entries) => ledgerOf(...beginning, ...entries));
const personInCharge = (ledger: LoopLedger) => inCharge(charter.body, ledger.takeovers);

const bens = aTakeover("ben");
const hanas = aTakeover("hana");
const withoutAna = roster.body.devices.filter(({ personId: owner }) => owner !== personId("ana"));

/** What a deputy's laptop may sign after taking over, and not before. */
const actsOf = (name: "ben" | "hana") => {
  const by = aDevice(name);
  const call = aRawCall({ caller: personId(name) }, by);
  return {
    roster: aRoster({ version: 2, prev: roster.hash, devices: [...roster.body.devices, late] }, by),
    plan: aPlanEntry(
      { version: 2, prev: plan.hash, plan: aPlan([{ ...morning, minutes: 20 }, noonSlot]) },
      by,
    ),
    call,
    decision: aDecision(call, {}, by),
  };
};
const late = rosterDevice(aDevice("cleo's second"), "cleo");

describe("a takeover", () => {
  it("counts for a deputy's laptop with a reason, and is what the next signer says it had seen", () => {
    const ledger = ledgerOf(...beginning, bens);
    expect(fateOf(ledger, bens)).toBe("accepted");
    expect(ledger.takeovers).toEqual([bens]);
    expect(personInCharge(ledger)).toBe(personId("ben"));
    expect(headsOf(ledger)).toContain(bens.hash);
    expect(personInCharge(ledgerOf(...beginning))).toBe(personId("ana"));
  });

  it("is refused from whoever is no deputy, without a reason, and in another person's name", () => {
    expect(fate(aTakeover("cleo"))).toBe("refused: notADeputy");
    expect(fate(aTakeover("ana"))).toBe("refused: notADeputy");
    expect(fate(aTakeover("ben", { reason: " \n" }))).toBe("refused: reasonMissing");
    expect(fate(aTakeover("ben", {}, cleo))).toBe("refused: signerMismatch");
    expect(fate(aTakeover("ben", {}, stranger))).toBe("refused: unknownDevice");
  });

  it("is refused in a loop of protocol 1, whose laptops may not know the kind", () => {
    const old = aCharter({ protocol: 1, deputies: [personId("ben")] });
    const ledger = ledgerUnder(old)(old, roster, bens);
    expect(fateOf(ledger, bens)).toBe("refused: kindNotInProtocol");
    expect(fateOf(ledger, roster)).toBe("accepted");
  });

  it("waits for a roster that says whose laptop it is from", () => {
    expect(fateOf(ledgerOf(charter, bens), bens)).toBe("waiting: rosterMissing");
  });

  it("is refused from a laptop that was removed before, and counts where the removal had seen it", () => {
    const devices = roster.body.devices.filter(({ deviceId }) => deviceId !== ben.deviceId);
    const removal = (heads: readonly (typeof bens.hash)[]) =>
      aRoster({ version: 2, prev: roster.hash, generation: 2, devices, heads: [...heads] });
    expect(fate(bens, removal([]))).toBe("refused: removedBefore");
    expect(fate(bens, removal([bens.hash]))).toBe("accepted");
  });
});

describe("a deputy who took over", () => {
  const { roster: admitting, plan: replanned, call, decision } = actsOf("ben");

  it("admits, plans, calls the reveal and decides", () => {
    const ledger = ledgerOf(...beginning, ...allCards, bens, admitting, replanned, call, decision);
    expect([ledger.refused, ledger.waiting]).toEqual([[], []]);
    expect(ledger.roster).toEqual(admitting);
    expect(ledger.plan).toEqual(replanned);
    expect(ledger.calls).toEqual([call]);
    expect(ledger.decision).toEqual(decision);
  });

  it("could do nothing of it before", () => {
    const ledger = ledgerOf(...beginning, ...allCards, admitting, replanned, call);
    for (const entry of [admitting, replanned, call])
      expect(fateOf(ledger, entry)).toBe("refused: notTheAuthority");
  });

  it("leaves the facilitator what they had: a laptop that was only out of reach goes on", () => {
    const anas = aPlanEntry({ version: 2, prev: plan.hash, reason: "by Ana" });
    expect(fate(anas, bens)).toBe("accepted");
    expect(fate(aRawCall(), bens, ...allCards)).toBe("accepted");
  });

  it("may remove the facilitator's laptop, which can then say nothing more", () => {
    const removal = aRoster(
      { version: 2, prev: roster.hash, generation: 2, devices: withoutAna, heads: [plan.hash] },
      ben,
    );
    expect(fate(removal, bens)).toBe("accepted");
    expect(fate(aRawCall(), bens, removal, ...allCards)).toBe("refused: notTheAuthority");
  });

  it("does not remove everybody who could sign the next roster", () => {
    const devices = withoutAna.filter(({ personId: owner }) => owner !== personId("ben"));
    const removal = aRoster({ version: 2, prev: roster.hash, generation: 2, devices }, ben);
    expect(fate(removal, bens)).toBe("refused: facilitatorMissing");
  });

  it("holds no escrow: the escrow person alone releases with it", () => {
    const released = aRelease(call, allCards[2], cleo);
    const byEscrow = { ...released.body, releaser: "escrow" as const };
    const entries = [...beginning, ...allCards, bens, call];
    expect(fateOf(ledgerOf(...entries, released), released)).toBe("accepted");
    const forged = signed("release", { ...byEscrow, deviceId: idOf(ben) }, ben);
    expect(fateOf(ledgerOf(...entries, forged), forged)).toBe("refused: notTheReleaser");
  });
});

describe("two takeovers", () => {
  it("both stay, and the earlier in the list is in charge, whichever came first", () => {
    for (const pair of [
      [bens, hanas],
      [aTakeover("ben", { heads: [hanas.hash] }), hanas],
      [bens, aTakeover("hana", { heads: [bens.hash] })],
    ]) {
      const ledger = ledgerOf(...beginning, ...pair);
      expect(ledger.takeovers.map(({ body }) => body.personId)).toEqual([personId("ben"), personId("hana")]);
      expect(personInCharge(ledger)).toBe(personId("ben"));
    }
  });

  it("contradict each other: the word of the earlier in the list counts, however long the other's chain is", () => {
    const [one, other] = [actsOf("ben"), actsOf("hana")];
    const third = aRoster({ ...other.roster.body, version: 3, prev: other.roster.hash }, hana);
    const ledger = ledgerOf(
      ...beginning,
      ...allCards,
      bens,
      hanas,
      ...[one, other].flatMap(Object.values<AuthenticEntry>),
      third,
    );
    expect(ledger.roster).toEqual(one.roster);
    expect(ledger.plan).toEqual(one.plan);
    expect(ledger.decision).toEqual(one.decision);
    expect(ledger.rosters).toHaveLength(4);
    expect(ledger.forks.map(({ kind }) => kind).toSorted()).toEqual(["decision", "plan", "roster"]);
    expect(ledger.calls).toHaveLength(2);
  });

  it("are mended by the earlier going on from the other's roster: then the longer one counts", () => {
    const [one, other] = [actsOf("ben"), actsOf("hana")];
    const merged = aRoster(
      { ...other.roster.body, deviceId: idOf(ben), version: 3, prev: other.roster.hash, reason: "both" },
      ben,
    );
    expect(ledgerOf(...beginning, bens, hanas, one.roster, other.roster, merged).roster).toEqual(merged);
  });

  it("do not outweigh the facilitator, where all three contradict each other", () => {
    const anas = aRoster({ version: 2, prev: roster.hash, reason: "by Ana" });
    const ledger = ledgerOf(...beginning, bens, hanas, actsOf("ben").roster, actsOf("hana").roster, anas);
    expect(ledger.roster).toEqual(anas);
  });
});
