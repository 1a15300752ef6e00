import { UnstyledButton } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { nameIn } from "../../../bindings/loop-names";
import { useLoopSession, useLoopView } from "../../../bindings/loop-session-context";
import { possessive } from "../../../bindings/name-lists";
import type { Hash } from "../../../domain/ids";
import { mayBeginThreads, threadsOn } from "../../../domain/loop/may-comment";
import type { CardPart } from "../../../domain/sealing/comment-entries";
import { CommentForm } from "./comment-form";
import classes from "./comments.module.css";
import { Thread } from "./thread";
import { partWords } from "./words";

interface PartCommentsProps {
  readonly envelopeHash: Hash;
  readonly part: CardPart;
  /** Whose card it is. */
  readonly author: string;
  /** The part itself; the way to comment on it stands at its end. */
  readonly children: ReactNode;
}

/** A part of a revealed card with what was said about it, and for those who may, the way to say more. */
export const PartComments = ({ envelopeHash, part, author, children }: PartCommentsProps) => {
  const session = useLoopSession();
  const view = useLoopView();
  const [writing, setWriting] = useState(false);
  const label = `Comment on ${possessive(nameIn(view, author))} ${partWords(part)}`;
  return (
    <>
      <div className={classes.part}>
        <div className={classes.content}>{children}</div>
        {mayBeginThreads(view) && !writing ? (
          <UnstyledButton
            className={classes.begin}
            data-begins-comment
            aria-label={label}
            title={label}
            onClick={() => setWriting(true)}
          >
            <IconMessagePlus size={16} aria-hidden="true" />
          </UnstyledButton>
        ) : null}
      </div>
      {threadsOn(view, envelopeHash, part).map((thread) => (
        <Thread key={thread.hash} thread={thread} />
      ))}
      {writing ? (
        <CommentForm
          label={label}
          onSign={(text) => session.comment({ envelopeHash, part, replyTo: null, text })}
          onDone={() => setWriting(false)}
        />
      ) : null}
    </>
  );
};
