import type { TextFields } from "../../../domain/kit/edit/kit-edit";
import { exerciseLines } from "../../../domain/kit/edit/kit-edit";
import type { Exercise, Kit } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "../exercise.module.css";
import { placeKey } from "../go-to-place";
import { words as kitWords } from "../words";
import editClasses from "./edit.module.css";
import { EditableItems } from "./editable-items";
import { EditableNumber } from "./editable-number";
import { EditableRoles } from "./editable-roles";
import { EditableText } from "./editable-text";
import { Remove } from "./tools";
import { words } from "./words";

const passages: readonly (readonly [TextFields["exercises"], string])[] = [
  ["title", words.exerciseTitle],
  ["prompt", words.prompt],
  ["scenario", kitWords.scenario],
  ["problem", kitWords.problem],
  ["format", kitWords.format],
  ["preparation", kitWords.preparation],
  ["audience", kitWords.audience],
];

interface ExerciseProps {
  readonly kit: Kit;
  readonly exercise: Exercise;
}

const Lines = ({ kit, exercise }: ExerciseProps) => (
  <div className={classes.lists}>
    {exerciseLines.map((field) => (
      <div key={field}>
        <GroupLabel as="h5">{kitWords[field]}</GroupLabel>
        <EditableText
          kit={kit}
          spot={{ in: "exerciseLines", id: exercise.id, field }}
          label={words.lines(kitWords[field])}
          placeholder={words.nothingYet}
        />
      </div>
    ))}
  </div>
);

/** The points of the scale, and whatever else the exercise has texts for. */
const labelsOf = (kit: Kit, exercise: Exercise): readonly string[] => [
  ...new Set([...kit.exerciseScale, ...exercise.anchors].map(({ label }) => label)),
];

const Anchors = ({ kit, exercise }: ExerciseProps) => (
  <div data-place={placeKey({ part: "exercise", id: exercise.id })}>
    <GroupLabel as="h5">{kitWords.anchors}</GroupLabel>
    <dl className={classes.anchors}>
      {labelsOf(kit, exercise).map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <EditableText
              kit={kit}
              spot={{ in: "anchor", exerciseId: exercise.id, label }}
              label={words.anchor(label)}
              placeholder={words.nothingYet}
            />
          </dd>
        </div>
      ))}
    </dl>
  </div>
);

/** Every text of an exercise in a field of its own, with its test items and the guides of its roles. */
export const EditableExercise = ({ kit, exercise }: ExerciseProps) => (
  <>
    {passages.map(([field, label]) => (
      <div key={field}>
        <GroupLabel as="h5">{label}</GroupLabel>
        <EditableText
          kit={kit}
          spot={{ in: "exercises", id: exercise.id, field }}
          label={label}
          placeholder={words.nothingYet}
        />
      </div>
    ))}
    <span className={editClasses.tools}>
      <EditableNumber
        spot={{ in: "exercises", id: exercise.id, field: "minutes" }}
        value={exercise.minutes}
        label={words.lengthMinutes}
        isShown
      />
      <EditableNumber
        spot={{ in: "exercises", id: exercise.id, field: "responseMinutes" }}
        value={exercise.responseMinutes}
        label={words.answerMinutes}
        isShown
      />
      <Remove edit={{ type: "remove", list: "exercises", id: exercise.id }} name={exercise.title} />
    </span>
    <Lines kit={kit} exercise={exercise} />
    {exercise.kind === "test" || exercise.items.length > 0 ? (
      <EditableItems kit={kit} exercise={exercise} />
    ) : null}
    <Anchors kit={kit} exercise={exercise} />
    {exercise.kind === "workSimulation" || exercise.roles.length > 0 ? (
      <EditableRoles kit={kit} exercise={exercise} />
    ) : null}
  </>
);
