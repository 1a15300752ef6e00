import { Button } from "@mantine/core";
import type { Kit } from "../../domain/kit/kit";
import { exerciseById, levelById, questionById, questionTopic } from "../../domain/kit/lookup";
import type { Plan, Slot } from "../../domain/loop/plan";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { Page, PageHeader, Prose } from "../../ui/page";
import { Section } from "../../ui/section";

interface SlotStartProps {
  readonly kit: Kit;
  readonly plan: Plan;
  readonly slot: Slot;
  readonly onStart: () => void;
}

/** The minute before: who, when, what to ask. Starting starts the slot's clock. */
export const SlotStart = ({ kit, plan, slot, onStart }: SlotStartProps) => {
  useKeys({
    title: "Before the interview",
    scope: "screen",
    bindings: [{ keys: "enter", does: "Start the interview", run: onStart }],
  });
  const where = slot.room === "" ? "" : ` · ${slot.room}`;
  return (
    <Page width="reading">
      <PageHeader
        title={slot.title}
        note={`${plan.candidate.name} · ${plan.kit.title}, ${levelById(kit, plan.levelId).name} · ${slot.startsAt.replace("T", ", ")} · ${slot.minutes} min${where}`}
        actions={
          <Button onClick={onStart}>
            Start the interview <KeyHint keys="enter" />
          </Button>
        }
      />
      <Section id="ask" title="What you will ask" note={`${slot.questionIds.length} questions`}>
        <Prose>
          <ol>
            {slot.questionIds.map((id) => {
              const question = questionById(kit, id);
              return (
                <li key={id}>
                  <b>{questionTopic(kit, question)}.</b> {question.prompt}
                </li>
              );
            })}
          </ol>
          {slot.exerciseId === null ? null : <p>Exercise: {exerciseById(kit, slot.exerciseId).title}</p>}
        </Prose>
      </Section>
      <Prose>
        <p>
          Write down what you hear and see, not what you make of it. The candidate may ask to read it. Nobody
          in the panel sees your ratings before the reveal, and you see nobody's.
        </p>
      </Prose>
    </Page>
  );
};
