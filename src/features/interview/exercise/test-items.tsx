import { Button, Textarea } from "@mantine/core";
import type { TestAnswer } from "../../../domain/card/card";
import { typedText } from "../../../domain/card/typed-text";
import type { Exercise } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "./exercise.module.css";
import { judgedWords } from "./words";

type Item = Exercise["items"][number];

interface TestItemsProps {
  readonly items: readonly Item[];
  readonly answers: readonly TestAnswer[];
  readonly onAnswer: (itemId: Item["id"], change: Partial<Pick<TestAnswer, "text" | "correct">>) => void;
}

interface ItemProps extends Pick<TestItemsProps, "onAnswer"> {
  readonly item: Item;
  readonly answer: TestAnswer | null;
}

const Judgement = ({ item, answer, onAnswer }: ItemProps) => {
  const correct = answer?.correct ?? null;
  const judge = (value: boolean) => onAnswer(item.id, { correct: correct === value ? null : value });
  return (
    <fieldset className={classes.judgement} aria-label="The answer is">
      {([true, false] as const).map((value) => (
        <Button
          key={String(value)}
          size="compact-xs"
          variant={correct === value ? "filled" : "default"}
          aria-pressed={correct === value}
          onClick={() => judge(value)}
        >
          {value ? judgedWords.right : judgedWords.wrong}
        </Button>
      ))}
    </fieldset>
  );
};

const TestItem = ({ item, answer, onAnswer }: ItemProps) => (
  <li className={classes.item}>
    <Textarea
      label={item.prompt}
      placeholder="What the candidate answered"
      value={answer?.text ?? ""}
      autosize
      minRows={1}
      maxRows={6}
      onChange={(event) => onAnswer(item.id, { text: typedText(event.currentTarget.value) })}
    />
    {item.expected === "" ? null : (
      <p className={classes.expected}>
        <b>Expected:</b> {item.expected}
      </p>
    )}
    <Judgement item={item} answer={answer} onAnswer={onAnswer} />
  </li>
);

/** The cases of a test with the candidate's answers. What is expected stands on the laptops of its assessors only. */
export const TestItems = ({ items, answers, onAnswer }: TestItemsProps) =>
  items.length === 0 ? null : (
    <div>
      <GroupLabel as="h2">Cases and answers</GroupLabel>
      <ol className={classes.items}>
        {items.map((item) => (
          <TestItem
            key={item.id}
            item={item}
            answer={answers.find(({ itemId }) => itemId === item.id) ?? null}
            onAnswer={onAnswer}
          />
        ))}
      </ol>
    </div>
  );
