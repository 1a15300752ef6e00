import { useLoopView } from "../../../bindings/loop-session-context";
import { cardOf } from "../../../domain/debrief/later-revisions";
import type { CommentThread } from "../../../domain/loop/comment-thread";
import type { LoopRecord } from "../../../domain/record/record";
import { GroupLabel } from "../../../ui/section";
import { Thread } from "../comments/thread";
import evidence from "../evidence.module.css";
import { nameIn } from "../names";
import { threadsElsewhere } from "./changed-calls";
import classes from "./revisions.module.css";
import { partLines, revisionWords } from "./words";

interface SpokenOfProps {
  readonly record: LoopRecord;
  readonly thread: CommentThread;
}

/** The part of the revision that a thread speaks about, as it was sealed. */
const SpokenOf = ({ record, thread }: SpokenOfProps) => {
  const card = cardOf(record, thread);
  if (card === undefined) return <p className={classes.soft}>This card is not open here.</p>;
  return (
    <div className={classes.revision}>
      <p className={classes.soft}>{revisionWords(card)}</p>
      {partLines(record, card, thread.part).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sealed card never changes
        <p key={index}>{line}</p>
      ))}
    </div>
  );
};

/** Threads on later revisions’ answers, versions set aside and trainees’ cards, each beside what it speaks about. */
export const OtherRevisions = ({ record }: Pick<SpokenOfProps, "record">) => {
  const threads = threadsElsewhere(record, useLoopView().comments);
  if (threads.length === 0) return null;
  return (
    <section aria-label="Comments on other revisions">
      <GroupLabel as="h3">Comments on other revisions</GroupLabel>
      {threads.map((thread) => (
        <div key={thread.hash} className={evidence.evidence}>
          <b>{nameIn(record, thread.author)}</b>
          <SpokenOf record={record} thread={thread} />
          <Thread thread={thread} />
        </div>
      ))}
    </section>
  );
};
