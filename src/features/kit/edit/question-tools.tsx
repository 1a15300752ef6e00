import { Button, MultiSelect, Select } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { attitudeIdSchema, competencyIdSchema } from "../../../domain/ids";
import type { Kit, Question } from "../../../domain/kit/kit";
import { questionTopic } from "../../../domain/kit/lookup";
import { type QuestionKind, questionsShown } from "../questions";
import classes from "./edit.module.css";
import { useEditing } from "./editing";
import { Add, Ordered, Remove, useMove } from "./tools";
import { words } from "./words";

interface QuestionToolsProps {
  readonly kit: Kit;
  readonly question: Question;
}

const targetOf = (kind: QuestionKind, id: string): Question["target"] =>
  kind === "competency"
    ? { kind, competencyId: competencyIdSchema.parse(id) }
    : { kind, attitudeId: attitudeIdSchema.parse(id) };

const targetId = ({ target }: Question): string =>
  target.kind === "competency" ? target.competencyId : target.attitudeId;

const choices = (items: readonly { readonly id: string; readonly name: string }[]) =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** Where a question belongs: what it asks about, its round and its levels; and the ways to copy it and take it out. */
export const QuestionTools = ({ kit, question }: QuestionToolsProps) => {
  const editing = useEditing();
  if (editing === null) return null;
  const { id, target } = question;
  return (
    <div className={classes.tools}>
      <Select
        label={words.about}
        size="xs"
        allowDeselect={false}
        data={choices(target.kind === "competency" ? kit.competencies : kit.attitudes)}
        value={targetId(question)}
        onChange={(to) =>
          to !== null &&
          void editing.change({ type: "setTarget", questionId: id, target: targetOf(target.kind, to) })
        }
      />
      <Select
        label={words.round}
        size="xs"
        placeholder={words.noRound}
        clearable
        data={choices(kit.rounds)}
        value={question.roundId}
        onChange={(roundId) => void editing.change({ type: "setRound", questionId: id, roundId })}
      />
      <MultiSelect
        label={words.levels}
        size="xs"
        {...(question.levelIds.length === 0 ? { placeholder: words.everyLevel } : {})}
        data={choices(kit.levels)}
        value={question.levelIds}
        onChange={(levelIds) => void editing.change({ type: "setLevels", questionId: id, levelIds })}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} stroke={1.8} aria-hidden="true" />}
        onClick={() => editing.change({ type: "duplicateQuestion", id, salt: editing.newSalt() })}
      >
        {words.duplicate}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => editing.change({ type: "remove", list: "questions", id })}
      >
        {words.removeQuestion}
      </Button>
    </div>
  );
};

interface QuestionOrderProps {
  readonly kit: Kit;
  readonly kind: QuestionKind;
  readonly levelId: Kit["levels"][number]["id"];
}

/** The questions of a kind at a level in one list, to be put in order, and the way to a new one. */
export const QuestionOrder = ({ kit, kind, levelId }: QuestionOrderProps) => {
  const editing = useEditing();
  const move = useMove("questions");
  if (editing === null) return null;
  const questions = questionsShown(kit, kind, levelId);
  const first = kind === "competency" ? kit.competencies[0] : kit.attitudes[0];
  return (
    <div>
      {questions.length < 2 ? null : (
        <section aria-label={words.order}>
          <Ordered items={questions} nameOf={({ prompt }) => prompt} onMove={move}>
            {(question) => (
              <span className={classes.name}>
                <b>{questionTopic(kit, question)}</b> {question.prompt}
              </span>
            )}
          </Ordered>
        </section>
      )}
      {first === undefined ? null : (
        <Add
          label={words.addQuestion}
          edit={(salt) => ({
            type: "addQuestion",
            target: targetOf(kind, first.id),
            levelIds: [],
            roundId: kit.rounds[0]?.id ?? null,
            prompt: words.newQuestion,
            salt,
          })}
        />
      )}
    </div>
  );
};

/** The attitudes the kit knows, which attitude questions ask about. */
export const AttitudeList = ({ kit }: { readonly kit: Kit }) => {
  const editing = useEditing();
  const move = useMove("attitudes");
  if (editing === null) return null;
  return (
    <section aria-label={words.attitudes}>
      <Ordered items={kit.attitudes} nameOf={({ name }) => name} onMove={move}>
        {({ id, name }) => (
          <>
            <span className={classes.name}>{name}</span>
            <Remove edit={{ type: "remove", list: "attitudes", id }} name={name} />
          </>
        )}
      </Ordered>
      <Add
        label={words.addAttitude}
        edit={(salt) => ({ type: "add", list: "attitudes", name: words.newAttitude, salt })}
      />
    </section>
  );
};
