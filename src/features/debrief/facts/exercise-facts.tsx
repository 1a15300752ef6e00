import { IconCheck, IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { type CriterionTally, exerciseFacts, type KeptAnswer } from "../../../domain/debrief/exercise-facts";
import type { ExerciseId } from "../../../domain/ids";
import type { LoopRecord } from "../../../domain/record/record";
import { GroupLabel } from "../../../ui/section";
import { nameIn } from "../names";
import classes from "./facts.module.css";
import { criterionLine, judgedWords } from "./words";

const Criterion = ({ record, tally }: { readonly record: LoopRecord; readonly tally: CriterionTally }) => {
  const names = (persons: readonly string[]) => persons.map((id) => nameIn(record, id));
  const isMet = tally.notMet.length === 0;
  return (
    <li className={classes.criterion}>
      {isMet ? <IconCheck size={14} aria-hidden="true" /> : <IconX size={14} aria-hidden="true" />}
      <span>
        {tally.text}{" "}
        <span className={classes.soft}>{criterionLine(names(tally.met), names(tally.notMet))}</span>
      </span>
    </li>
  );
};

const Answer = ({ record, kept }: { readonly record: LoopRecord; readonly kept: KeptAnswer }) => (
  <li>
    {kept.text === "" ? <span className={classes.soft}>nothing written down</span> : kept.text}{" "}
    <span className={classes.soft}>
      {nameIn(record, kept.personId)} · {judgedWords(kept.correct)}
    </span>
  </li>
);

/** Success criteria with who saw them met, and what was answered to a test's cases. */
export const ExerciseFactsPart = ({
  record,
  exerciseId,
}: {
  readonly record: LoopRecord;
  readonly exerciseId: ExerciseId;
}) => {
  const { criteria, answers } = useMemo(() => exerciseFacts(record, exerciseId), [record, exerciseId]);
  return (
    <>
      {criteria.length === 0 ? null : (
        <section aria-label="Success criteria">
          <GroupLabel as="h3">Success criteria</GroupLabel>
          <ul className={classes.criteria}>
            {criteria.map((tally) => (
              <Criterion key={tally.text} record={record} tally={tally} />
            ))}
          </ul>
        </section>
      )}
      {answers.length === 0 ? null : (
        <section aria-label="Test answers">
          <GroupLabel as="h3">Test answers</GroupLabel>
          {answers.map(({ prompt, kept }) => (
            <div key={prompt} className={classes.slot}>
              <p>{prompt}</p>
              <ul className={classes.lines}>
                {kept.map((one) => (
                  <Answer key={one.personId} record={record} kept={one} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
};
