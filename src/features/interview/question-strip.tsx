import { VisuallyHidden } from "@mantine/core";
import { memo, useEffect, useRef, useState } from "react";
import type { CardFinding } from "../../domain/card/check-card";
import { GroupLabel } from "../../ui/section";
import { isSameItem } from "./desk";
import { findQuestions, manyQuestions } from "./find-question";
import { QuestionFind } from "./question-find";
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

interface EntryProps extends Pick<QuestionStripProps, "onGo"> {
  readonly subject: Subject;
  readonly index: number;
  /** What should be looked at again; undefined where nothing is. */
  readonly flag: string | undefined;
  readonly isCurrent: boolean;
  /** Several of one title are told apart by what is read out. */
  readonly withPrompt: boolean;
}

const EntryButton = ({ subject, index, isCurrent, withPrompt, flag, onGo }: EntryProps) => (
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
    {withPrompt ? <span className={classes.prompt}>{subject.prompt}</span> : null}
    {flag === undefined ? null : <span className={classes.flag}>! {flag}</span>}
  </button>
);

const entryText = ({ subject, index, isCurrent, withPrompt, flag }: EntryProps): string =>
  JSON.stringify([
    [subject.key, subject.title, subject.prompt, stripMark(subject), spokenMark(subject)],
    [index, isCurrent, withPrompt, flag],
  ]);

/** On to the next question, two of two hundred entries are drawn anew. */
const Entry = memo(EntryButton, (before, now) => entryText(before) === entryText(now));

const flagOf = (findings: readonly CardFinding[], subject: Subject): string | undefined => {
  const finding = findings.find(({ item }) => item !== null && isSameItem(item, subject.item));
  return finding === undefined ? undefined : findingMarks[finding.type];
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

/** Keeps the subject in front in view, however it came there. */
const useCurrentInView = (current: number) => {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one in front is what it is about
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return list;
};

const Strip = ({ subjects, findings, current, onGo }: QuestionStripProps) => {
  const list = useCurrentInView(current);
  const [wanted, setWanted] = useState("");
  const isMany = subjects.length >= manyQuestions;
  const shown = findQuestions(subjects, wanted);
  const [first] = shown;
  return (
    <nav aria-label="Questions of this slot">
      <GroupLabel as="h2">{heading(subjects)}</GroupLabel>
      {isMany ? (
        <QuestionFind
          wanted={wanted}
          onWanted={(text) => {
            setWanted(text);
            if (list.current !== null) list.current.scrollTop = 0;
          }}
          onTake={() => first !== undefined && onGo(first)}
          found={shown.length}
        />
      ) : null}
      <ol className={classes.strip} ref={list} data-many={isMany || undefined}>
        {shown.map((index) => {
          const subject = subjects[index];
          return subject === undefined ? null : (
            <li key={subject.key}>
              <Entry
                subject={subject}
                index={index}
                isCurrent={index === current}
                withPrompt={wanted.trim() !== ""}
                flag={flagOf(findings, subject)}
                onGo={onGo}
              />
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/**
 * What this slot asks, in order, with the state of each, and a flag where a rating has nothing under it. It is drawn anew
 * only when something on it changes, which a letter typed into a note does not do.
 */
export const QuestionStrip = memo(Strip, (before, now) => shownOn(before) === shownOn(now));
