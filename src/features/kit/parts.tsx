import { Prose } from "../../ui/page";
import { GroupLabel } from "../../ui/section";
import classes from "./parts.module.css";

/** Paragraphs of prose; nothing where there are none. */
export const Lead = ({ paragraphs }: { readonly paragraphs: readonly string[] }) =>
  paragraphs.length === 0 ? null : (
    <div className={classes.lead}>
      <Prose>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Prose>
    </div>
  );

/** Short facts in one row, "Format: deck"; those the kit does not give are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [label: string, text: string])[] }) => (
  <dl className={classes.facts}>
    {facts
      .filter(([, text]) => text !== "")
      .map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
  </dl>
);

interface PointsProps {
  readonly title: string;
  readonly points: readonly string[];
}

/** A titled list of short lines; nothing where there are none. */
export const Points = ({ title, points }: PointsProps) =>
  points.length === 0 ? null : (
    <div>
      <GroupLabel as="h5">{title}</GroupLabel>
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );

/** A titled paragraph; nothing where it is empty. */
export const Passage = ({ title, text }: { readonly title: string; readonly text: string }) =>
  text === "" ? null : (
    <div>
      <GroupLabel as="h5">{title}</GroupLabel>
      <p className={classes.passage}>{text}</p>
    </div>
  );
