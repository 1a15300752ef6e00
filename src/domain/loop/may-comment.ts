import type { Hash } from "../ids";
import { type CardPart, isSamePart } from "../sealing/comment-entries";
import type { CommentThread } from "./comment-thread";
import type { LoopView } from "./loop-view";
import { wearsHat } from "./roster";

/** True where this laptop's person begins and settles threads: hiring managers, and who is in charge. The ledger judges the same. */
export const mayBeginThreads = ({ me, authority, removed }: LoopView): boolean =>
  me !== null && removed === null && (authority.mine === "acts" || wearsHat(me, "hiringManager"));

/** True where this laptop's person may answer in the thread: those who may begin one, and the card's author. */
export const mayAnswer = (view: LoopView, { author }: Pick<CommentThread, "author">): boolean =>
  mayBeginThreads(view) || (view.removed === null && view.me?.personId === author);

/** What was said about one part of one card, oldest first. */
export const threadsOn = (
  { comments }: Pick<LoopView, "comments">,
  envelopeHash: Hash,
  part: CardPart,
): readonly CommentThread[] =>
  comments.filter((thread) => thread.envelopeHash === envelopeHash && isSamePart(thread.part, part));
