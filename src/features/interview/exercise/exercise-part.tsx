import { answerTestItem, markCriterion } from "../../../domain/card/change-exercise";
import { exerciseById } from "../../../domain/kit/lookup";
import { GroupLabel } from "../../../ui/section";
import type { Desk } from "../desk";
import { Criteria } from "./criteria";
import classes from "./exercise.module.css";
import type { RunningPhase } from "./kept-phase";
import { PhaseClock } from "./phase-clock";
import { TestItems } from "./test-items";

interface ExercisePartProps {
  readonly desk: Desk;
  readonly running: RunningPhase | null;
  readonly onRun: (running: RunningPhase | null) => void;
}

const Passage = ({ text }: { readonly text: string }) =>
  text === "" ? null : <p className={classes.passage}>{text}</p>;

const Material = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <div>
      <GroupLabel as="h2">{title}</GroupLabel>
      <ul className={classes.material}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );

/** What an exercise has beside a question: its phases, the situation, the material, the criteria, a test's cases. */
export const ExercisePart = ({ desk, running, onRun }: ExercisePartProps) => {
  const { card, slot, view, change } = desk;
  if (slot.exerciseId === null || card.exercise === null) return null;
  const exercise = exerciseById(view.kit, slot.exerciseId);
  return (
    <div className={classes.part}>
      <PhaseClock exercise={exercise} running={running} onRun={onRun} />
      <Passage text={exercise.scenario} />
      {exercise.prompt === "" ? null : <Passage text={exercise.problem} />}
      <Criteria
        criteria={exercise.successCriteria}
        marks={card.exercise.criteria}
        onMark={(criterion, met) => change((before) => markCriterion(before, criterion, met))}
      />
      <TestItems
        items={exercise.items}
        answers={card.exercise.testAnswers}
        onAnswer={(itemId, said) =>
          change(
            (before) => answerTestItem(before, itemId, said),
            said.text === undefined ? undefined : `answer ${itemId}`,
          )
        }
      />
      <div className={classes.lists}>
        <Material title="On the table" items={exercise.reviewBeforehand} />
        <Material title="The candidate brings" items={exercise.deliverables} />
        <Material title="Ground rules" items={exercise.groundRules} />
      </div>
    </div>
  );
};
