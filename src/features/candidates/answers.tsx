import type { KnockOutResult } from "../../domain/candidates/knock-out";
import { Chip } from "../../ui/chip";
import { answerText } from "./application-words";
import classes from "./candidates.module.css";
import { words } from "./words";

/** The knock-out questions as they were asked, with the answers; those that end the application are marked. */
export const Answers = ({ results }: { readonly results: readonly KnockOutResult[] }) => (
  <dl className={classes.answers} aria-label={words.answers}>
    {results.map(({ questionId, prompt, answer, disqualifies }) => (
      <div key={questionId}>
        <dt>{prompt}</dt>
        <dd>
          {answerText(answer)} {disqualifies ? <Chip tone="attention">{words.ends}</Chip> : null}
        </dd>
      </div>
    ))}
  </dl>
);
