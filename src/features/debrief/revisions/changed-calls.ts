import { laterRevisions } from "../../../domain/debrief/later-revisions";
import type { CommentThread } from "../../../domain/loop/comment-thread";
import type { LoopRecord, RecordCard } from "../../../domain/record/record";
import { type GivenCall, givenCalls } from "../overall";
import { partLines } from "./words";

/** The parts of a card that stand with its call. */
export const callParts = [{ kind: "overall" }, { kind: "card" }] as const;

/** Later revisions of the card that call something else, or take something else away, than the one before. */
export const changedCalls = (
  record: LoopRecord,
  { envelopeHash }: Pick<GivenCall, "envelopeHash">,
): readonly RecordCard[] => {
  const said = (card: RecordCard): string =>
    callParts.map((part) => partLines(record, card, part)).join("\n");
  const first = record.cards.find((card) => card.envelopeHash === envelopeHash);
  if (first === undefined) return [];
  return laterRevisions(record, first).filter(
    (card, index, later) => said(card) !== said(later[index - 1] ?? first),
  );
};

/** Threads that stand neither with a first revision nor with a changed call: nothing else shows what they speak about. */
export const threadsElsewhere = (
  record: LoopRecord,
  threads: readonly CommentThread[],
): readonly CommentThread[] => {
  const given = givenCalls(record);
  const first = new Set(given.map(({ envelopeHash }) => envelopeHash));
  const changed = new Set(
    given.flatMap((call) => changedCalls(record, call)).map(({ envelopeHash }) => envelopeHash),
  );
  const isOnCall = ({ part }: CommentThread): boolean => callParts.some(({ kind }) => kind === part.kind);
  return threads.filter(
    (thread) => !first.has(thread.envelopeHash) && !(changed.has(thread.envelopeHash) && isOnCall(thread)),
  );
};
