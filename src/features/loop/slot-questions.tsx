import { Checkbox } from "@mantine/core";
import type { LevelId, QuestionId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { questionsAtLevel, questionTopic } from "../../domain/kit/lookup";
import type { Slot } from "../../domain/loop/plan";
import classes from "./plan.module.css";

interface SlotQuestionsProps {
  readonly kit: Kit;
  readonly levelId: LevelId;
  readonly slot: Slot;
  readonly onChange: (slot: Slot) => void;
}

const toggled = (ids: readonly QuestionId[], id: QuestionId): QuestionId[] =>
  ids.includes(id) ? ids.filter((known) => known !== id) : [...ids, id];

/** Every question of the level with a tick where the slot asks it. A question ticked later is asked later. */
export const SlotQuestions = ({ kit, levelId, slot, onChange }: SlotQuestionsProps) => (
  <ul className={classes.questions} aria-label={`Questions of ${slot.title}`}>
    {questionsAtLevel(kit, levelId).map((question) => (
      <li key={question.id}>
        <Checkbox
          size="sm"
          checked={slot.questionIds.includes(question.id)}
          label={
            <>
              <b>{questionTopic(kit, question)}.</b> {question.prompt}
            </>
          }
          onChange={() => onChange({ ...slot, questionIds: toggled(slot.questionIds, question.id) })}
        />
      </li>
    ))}
  </ul>
);
