import { describe, expect, it } from "vitest";
import {
  aCharter,
  ana,
  aPlan,
  aPlanEntry,
  beginning,
  ben,
  fate,
  fateBeside,
  ledgerOf,
  ledgerUnder,
  morning,
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
});
