import type { CommentThread, ThreadComment } from "../loop/comment-thread";
import type { AuthenticEntry } from "./entries";
import { standingResolutions } from "./ledger/comments";
import type { LoopLedger } from "./ledger/ledger";

type Comment = AuthenticEntry<"comment">;
type Resolution = AuthenticEntry<"resolution">;

/** By the writers' clocks, which prove nothing; of one moment by the entries' names, the same on every laptop. */
const byTime = (one: Comment | Resolution, other: Comment | Resolution): number =>
  one.body.at.localeCompare(other.body.at) || (one.hash < other.hash ? -1 : 1);

const toThreadComment = ({ hash, body: { personId, at, text } }: Comment): ThreadComment => ({
  hash,
  personId,
  at,
  text,
});

/** Settled where every standing word says so: of two who spoke apart, the one who still sees something open is heard. */
const isResolved = (thread: Comment, { resolutions }: LoopLedger): boolean => {
  const standing = standingResolutions(thread.hash, resolutions);
  return standing.length > 0 && standing.every(({ body }) => body.state === "resolved");
};

const resolutionsOf = (thread: Comment, { resolutions }: LoopLedger): Pick<CommentThread, "resolutions"> => {
  const words = resolutions.filter(({ body }) => body.thread === thread.hash).toSorted(byTime);
  if (words.length === 0) return {};
  return {
    resolutions: words.map(({ hash, body: { personId, at, state } }) => ({ hash, personId, at, state })),
  };
};

/** The threads on revealed cards, oldest first; the same on every laptop that holds the same entries. */
export const threadsOf = (ledger: LoopLedger): readonly CommentThread[] => {
  const { comments, cards } = ledger;
  return comments
    .filter(({ body }) => body.replyTo === null)
    .toSorted(byTime)
    .flatMap((first) => {
      const card = cards.find(({ hash }) => hash === first.body.envelopeHash);
      if (card === undefined) return [];
      const replies = comments.filter(({ body }) => body.replyTo === first.hash).toSorted(byTime);
      return [
        {
          hash: first.hash,
          envelopeHash: first.body.envelopeHash,
          slotId: card.body.header.slotId,
          author: card.body.header.personId,
          part: first.body.part,
          comments: [first, ...replies].map(toThreadComment),
          resolved: isResolved(first, ledger),
          ...resolutionsOf(first, ledger),
        },
      ];
    });
};
