import { IconCheck } from "@tabler/icons-react";
import type { RolePlay } from "../../../domain/card/card";
import type { ExerciseRole } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import { clockText } from "../clock";
import classes from "./role-player.module.css";
import { words } from "./words";

interface TensionsProps {
  readonly role: ExerciseRole;
  readonly rolePlay: RolePlay | null;
  /** Null where nothing can be ticked: before the start, after sealing, for the facilitator. */
  readonly onTick: ((tension: number) => void) | null;
}

/** The scripted tensions, each ticked off with the time on the slot's clock. Digit keys do the same. */
export const Tensions = ({ role, rolePlay, onTick }: TensionsProps) => (
  <div>
    <GroupLabel as="h2">{words.tensions}</GroupLabel>
    <ol className={classes.tensions}>
      {role.tensions.map((text, index) => {
        const done = rolePlay?.delivered.find(({ tension }) => tension === index);
        return (
          <li key={text}>
            <button
              type="button"
              className={classes.tension}
              aria-pressed={done !== undefined}
              disabled={onTick === null}
              onClick={() => onTick?.(index)}
            >
              <span className={classes.box} aria-hidden="true">
                {done === undefined ? index + 1 : <IconCheck size={16} />}
              </span>
              <span>{text}</span>
              <span className={classes.time}>
                {done === undefined ? "" : done.atMs === null ? "done" : clockText(done.atMs)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  </div>
);
