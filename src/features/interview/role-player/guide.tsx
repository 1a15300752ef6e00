import type { ExerciseRole } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "./role-player.module.css";

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <div>
      <GroupLabel as="h2">{title}</GroupLabel>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );

/** Who the role player is and what they never do: stays in view whatever happens beside it. */
export const PinnedGuide = ({ role }: { readonly role: ExerciseRole }) => (
  <aside className={classes.pinned} aria-label="Who you are">
    <GroupLabel as="h2">Motivation</GroupLabel>
    <p className={classes.motivation}>{role.motivation}</p>
    <Lines title="Constraints" lines={role.constraints} />
    <div className={classes.doNot}>
      <Lines title="Do not" lines={role.doNot} />
    </div>
  </aside>
);

/** How to play it. */
export const Guidance = ({ role }: { readonly role: ExerciseRole }) => (
  <Lines title="Guidance" lines={role.guidance} />
);
