import type { Anchor, Exercise, Kit } from "../../domain/kit/kit";
import { GroupLabel, Section } from "../../ui/section";
import { EditableExercise } from "./edit/editable-exercise";
import { useEditing } from "./edit/editing";
import classes from "./exercise.module.css";
import { Facts, Passage, Points } from "./parts";
import { RoleGuide } from "./role-guide";
import { SaveBrief } from "./save-brief";
import { SignColumns } from "./sign-columns";
import { words } from "./words";

const kindWords: Readonly<Record<Exercise["kind"], string>> = {
  presentation: words.presentation,
  workSimulation: words.workSimulation,
  test: words.test,
};

const minutesText = (minutes: number | null): string => (minutes === null ? "" : words.minutes(minutes));

const factsOf = (exercise: Exercise): readonly (readonly [string, string])[] => [
  [words.format, exercise.format],
  [words.length, minutesText(exercise.minutes)],
  [words.preparation, exercise.preparation],
  [words.audience, exercise.audience],
  [
    words.answerTime,
    exercise.responseMinutes === exercise.minutes ? "" : minutesText(exercise.responseMinutes),
  ],
];

const Anchors = ({ anchors }: { readonly anchors: readonly Anchor[] }) =>
  anchors.length === 0 ? null : (
    <div>
      <GroupLabel as="h5">{words.anchors}</GroupLabel>
      <dl className={classes.anchors}>
        {anchors.map((anchor) => (
          <div key={anchor.label}>
            <dt>{anchor.label}</dt>
            <dd>{anchor.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );

const Items = ({ items }: { readonly items: Exercise["items"] }) =>
  items.length === 0 ? null : (
    <div>
      <GroupLabel as="h5">{words.items}</GroupLabel>
      <ol className={classes.items}>
        {items.map((item) => (
          <li key={item.id}>
            {item.prompt}
            {item.expected === "" ? null : (
              <small>
                {words.expected}: {item.expected}
              </small>
            )}
          </li>
        ))}
      </ol>
    </div>
  );

interface ExerciseViewProps {
  readonly exercise: Exercise;
  readonly kit: Kit;
}

const ReadExercise = ({ exercise }: Pick<ExerciseViewProps, "exercise">) => (
  <>
    {exercise.prompt === "" ? null : <p className={classes.prompt}>{exercise.prompt}</p>}
    <Passage title={words.scenario} text={exercise.scenario} />
    <Passage title={words.problem} text={exercise.problem} />
    <Facts facts={factsOf(exercise)} />
    <div className={classes.lists}>
      <Points title={words.successCriteria} points={exercise.successCriteria} />
      <Points title={words.prepare} points={exercise.prepare} />
      <Points title={words.deliverables} points={exercise.deliverables} />
      <Points title={words.reviewBeforehand} points={exercise.reviewBeforehand} />
      <Points title={words.groundRules} points={exercise.groundRules} />
    </div>
    <Items items={exercise.items} />
    <Anchors anchors={exercise.anchors} />
  </>
);

/** One exercise with everything listed under it; the role player's guide stays folded. */
export const ExerciseView = ({ exercise, kit }: ExerciseViewProps) => {
  const isEdited = useEditing() !== null;
  return (
    <Section
      id={`exercise-${exercise.id}`}
      level={3}
      title={exercise.title}
      note={exercise.title === kindWords[exercise.kind] ? undefined : kindWords[exercise.kind]}
    >
      <div className={classes.card}>
        {isEdited ? <EditableExercise kit={kit} exercise={exercise} /> : <ReadExercise exercise={exercise} />}
        <SignColumns
          kit={kit}
          owner={{ list: "exercises", id: exercise.id }}
          positive={exercise.positive}
          negative={exercise.negative}
        />
        {isEdited ? null : exercise.roles.map((role) => <RoleGuide key={role.id} role={role} />)}
        <SaveBrief exercise={exercise} kitTitle={kit.title} />
      </div>
    </Section>
  );
};
