import { describe, expect, it } from "vitest";
import {
  aCall,
  aDecision,
  aLog,
  allCards,
  aRawCall,
  aReceipt,
  beginning,
  ben,
  cleo,
  fate,
  ledgerOf,
  plan,
  stranger,
} from "../../../support/sealing/loop-world";

describe("receipts, decisions and log entries", () => {
  const call = aCall([...beginning, ...allCards]);
  const revealed = [...beginning, ...allCards, call];

  it("are refused from strangers", () => {
    expect(fate(aReceipt(ben, allCards), ...beginning)).toBe("accepted");
    expect(fate(aReceipt(stranger, allCards), ...beginning)).toBe("refused: unknownDevice");
    expect(fate(aLog(stranger), ...beginning)).toBe("refused: unknownDevice");
  });

  it("a decision needs the authority and a call that counts", () => {
    expect(fate(aDecision(call), ...revealed)).toBe("accepted");
    expect(fate(aDecision(call, {}, ben), ...revealed)).toBe("refused: notTheAuthority");
    expect(fate(aDecision(call), ...beginning)).toBe("waiting: callMissing");
    const bad = aRawCall({ cards: [] });
    expect(fate(aDecision(bad), ...beginning, bad)).toBe("refused: callRefused");
  });

  it("decisions chain by version, the newest counts", () => {
    const first = aDecision(call);
    const second = aDecision(call, { version: 2, prev: first.hash, reason: "New reference." });
    expect(ledgerOf(...revealed, first, second).decision).toEqual(second);
    expect(fate(aDecision(call, { version: 2 }), ...revealed)).toBe("refused: versionOutOfOrder");
  });

  it("a log is one laptop's chain; two entries after the same one are a fork", () => {
    const first = aLog(ben);
    const event = { type: "entryRestored" as const, entryHash: plan.hash };
    const rivals = [aLog(ben, { prev: first.hash }), aLog(ben, { prev: first.hash, event })];
    const ledger = ledgerOf(...beginning, first, ...rivals);
    expect(ledger.logs).toHaveLength(3);
    expect(ledger.forks).toEqual([{ kind: "log", hashes: rivals.map(({ hash }) => hash).toSorted() }]);
    expect(fate(aLog(cleo, { prev: first.hash }), ...beginning, first)).toBe("refused: otherDevicesLog");
  });
});
