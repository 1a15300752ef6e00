import type { AbsenceReason, Rating } from "../../domain/card/card";
import { GroupLabel } from "../../ui/section";
import classes from "./rating-panel.module.css";
import type { Subject } from "./subject";

interface RatingPanelProps {
  readonly subject: Subject;
  readonly onRate: (rating: Rating) => void;
  readonly disabled: boolean;
}

const absences: readonly { readonly reason: AbsenceReason; readonly label: string }[] = [
  { reason: "notObserved", label: "? not observed" },
  { reason: "insufficientEvidence", label: "~ not enough evidence" },
];

/** The scale with its anchors always in view, highest first, and the ways to say that there is no rating. */
export const RatingPanel = ({ subject, onRate, disabled }: RatingPanelProps) => {
  const { rating } = subject.evidence;
  return (
    <div>
      <GroupLabel as="h3">Your rating</GroupLabel>
      <div className={classes.points}>
        {[...subject.scale].reverse().map((point) => (
          <button
            key={point.value}
            type="button"
            className={classes.point}
            aria-pressed={rating.kind === "rated" && rating.value === point.value}
            disabled={disabled}
            onClick={() => onRate({ kind: "rated", value: point.value })}
          >
            <b>{point.value}</b>
            <span className={classes.label}>{point.label}</span>
            <span className={classes.anchor}>{point.anchor}</span>
          </button>
        ))}
      </div>
      <div className={classes.absences}>
        {absences.map(({ reason, label }) => {
          const chosen = rating.kind === "absent" && rating.reason === reason;
          return (
            <button
              key={reason}
              type="button"
              className={classes.absence}
              aria-pressed={chosen}
              disabled={disabled}
              onClick={() => onRate(chosen ? { kind: "blank" } : { kind: "absent", reason })}
            >
              {label}
            </button>
          );
        })}
      </div>
    </div>
  );
};
