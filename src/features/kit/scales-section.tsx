import type { KitScale } from "../../domain/kit/edit/kit-edit";
import type { Kit } from "../../domain/kit/kit";
import { overallCalls, type RatingScale } from "../../domain/kit/scale";
import { GroupLabel, Section } from "../../ui/section";
import { EditableScale } from "./edit/editable-scale";
import { useEditing } from "./edit/editing";
import classes from "./exercise.module.css";
import { sectionIds } from "./kit-index";
import partClasses from "./parts.module.css";
import { words } from "./words";

const Points = ({ scale }: { readonly scale: RatingScale }) => (
  <dl className={classes.anchors}>
    {scale.map(({ value, label, anchor }) => (
      <div key={value}>
        <dt>
          {value} {label}
        </dt>
        <dd>{anchor}</dd>
      </div>
    ))}
  </dl>
);

const scales: readonly (readonly [KitScale, string, string])[] = [
  ["questionScale", words.questionScale, words.questionScaleNote],
  ["exerciseScale", words.exerciseScale, words.exerciseScaleNote],
];

/** What questions, exercises and the whole are rated on. */
export const ScalesSection = ({ kit }: { readonly kit: Kit }) => {
  const isEdited = useEditing() !== null;
  return (
    <Section id={sectionIds.scales} title={words.scales}>
      {scales.map(([scale, title, note]) => (
        <div key={scale} className={partClasses.group}>
          <GroupLabel as="h3">{title}</GroupLabel>
          <p className={partClasses.quiet}>{note}</p>
          {isEdited ? <EditableScale kit={kit} scale={scale} title={title} /> : <Points scale={kit[scale]} />}
        </div>
      ))}
      <div className={partClasses.group}>
        <GroupLabel as="h3">{words.overallScale}</GroupLabel>
        <p>{overallCalls.map((call) => words.overallCalls[call]).join(" · ")}</p>
        <p className={partClasses.quiet}>{words.overallNote}</p>
      </div>
    </Section>
  );
};
