import { describe, expect, it } from "vitest";
import { competencyIdSchema } from "../../../../src/domain/ids";
import type { Plan } from "../../../../src/domain/loop/plan";
import {
  aCharter,
  ana,
  aPlan,
  aPlanEntry,
  aRawCall,
  beginning,
  ben,
  fate,
  fateBeside,
  ledgerOf,
  ledgerUnder,
  morning,
  noon,
  noonSlot,
  personId,
  plan,
  roster,
} from "../../../support/sealing/loop-world";

describe("plans", () => {
  const next = (overrides: Parameters<typeof aPlanEntry>[0] = {}, by = ana) =>
    aPlanEntry({ version: 2, prev: plan.hash, ...overrides }, by);

  it("count as a chain by the authority", () => {
    const second = next();
    expect(ledgerOf(...beginning, second).plan).toEqual(second);
    expect(fate(next({}, ben), ...beginning)).toBe("refused: notTheAuthority");
    expect(fate(next({ version: 1 }), ...beginning)).toBe("refused: versionOutOfOrder");
  });

  it("require cards for their own slots only, each slot once", () => {
    const odd = aPlan([morning], { required: [{ slotId: noonSlot.slotId, personId: personId("ben") }] });
    expect(fate(next({ plan: odd, reason: "why" }), ...beginning)).toBe("refused: planInvalid");
    expect(fate(next({ plan: aPlan([morning, morning, noonSlot]) }), ...beginning)).toBe(
      "refused: planInvalid",
    );
  });

  it("drop a required card only with a reason", () => {
    const shorter = aPlan([morning]);
    expect(fate(next({ plan: shorter }), ...beginning)).toBe("refused: reasonMissing");
    expect(fate(next({ plan: shorter, reason: "  " }), ...beginning)).toBe("refused: reasonMissing");
    expect(fate(next({ plan: shorter, reason: "Cleo is ill." }), ...beginning)).toBe("accepted");
  });

  it("ask no card of the person who holds escrow", () => {
    const escrow = aCharter({ escrow: personId("cleo") });
    const fateThere = fateBeside(ledgerUnder(escrow));
    expect(fateThere(plan, escrow, roster)).toBe("refused: escrowHolderOwesCard");
    expect(fateThere(aPlanEntry({ plan: aPlan([morning]) }), escrow, roster)).toBe("accepted");
  });

  it("of one version are a fork that is shown; the one that went on counts", () => {
    const rivals = [next({ reason: "one" }), next({ reason: "two" })] as const;
    const third = aPlanEntry({ version: 3, prev: rivals[1].hash });
    const ledger = ledgerOf(...beginning, ...rivals, third);
    expect(ledger.forks).toEqual([{ kind: "plan", hashes: rivals.map(({ hash }) => hash).toSorted() }]);
    expect(ledger.plan).toEqual(third);
  });

  it("in the newer form are refused in a loop whose laptops may not know it", () => {
    const older = aCharter({ protocol: 2 });
    const fateThere = fateBeside(ledgerUnder(older));
    expect(fateThere(plan, older, roster)).toBe("refused: kindNotInProtocol");
    const old = aPlanEntry({ plan: { ...plan.body.plan, formatVersion: 1 } });
    expect(fateThere(old, older, roster)).toBe("accepted");
  });

  it("weigh unequally only with a reason", () => {
    const weights = [{ competencyId: competencyIdSchema.parse("sample-handling"), weight: 3 }];
    const unequal = (weightsReason: string) =>
      next({ plan: aPlan([morning, noonSlot], { weights, weightsReason }) });
    expect(fate(unequal(" "), ...beginning)).toBe("refused: reasonMissing");
    expect(fate(unequal("Most of the work."), ...beginning)).toBe("accepted");
  });

  it("keep weights that were frozen, their reason and when", () => {
    const frozen = { weightsFrozenAt: noon, weights: [], weightsReason: "" };
    const weights = [{ competencyId: competencyIdSchema.parse("sample-handling"), weight: 3 }];
    const first = next({ plan: aPlan([morning, noonSlot], frozen) });
    const afterwards = (overrides: Partial<Plan>) =>
      fate(
        next({
          version: 3,
          prev: first.hash,
          plan: aPlan([morning, noonSlot], { ...frozen, ...overrides }),
        }),
        ...beginning,
        first,
      );
    expect(afterwards({ accommodations: "30 minutes more" })).toBe("accepted");
    expect(afterwards({ weights, weightsReason: "Now we know her." })).toBe("refused: weightsFrozen");
    expect(afterwards({ weightsFrozenAt: null })).toBe("refused: weightsFrozen");
  });

  describe("after a call", () => {
    const weights = [{ competencyId: competencyIdSchema.parse("sample-handling"), weight: 3 }];
    const weighed = aPlan([morning, noonSlot], { weights, weightsReason: "Now we know her." });
    const roomier = next({ plan: aPlan([morning, noonSlot], { accommodations: "30 minutes more" }) });
    const heavier = next({ plan: weighed });
    const later = next({ version: 3, prev: roomier.hash, plan: weighed });
    const call = aRawCall();

    it("keep their weights in every later version, although no plan froze them", () => {
      expect(fate(heavier, ...beginning)).toBe("accepted");
      expect(fate(heavier, ...beginning, call)).toBe("refused: weightsFrozen");
      expect(fate(roomier, ...beginning, call)).toBe("accepted");
      expect(fate(later, ...beginning, call, roomier)).toBe("refused: weightsFrozen");
    });

    it("keep those that the call names", () => {
      const onHeavier = aRawCall({ planHash: heavier.hash });
      expect(fate(heavier, ...beginning, onHeavier)).toBe("accepted");
      const undone = next({ version: 3, prev: heavier.hash, plan: aPlan([morning, noonSlot]) });
      expect(fate(undone, ...beginning, heavier, onHeavier)).toBe("refused: weightsFrozen");
    });

    it("may change them where only somebody else than the authority called, and in a loop of protocol 3", () => {
      expect(fate(heavier, ...beginning, aRawCall({}, ben))).toBe("accepted");
      const older = aCharter({ protocol: 3 });
      expect(fateBeside(ledgerUnder(older))(heavier, older, roster, plan, call)).toBe("accepted");
    });
  });
});
