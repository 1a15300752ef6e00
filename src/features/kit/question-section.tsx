import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { Kit, Level, Question } from "../../domain/kit/kit";
import { KeyHint } from "../../ui/keys/key-hint";
import { Section } from "../../ui/section";
import { AttitudeList, QuestionOrder } from "./edit/question-tools";
import { ShortfallNote } from "./edit/shortfall-note";
import { Intro } from "./intro";
import { sectionIds } from "./kit-index";
import { QuestionCard } from "./question-card";
import classes from "./question-card.module.css";
import { announcedOf, emptySentence, type QuestionKind, questionsShown, shortfall } from "./questions";
import type { QuestionPager } from "./use-question-pager";
import { words } from "./words";

interface PagerProps {
  readonly pager: QuestionPager;
  readonly count: number;
}

const Pager = ({ pager, count }: PagerProps) => (
  <span className={classes.pager}>
    <ActionIcon
      aria-label={words.previousQuestion}
      aria-keyshortcuts="k"
      disabled={pager.at === 0 || pager.all}
      onClick={() => pager.step(-1)}
    >
      <IconChevronLeft size={18} />
    </ActionIcon>
    <KeyHint keys="k" />
    <span className={classes.position} aria-live="polite">
      {pager.all ? words.position(count, count) : words.position(pager.at + 1, count)}
    </span>
    <KeyHint keys="j" />
    <ActionIcon
      aria-label={words.nextQuestion}
      aria-keyshortcuts="j"
      disabled={pager.at >= count - 1 || pager.all}
      onClick={() => pager.step(1)}
    >
      <IconChevronRight size={18} />
    </ActionIcon>
    <Button variant="default" size="xs" aria-pressed={pager.all} onClick={pager.toggleAll}>
      {pager.all ? words.showOne : words.showAll}
    </Button>
  </span>
);

interface QuestionSectionProps {
  readonly kit: Kit;
  readonly level: Level;
  readonly kind: QuestionKind;
  readonly pager: QuestionPager;
}

const visible = (questions: readonly Question[], pager: QuestionPager): readonly Question[] =>
  pager.all ? questions : questions.slice(pager.at, pager.at + 1);

/** The questions of one kind at the chosen level, one at a time or all, beside what the source announced. */
export const QuestionSection = ({ kit, level, kind, pager }: QuestionSectionProps) => {
  const questions = questionsShown(kit, kind, level.id);
  const present = kit.questions.filter((question) => question.target.kind === kind).length;
  const missing = shortfall(announcedOf(kit.announced, kind), present);
  return (
    <Section
      id={sectionIds[kind]}
      level={3}
      title={kind === "competency" ? words.competencyQuestions : words.attitudeQuestions}
      note={
        missing === null ? (
          words.questionsAt(questions.length, level.name)
        ) : (
          <ShortfallNote
            missing={missing}
            what={kind === "competency" ? "competencyQuestions" : "attitudeQuestions"}
          />
        )
      }
      actions={questions.length > 0 ? <Pager pager={pager} count={questions.length} /> : undefined}
    >
      <Intro kit={kit} section={kind === "competency" ? "competencyQuestions" : "attitudeQuestions"} />
      {questions.length === 0 ? <p className={classes.none}>{emptySentence(kit, kind, level)}</p> : null}
      <QuestionOrder kit={kit} kind={kind} levelId={level.id} />
      {kind === "attitude" ? <AttitudeList kit={kit} /> : null}
      <div className={classes.all}>
        {visible(questions, pager).map((question) => (
          <QuestionCard key={question.id} kit={kit} question={question} level={level} />
        ))}
      </div>
    </Section>
  );
};
