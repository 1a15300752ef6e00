import type { CellAnswer } from "../../domain/debrief/matrix";
import type { Indicator } from "../../domain/kit/kit";
import { PartComments } from "./comments/part-comments";
import classes from "./evidence.module.css";
import { signWords } from "./words";

interface HeardProps {
  readonly signs: readonly Indicator[];
  readonly answer: CellAnswer;
  readonly author: string;
}

/** What one card says about a question or an exercise: its notes and signs, each with what was said about it. */
export const Heard = ({ signs, answer: { questionId, envelopeHash, answer }, author }: HeardProps) => (
  <>
    {answer.notes.map((note, index) => (
      <PartComments
        // biome-ignore lint/suspicious/noArrayIndexKey: a sealed note never moves
        key={index}
        envelopeHash={envelopeHash}
        part={{ kind: "note", questionId, index }}
        author={author}
      >
        <p className={note.quote ? classes.quote : undefined}>{note.quote ? `“${note.text}”` : note.text}</p>
      </PartComments>
    ))}
    <PartComments
      envelopeHash={envelopeHash}
      part={questionId === null ? { kind: "exercise" } : { kind: "answer", questionId }}
      author={author}
    >
      <p className={classes.soft}>
        {answer.ticks.length === 0
          ? "No sign ticked"
          : answer.ticks.map((tick) => signWords(tick, signs)).join(" · ")}
      </p>
    </PartComments>
  </>
);
