import { weighTicks } from "../../domain/card/check-card";
import { hasEvidence } from "../../domain/card/evidence";
import classes from "./rating-panel.module.css";
import type { Subject } from "./subject";

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? one : many}`;

/** What a rating stands on: "2 good signs, 1 warning sign, 1 quote, 3 notes"; empty where there is nothing. */
export const evidenceText = (subject: Pick<Subject, "evidence" | "positive" | "negative">): string => {
  const { ticks, notes } = subject.evidence;
  const { good, warning } = weighTicks(ticks, subject);
  const written = notes.filter(({ text }) => text.trim() !== "");
  const quotes = written.filter(({ quote }) => quote).length;
  return [
    counted(good, "good sign", "good signs"),
    counted(warning, "warning sign", "warning signs"),
    counted(quotes, "quote", "quotes"),
    counted(written.length - quotes, "note", "notes"),
  ]
    .filter((part) => part !== "")
    .join(", ");
};

interface EvidenceLineProps {
  readonly subject: Subject;
  /** True where the panel agreed that no rating without evidence is sealed. */
  readonly required: boolean;
}

/** The evidence under the rating, counted; a rating without any is flagged while there is still time to write it down. */
export const EvidenceLine = ({ subject, required }: EvidenceLineProps) => {
  const text = evidenceText(subject);
  if (subject.evidence.rating.kind !== "rated" || hasEvidence(subject.evidence))
    return <p className={classes.evidence}>{text === "" ? "Nothing written or ticked yet." : `${text}.`}</p>;
  return (
    <p className={classes.evidence} data-missing="">
      ! A rating without evidence.{" "}
      {required ? "This panel seals none: what did you hear?" : "What did you hear?"}
    </p>
  );
};
