import { Button } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import { exerciseById, levelById, questionById, questionTopic } from "../../domain/kit/lookup";
import type { Slot } from "../../domain/loop/plan";
import { whenAndWhere } from "../../domain/loop/when-and-where";
import { dayText } from "../../ui/day-text";
import { KeyHint } from "../../ui/keys/key-hint";
import { useKeys } from "../../ui/keys/keys";
import { Page, PageHeader } from "../../ui/page";
import { Section } from "../../ui/section";
import { AcceptanceForm } from "./acceptance/acceptance-form";
import { useAcceptance } from "./acceptance/use-acceptance";
import { Arranged } from "./arranged";
import { EnterAfterwards } from "./day/enter-afterwards";
import type { OpenView } from "./desk";
import { HandOverStart } from "./hand-over/hand-over-start";
import { useHandedOver } from "./hand-over/use-handed-over";
import { OtherLaptop } from "./other-laptop";
import classes from "./slot-start.module.css";

interface SlotStartProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly onStart: () => void;
  /** The interview was held already; the card is typed in from this. */
  readonly onEnter: (from: "paper" | "memory") => void;
}

const itemCount = (slot: Slot): string => {
  const questions = slot.questionIds.length === 1 ? "1 question" : `${slot.questionIds.length} questions`;
  if (slot.exerciseId === null) return questions;
  return slot.questionIds.length === 0 ? "an exercise" : `${questions} and an exercise`;
};

const Items = ({ view: { kit }, slot }: Pick<SlotStartProps, "view" | "slot">) => (
  <ol className={classes.items}>
    {slot.questionIds.map((id) => {
      const question = questionById(kit, id);
      return (
        <li key={id}>
          <b>{questionTopic(kit, question)}</b>
          <span>{question.prompt}</span>
        </li>
      );
    })}
    {slot.exerciseId === null ? null : (
      <li>
        <b>Exercise</b>
        <span>{exerciseById(kit, slot.exerciseId).title}</span>
      </li>
    )}
  </ol>
);

/** The minute before: who, when, what to ask. Starting starts the slot's clock. */
export const SlotStart = ({ view, slot, onStart: start, onEnter }: SlotStartProps) => {
  const { plan, kit } = view;
  const handed = useHandedOver(view);
  const acceptance = useAcceptance(view);
  const onStart = () =>
    void acceptance.acceptThen(() => {
      handed.markRead();
      start();
    });
  useKeys({
    title: "Before the interview",
    scope: "screen",
    bindings: [{ keys: "enter", does: "Start the interview", run: onStart }],
  });
  return (
    <Page width="reading">
      <PageHeader
        title={slot.title}
        note={
          <>
            {plan.candidate.name} · {plan.kit.title}, {levelById(kit, plan.levelId).name}
            <br />
            {whenAndWhere(slot, dayText(slot.startsAt))}
          </>
        }
        actions={
          <>
            <Button component="a" variant="default" href={hrefTo(paths.prep(view.loopId))}>
              Prep card
            </Button>
            <Button onClick={onStart} rightSection={<KeyHint keys="enter" />}>
              {acceptance.isOpen ? "Accept and start the interview" : "Start the interview"}
            </Button>
          </>
        }
      />
      <p className={classes.rule}>
        Write down what you hear and see, not what you make of it: the candidate may ask to read it. Nobody on
        the panel sees how you rate before the reveal, and you see nobody’s ratings.
      </p>
      <Arranged accommodations={plan.accommodations} />
      <OtherLaptop view={view} slotId={slot.slotId} />
      <AcceptanceForm acceptance={acceptance} />
      <HandOverStart view={view} handed={handed} />
      <Section id="ask" title="What you will ask" note={itemCount(slot)}>
        <Items view={view} slot={slot} />
      </Section>
      <EnterAfterwards onEnter={(from) => void acceptance.acceptThen(() => onEnter(from))} />
    </Page>
  );
};
