import { Button } from "@mantine/core";
import { IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { nameIn } from "../../../bindings/loop-names";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { counted } from "../../../bindings/name-lists";
import type { Failure } from "../../../bindings/services";
import type { CommentThread, ThreadComment } from "../../../domain/loop/comment-thread";
import { mayAnswer, mayBeginThreads } from "../../../domain/loop/may-comment";
import { ErrorCard } from "../../../ui/error-card";
import { timeText } from "../../../ui/time-text";
import { CommentForm } from "./comment-form";
import classes from "./comments.module.css";
import { partWords, settledWords, settleTrouble } from "./words";

const Said = ({ comment, name }: { readonly comment: ThreadComment; readonly name: string }) => (
  <li>
    <p className={classes.who}>
      <b>{name}</b> <time dateTime={comment.at}>{timeText(comment.at)}</time>
      <span title={`Entry ${comment.hash}`}>
        <IconSignature size={14} aria-hidden="true" /> signed
      </span>
    </p>
    <p className={classes.text}>{comment.text}</p>
  </li>
);

const useSettling = (thread: CommentThread) => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const settle = async () => {
    setBusy(true);
    const done = await session.resolveThread(thread.hash, thread.resolved ? "reopened" : "resolved");
    setBusy(false);
    setFailure(done.ok ? null : done.error);
  };
  return { settle, failure, busy };
};

const Acts = ({ thread, onAnswer }: { readonly thread: CommentThread; readonly onAnswer: () => void }) => {
  const view = useLoopView();
  const { settle, failure, busy } = useSettling(thread);
  return (
    <>
      {failure === null ? null : <ErrorCard trouble={settleTrouble(failure)} />}
      <div className={classes.buttons}>
        {mayAnswer(view, thread) ? (
          <Button size="compact-xs" variant="default" onClick={onAnswer}>
            Answer
          </Button>
        ) : null}
        {mayBeginThreads(view) ? (
          <Button size="compact-xs" variant="default" loading={busy} onClick={() => void settle()}>
            {thread.resolved ? "Open it again" : "Settle it"}
          </Button>
        ) : null}
      </div>
    </>
  );
};

const Open = ({ thread }: { readonly thread: CommentThread }) => {
  const session = useLoopSession();
  const view = useLoopView();
  const [answering, setAnswering] = useState(false);
  const { hash, envelopeHash, part } = thread;
  return (
    <>
      <ol className={classes.said}>
        {thread.comments.map((comment) => (
          <Said key={comment.hash} comment={comment} name={nameIn(view, comment.personId)} />
        ))}
      </ol>
      {answering ? (
        <CommentForm
          label="Answer in this thread"
          onSign={(text) => session.comment({ envelopeHash, part, replyTo: hash, text })}
          onDone={() => setAnswering(false)}
        />
      ) : (
        <Acts thread={thread} onAnswer={() => setAnswering(true)} />
      )}
    </>
  );
};

/** What was said about one part of a card; settled threads are folded to a line. */
export const Thread = ({ thread }: { readonly thread: CommentThread }) => {
  const view = useLoopView();
  const label = `Comments on ${nameIn(view, thread.author)}’s ${partWords(thread.part)}`;
  if (!thread.resolved)
    return (
      <section className={classes.thread} aria-label={label}>
        <Open thread={thread} />
      </section>
    );
  return (
    <section className={classes.thread} aria-label={label} data-settled>
      <details>
        <summary>
          {settledWords(thread.resolutions, (personId) => nameIn(view, personId))} ·{" "}
          {counted(thread.comments.length, "comment")}
        </summary>
        <Open thread={thread} />
      </details>
    </section>
  );
};
