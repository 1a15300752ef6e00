import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import type { CardFinding } from "../../domain/card/check-card";
import { GroupLabel } from "../../ui/section";
import { isSameItem } from "./desk";
import classes from "./question-strip.module.css";
import { spokenMark, stripMark } from "./strip-mark";
import type { Subject } from "./subject";
import { findingMarks } from "./words";

interface QuestionStripProps {
  readonly subjects: readonly Subject[];
  readonly findings: readonly CardFinding[];
  readonly current: number;
  readonly onGo: (index: number) => void;
}

interface EntryProps extends Pick<QuestionStripProps, "findings" | "onGo"> {
  readonly subject: Subject;
  readonly index: number;
  readonly isCurrent: boolean;
}

const Entry = ({ subject, index, isCurrent, findings, onGo }: EntryProps) => {
  const finding = findings.find(({ item }) => item !== null && isSameItem(item, subject.item));
  const flag = finding === undefined ? undefined : findingMarks[finding.type];
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => onGo(index)}
    >
      <span
        className={classes.mark}
        data-filled={subject.evidence.rating.kind === "rated" || undefined}
        aria-hidden="true"
      >
        {stripMark(subject)}
      </span>
      <span className={classes.title}>
        {index + 1}. {subject.title}
      </span>
      <VisuallyHidden>{spokenMark(subject)}</VisuallyHidden>
      {flag === undefined ? null : <span className={classes.flag}>! {flag}</span>}
    </button>
  );
};

const heading = (subjects: readonly Subject[]): string => {
  const questions = subjects.filter(({ state }) => state !== null);
  const asked = questions.filter(({ state }) => state === "asked" || state === "prompted");
  return questions.length === 0 ? "This slot" : `This slot · ${asked.length} of ${questions.length} asked`;
};

/** Everything the strip shows, as one text. */
const shownOn = ({ subjects, findings, current }: QuestionStripProps): string =>
  JSON.stringify([
    current,
    subjects.map((subject) => [subject.key, stripMark(subject), spokenMark(subject)]),
    findings.map(({ type, item }) => [type, item]),
  ]);

const Strip = ({ subjects, findings, current, onGo }: QuestionStripProps) => (
  <nav aria-label="Questions of this slot">
    <GroupLabel as="h2">{heading(subjects)}</GroupLabel>
    <ol className={classes.strip}>
      {subjects.map((subject, index) => (
        <li key={subject.key}>
          <Entry
            subject={subject}
            index={index}
            isCurrent={index === current}
            findings={findings}
            onGo={onGo}
          />
        </li>
      ))}
    </ol>
  </nav>
);

/**
 * What this slot asks, in order, with the state of each, and a flag where a rating has nothing under it. It is drawn anew
 * only when something on it changes, which a letter typed into a note does not do.
 */
export const QuestionStrip = memo(Strip, (before, now) => shownOn(before) === shownOn(now));
