import type { AbsenceReason, Rating } from "../../domain/card/card";
import type { ScalePoint } from "../../domain/kit/scale";
import { KeyHint } from "../../ui/keys/key-hint";
import { GroupLabel } from "../../ui/section";
import { EvidenceLine } from "./evidence-line";
import { keepFocus } from "./keep-focus";
import classes from "./rating-panel.module.css";
import type { Subject } from "./subject";
import { absenceOrBlank } from "./toggled-rating";
import { privacyNote } from "./words";

interface RatingPanelProps {
  readonly subject: Subject;
  readonly onRate: (rating: Rating) => void;
}

const absences: readonly {
  readonly reason: AbsenceReason;
  readonly sign: string;
  readonly label: string;
  readonly keys: string;
}[] = [
  { reason: "notObserved", sign: "?", label: "not observed", keys: "o" },
  { reason: "insufficientEvidence", sign: "~", label: "not enough evidence", keys: "i" },
];

/** More points than this stand closer, so that every anchor stays in view on a small laptop. */
const roomyPoints = 5;

interface PointProps {
  readonly point: ScalePoint;
  readonly chosen: boolean;
  readonly onRate: RatingPanelProps["onRate"];
}

const Point = ({ point, chosen, onRate }: PointProps) => (
  <button
    type="button"
    className={classes.point}
    aria-pressed={chosen}
    onMouseDown={keepFocus}
    onClick={() => onRate({ kind: "rated", value: point.value })}
  >
    <b>{point.value}</b>
    <span className={classes.label}>{point.label}</span>
    <span className={classes.anchor}>{point.anchor}</span>
  </button>
);

const Absences = ({ subject, onRate }: RatingPanelProps) => {
  const { rating } = subject.evidence;
  return (
    <fieldset className={classes.absences} aria-label="No rating, because">
      {absences.map(({ reason, sign, label, keys }) => {
        const chosen = rating.kind === "absent" && rating.reason === reason;
        return (
          <button
            key={reason}
            type="button"
            className={classes.absence}
            aria-pressed={chosen}
            onMouseDown={keepFocus}
            onClick={() => onRate(absenceOrBlank(rating, reason))}
          >
            <span aria-hidden="true">{sign}</span> {label} <KeyHint keys={keys} />
          </button>
        );
      })}
    </fieldset>
  );
};

/** The scale with its anchors always in view, highest first, and the ways to say that there is no rating. */
export const RatingPanel = ({
  subject,
  evidenceRequired,
  onRate,
}: RatingPanelProps & { readonly evidenceRequired: boolean }) => {
  const { rating } = subject.evidence;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <GroupLabel as="h2">Your rating</GroupLabel>
        <span>{privacyNote}</span>
      </div>
      <fieldset
        className={classes.points}
        data-dense={subject.scale.length > roomyPoints || undefined}
        aria-label="Your rating"
      >
        {[...subject.scale].reverse().map((point) => (
          <Point
            key={point.value}
            point={point}
            chosen={rating.kind === "rated" && rating.value === point.value}
            onRate={onRate}
          />
        ))}
      </fieldset>
      <Absences subject={subject} onRate={onRate} />
      <EvidenceLine subject={subject} required={evidenceRequired} />
    </div>
  );
};
