import { expect, it } from "vitest";
import { type Hash, hashSchema } from "../../../../../src/domain/ids";
import type { CommentThread } from "../../../../../src/domain/loop/comment-thread";
import { changedCalls, threadsElsewhere } from "../../../../../src/features/debrief/revisions/changed-calls";
import { aHash } from "../../../../support/builders/ids";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);
const hashOf = (revision: number): Hash => aHash(hashSchema, `ana-${revision}`);
const revised = (revision: number, takeaway: string) =>
  aRecordCard(aCard(slot, "ana", {}, { takeaway }), { revision, envelopeHash: hashOf(revision) });

// The third revision changes neither call nor take-away.
const record = aRecord(
  [revised(1, "Careful."), revised(2, "Too careful."), revised(3, "Too careful.")],
  [slot],
);
const on = (revision: number, kind: "overall" | "card" | "exercise") =>
  ({ envelopeHash: hashOf(revision), part: { kind } }) as CommentThread;

it("a call stands again only where a revision changed it", () => {
  expect(changedCalls(record, { envelopeHash: hashOf(1) }).map(({ revision }) => revision)).toEqual([2]);
});

it("a thread on a changed call stands with that call alone, every other one on a later revision elsewhere", () => {
  const withACall = [on(1, "overall"), on(2, "overall"), on(2, "card")];
  const elsewhere = [on(2, "exercise"), on(3, "overall"), on(3, "card")];
  expect(threadsElsewhere(record, [...withACall, ...elsewhere])).toEqual(elsewhere);
});
