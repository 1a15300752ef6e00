import { describe, expect, it } from "vitest";
import { recordDue } from "../../../../src/app/loop/record-of-loop";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { aHash } from "../../../support/builders/ids";
import { aCountersignature } from "../../../support/sealing/debrief-entries";
import {
  aCall,
  aDecision,
  aLog,
  allCards,
  allSealed,
  ana,
  beginning,
  ledgerOf,
} from "../../../support/sealing/loop-world";

const call = aCall([...beginning, ...allCards], allSealed);
const decision = aDecision(call);
const first = aCountersignature("ben", decision);
const named = [...beginning, ...allCards, call, decision, first];
const recordHash = aHash(hashSchema, "record");
const closing = aLog(ana, {
  event: {
    type: "recordClosed",
    decisionHash: decision.hash,
    recordHash,
    entries: named.map(({ hash }) => hash).toSorted(),
    discussion: [],
  },
});

/** What is due for the authority, who keeps the record as it was closed. */
const dueAfter = (...late: readonly AuthenticEntry[]): string | null => {
  const view = { decision: { hash: decision.hash }, authority: { mine: "acts" } } as LoopView;
  return recordDue({ view: () => view, ledger: () => ledgerOf(...named, closing, ...late) }, recordHash);
};

describe("a closed record", () => {
  it("is closed again for the countersignature of somebody who had not signed", () => {
    const cleos = aCountersignature("cleo", decision);
    expect(dueAfter()).toBeNull();
    expect(dueAfter(cleos)).toBe(cleos.hash);
  });

  it("is not closed again for somebody who signs once more", () => {
    const at = timestampSchema.parse("2026-11-23T18:00:00.000Z");
    expect(dueAfter(aCountersignature("ben", decision, { at }))).toBeNull();
  });
});
