import { IconCheck, IconX } from "@tabler/icons-react";
import type { CriterionMark } from "../../../domain/card/card";
import { GroupLabel } from "../../../ui/section";
import { keepFocus } from "../keep-focus";
import classes from "./exercise.module.css";
import { criterionWords } from "./words";

interface CriteriaProps {
  readonly criteria: readonly string[];
  readonly marks: readonly CriterionMark[];
  readonly onMark: (criterion: number, met: boolean | null) => void;
}

/** What a press makes of a mark: not judged, met, not met, and round again. */
const next = (met: boolean | null): boolean | null => (met === null ? true : met ? false : null);

const stateOf = (met: boolean | null): keyof typeof criterionWords =>
  met === null ? "open" : met ? "met" : "notMet";

/** What the exercise is judged by, each to be ticked as met or not met. */
export const Criteria = ({ criteria, marks, onMark }: CriteriaProps) => {
  if (criteria.length === 0) return null;
  return (
    <div>
      <GroupLabel as="h2">Success criteria</GroupLabel>
      <ul className={classes.criteria}>
        {criteria.map((text, index) => {
          const met = marks.find((mark) => mark.criterion === index)?.met ?? null;
          const state = stateOf(met);
          return (
            <li key={text}>
              <button
                type="button"
                className={classes.criterion}
                data-state={state}
                onMouseDown={keepFocus}
                onClick={() => onMark(index, next(met))}
              >
                <span className={classes.box} aria-hidden="true">
                  {met === null ? null : met ? <IconCheck size={14} /> : <IconX size={14} />}
                </span>
                <span>{text}</span>
                <span className={classes.state}>{criterionWords[state]}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
