import { packOutline } from "../../../../src/documents/outlines/pack";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aFullRecord } from "../../../../tests/support/full-record";

const facts = {
  recordHash: "b".repeat(43),
  generatedAt: "2026-11-23T12:00:00.000Z",
  disclosure: closedDisclosure,
  otherCandidates: [],
};

/** The record of twelve panelists and 28 questions, four of them in each slot: an HR file of 62 pages. */
export const hrRecord = (): LoopRecord => aFullRecord({ panelists: 12, questions: 28, inEachSlot: 4 });

/** What the HR file says. */
export const hrOutline = (record: LoopRecord) => packOutline(record, "hrFile", facts);
