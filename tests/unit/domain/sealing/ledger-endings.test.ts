import { describe, expect, it } from "vitest";
import { layOutCall, mayRelease } from "../../../../src/domain/sealing/call";
import type { LoopEnded } from "../../../../src/domain/sealing/day-events";
import { ledgerToView } from "../../../../src/domain/sealing/ledger-view";
import {
  aCharter,
  aLog,
  allCards,
  allSealed,
  ana,
  anEnvelope,
  aPlanEntry,
  aRawCall,
  aRelease,
  aRoster,
  aTakeover,
  ben,
  fateBeside,
  idOf,
  ledgerUnder,
  morning,
  noon,
  personId,
} from "../../../support/sealing/loop-world";

const charter = aCharter({ protocol: 3, deputies: [personId("ben")] });
const beginning = [charter, aRoster(), aPlanEntry()];
const ledgerOf = ledgerUnder(charter);
const fate = fateBeside(ledgerOf);

const withdrawal: LoopEnded = {
  type: "loopEnded",
  cause: "withdrawn",
  reason: "Took another offer.",
  retentionFrom: "2026-11-23",
  knownReveals: [],
};
const anEnding = (event: Partial<LoopEnded> = {}, by = ana) =>
  aLog(by, { event: { ...withdrawal, ...event } });
const ending = anEnding();
const resumed = aLog(ana, {
  prev: ending.hash,
  event: { type: "loopResumed", endings: [ending.hash], reason: "It was another candidate." },
});
const call = aRawCall();

describe("a loop that was ended", () => {
  it("is so by the authority's word and nobody else's", () => {
    expect(fate(ending, ...beginning)).toBe("accepted");
    expect(fate(anEnding({}, ben), ...beginning)).toBe("refused: notTheAuthority");
    expect(fate(anEnding({}, ben), ...beginning, aTakeover("ben"))).toBe("accepted");
  });

  it("lets no call be laid out, and refuses one that was made without knowing or minding it", () => {
    const ledger = ledgerOf(...beginning, ...allCards, ending);
    const facts = {
      deviceId: idOf(ana),
      caller: personId("ana"),
      at: noon,
      scope: { kind: "loop" },
    } as const;
    expect(layOutCall(ledger, allSealed, facts)).toEqual({ ok: false, error: { type: "loopEnded" } });
    const early = { rule: "early", reason: "We want to know." } as const;
    expect(layOutCall(ledger, early, facts)).toEqual({ ok: false, error: { type: "loopEnded" } });
    expect(fate(call, ...beginning, ...allCards)).toBe("accepted");
    expect(fate(call, ...beginning, ...allCards, ending)).toBe("refused: loopEnded");
  });

  it("opens no card: a release for the refused call counts for nothing", () => {
    const release = aRelease(call, allCards[0], ana);
    expect(fate(release, ...beginning, ...allCards, call)).toBe("accepted");
    expect(fate(release, ...beginning, ...allCards, call, ending)).toBe("refused: callRefused");
    const ledger = ledgerOf(...beginning, ...allCards, call, ending);
    expect(mayRelease(call, allCards[0], ledger)).toEqual({ ok: false, error: { type: "callNotAccepted" } });
  });

  it("leaves open what a call had opened that the ending knew", () => {
    const after = anEnding({ knownReveals: [call.hash] });
    expect(fate(call, ...beginning, ...allCards, after)).toBe("accepted");
  });

  it("goes on once that was taken back, with the call that had been refused", () => {
    const ledger = ledgerOf(...beginning, ...allCards, ending, resumed, call);
    expect(ledger.calls).toEqual([call]);
    expect(ledgerToView(ledger, idOf(ana), new Map(), []).day.ended).toBeNull();
    const byBen = aLog(ben, { event: { type: "loopResumed", endings: [ending.hash], reason: "No." } });
    expect(fate(byBen, ...beginning, ending)).toBe("refused: notTheAuthority");
  });

  it("takes back only the endings that are named", () => {
    const other = aLog(ana, { prev: resumed.hash, event: { ...withdrawal, cause: "cancelled" } });
    const ledger = ledgerOf(...beginning, ...allCards, ending, resumed, other, call);
    expect(ledger.calls).toEqual([]);
    const { ended } = ledgerToView(ledger, idOf(ana), new Map(), []).day;
    expect(ended).toMatchObject({ cause: "cancelled", by: personId("ana"), retentionFrom: "2026-11-23" });
  });

  it("still takes what was sealed, since nothing that was written is thrown away", () => {
    const amended = anEnvelope("ben", morning);
    expect(fate(amended, ...beginning, ending)).toBe("accepted");
  });

  it("comes out the same in whatever order the entries came", () => {
    const entries = [...beginning, ...allCards, ending, resumed, call];
    expect(ledgerOf(...entries.toReversed())).toEqual(ledgerOf(...entries));
  });

  it("is nothing a loop of an older protocol knows", () => {
    const older = aCharter({ protocol: 2 });
    const fateThere = fateBeside(ledgerUnder(older));
    expect(fateThere(ending, older, aRoster(), aPlanEntry())).toBe("refused: kindNotInProtocol");
  });
});
