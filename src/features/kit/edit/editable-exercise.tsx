import type { TextFields } from "../../../domain/kit/edit/kit-edit";
import { exerciseLines } from "../../../domain/kit/edit/kit-edit";
import type { Exercise, Kit } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "../exercise.module.css";
import { words as kitWords } from "../words";
import editClasses from "./edit.module.css";
import { EditableText } from "./editable-text";
import { Minutes, Remove } from "./tools";
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

const Anchors = ({ kit, exercise }: ExerciseProps) => (
  <div>
    <GroupLabel as="h5">{kitWords.anchors}</GroupLabel>
    <dl className={classes.anchors}>
      {kit.exerciseScale.map(({ label }) => (
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

/** Every text of an exercise in a field of its own; the guides of its roles are read here and not changed. */
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
      {kitWords.length}
      <Minutes
        list="exercises"
        id={exercise.id}
        value={exercise.minutes}
        label={words.minutes(exercise.title)}
      />
      <Remove edit={{ type: "remove", list: "exercises", id: exercise.id }} name={exercise.title} />
    </span>
    <Lines kit={kit} exercise={exercise} />
    <Anchors kit={kit} exercise={exercise} />
  </>
);
