import { NativeSelect, TextInput } from "@mantine/core";
import { nameIn } from "../../bindings/loop-names";
import { possessive } from "../../bindings/name-lists";
import { onBehalfOf } from "../../domain/card/change-card";
import { typedText } from "../../domain/card/typed-text";
import { personIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import { ok } from "../../domain/result";
import { Section } from "../../ui/section";
import type { Desk } from "./desk";
import classes from "./seal.module.css";
import { onBehalfWords } from "./words";

/** Whose card it is and who types it, in one sentence; empty where that is one person. */
export const behalfLine = (view: LoopView, { personId, onBehalf }: Desk["card"]): string =>
  onBehalf === null ? "" : onBehalfWords.line(nameIn(view, personId), nameIn(view, onBehalf.by));

/** "your card", or whose it is that is typed in here. */
export const whoseCard = ({ typist, me }: Desk["view"]): string =>
  typist === undefined || me === null ? "your card" : `${possessive(me.name)} card`;

/** The same where a person presses a button: "my card". */
export const cardOnButtons = (view: Desk["view"]): string =>
  view.typist === undefined ? "my card" : whoseCard(view);

/** True where somebody else typed the card in and nobody said why. */
export const isBehalfReasonMissing = ({ onBehalf }: Desk["card"]): boolean =>
  onBehalf !== null && onBehalf.reason.trim() === "";

/** Who types the card in where its person does not: both names go into it, and everybody is told. */
export const OnBehalf = ({ desk }: { readonly desk: Desk }) => {
  const { view, card, change } = desk;
  const others = view.persons.filter(({ personId }) => personId !== card.personId);
  const choose = (by: string) => {
    const typist = personIdSchema.safeParse(by);
    const reason = card.onBehalf?.reason ?? "";
    change((before) => ok(onBehalfOf(before, typist.success ? { by: typist.data, reason } : null)));
  };
  return (
    <Section id="typed" title="Who types this card">
      <div className={classes.texts}>
        <NativeSelect
          label="Typed in by"
          value={card.onBehalf?.by ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: "", label: `${nameIn(view, card.personId)}, whose card it is` },
            ...others.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
        {card.onBehalf === null ? null : (
          <TextInput
            label="Because"
            value={card.onBehalf.reason}
            error={isBehalfReasonMissing(card) ? onBehalfWords.reasonMissing : null}
            onChange={(event) => {
              const reason = typedText(event.currentTarget.value);
              change(
                (before) => ok(onBehalfOf(before, before.onBehalf && { ...before.onBehalf, reason })),
                "behalf",
              );
            }}
          />
        )}
      </div>
    </Section>
  );
};
