import type { Hash } from "../../ids";
import { wearsHat } from "../../loop/roster";
import type { AuthenticEntry } from "../entries";
import { bounded, keepOnly } from "./bounds";
import { signerFault } from "./laptops";
import type { Authority } from "./members";
import { type RevealedGround, revealedVerdict } from "./revealed-card";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Comment = AuthenticEntry<"comment">;
type Resolution = AuthenticEntry<"resolution">;
type Roster = AuthenticEntry<"roster">;

export interface CommentGround extends RevealedGround {
  readonly members: Authority;
  readonly rosters: readonly Roster[];
  /** False in loops whose protocol lets everybody say as much as they like. */
  readonly isBounded: boolean;
}

const isHiringManager = (personId: string, rosters: readonly Roster[]): boolean =>
  rosters.some(({ body }) =>
    body.persons.some((person) => person.personId === personId && wearsHat(person, "hiringManager")),
  );

/** Who begins and settles threads: hiring managers, the facilitator, and deputies who took over. */
const mayComment = (entry: Comment | Resolution, { members, rosters }: CommentGround): boolean =>
  members.isAuthority(entry) || isHiringManager(entry.body.personId, rosters);

const judgeFirst = (entry: Comment, ground: CommentGround): Verdict => {
  const fault = signerFault(entry, entry.body.personId, ground.members);
  if (fault !== null) return fault;
  return mayComment(entry, ground) ? revealedVerdict(entry.body, ground) : refused("mayNotComment");
};

const threadVerdict = (thread: Hash, threads: Sorted<Comment>): Comment | Verdict => {
  if (threads.refused.some(({ hash }) => hash === thread)) return refused("threadRefused");
  return threads.accepted.find(({ hash }) => hash === thread) ?? waitingFor("commentMissing", [thread]);
};

/** Who wrote the card may answer on it, whatever hat they wear. */
const isAuthor = ({ body }: Comment, { envelopes }: CommentGround): boolean =>
  envelopes.accepted.some(
    ({ hash, body: { header } }) => hash === body.envelopeHash && header.personId === body.personId,
  );

const judgeReply = (entry: Comment, threads: Sorted<Comment>, ground: CommentGround): Verdict => {
  const { personId, replyTo, envelopeHash } = entry.body;
  const fault = signerFault(entry, personId, ground.members);
  if (fault !== null) return fault;
  const first = replyTo === null ? refused("threadMismatch") : threadVerdict(replyTo, threads);
  if ("is" in first) return first;
  if (first.body.envelopeHash !== envelopeHash) return refused("threadMismatch");
  if (!mayComment(entry, ground) && !isAuthor(entry, ground)) return refused("mayNotComment");
  return revealedVerdict(entry.body, ground);
};

const together = (one: Sorted<Comment>, other: Sorted<Comment>): Sorted<Comment> => ({
  accepted: [...one.accepted, ...other.accepted],
  refused: [...one.refused, ...other.refused],
  waiting: [...one.waiting, ...other.waiting],
});

/** An answer in a thread whose first comment was one too many goes with it. */
const withThreads = (kept: Sorted<Comment>): Sorted<Comment> => {
  const here = new Set(kept.accepted.map(({ hash }) => hash));
  return keepOnly(kept, ({ body }) => body.replyTo === null || here.has(body.replyTo), "threadRefused");
};

/** Comments on revealed cards: the first of each thread, then the answers in it. */
export const judgeComments = (comments: readonly Comment[], ground: CommentGround): Sorted<Comment> => {
  const first = comments.filter(({ body }) => body.replyTo === null);
  const threads = judgeEach(first, (entry) => judgeFirst(entry, ground));
  const replies = comments.filter(({ body }) => body.replyTo !== null);
  const all = together(
    threads,
    judgeEach(replies, (entry) => judgeReply(entry, threads, ground)),
  );
  return ground.isBounded ? withThreads(bounded(all)) : all;
};

/** Words that a thread is settled or is not, by those who may begin one. */
export const judgeResolutions = (
  resolutions: readonly Resolution[],
  comments: Sorted<Comment>,
  ground: CommentGround,
): Sorted<Resolution> => {
  const judged = judgeEach(resolutions, (entry) => {
    const fault = signerFault(entry, entry.body.personId, ground.members);
    if (fault !== null) return fault;
    if (!mayComment(entry, ground)) return refused("mayNotComment");
    const first = threadVerdict(entry.body.thread, comments);
    if ("is" in first) return first;
    return first.body.replyTo === null ? accepted : refused("threadMismatch");
  });
  return ground.isBounded ? bounded(judged) : judged;
};

/** What stands of what was said about a thread: every word that no other stands in place of. */
export const standingResolutions = (
  thread: Hash,
  resolutions: readonly Resolution[],
): readonly Resolution[] => {
  const own = resolutions.filter(({ body }) => body.thread === thread);
  const replaced = new Set<Hash>(own.flatMap(({ body }) => body.replaces));
  return own.filter(({ hash }) => !replaced.has(hash));
};
