import { TextInput } from "@mantine/core";
import { callOverall } from "../../domain/card/change-card";
import { typedText } from "../../domain/card/typed-text";
import { type OverallCall, overallCalls } from "../../domain/kit/scale";
import { ok } from "../../domain/result";
import { KeyHint } from "../../ui/keys/key-hint";
import { Section } from "../../ui/section";
import type { Desk } from "./desk";
import classes from "./seal.module.css";
import { callWords } from "./words";

type Change = Pick<Desk, "change">;

/** Makes the overall call. */
export const makeCall = ({ change }: Change, call: OverallCall): void =>
  change((card) => ok(callOverall(card, { kind: "call", call })));

const refuseCall = ({ change }: Change, reason: string): void =>
  change(
    (card) => ok(callOverall(card, reason === "" ? { kind: "blank" } : { kind: "noDecision", reason })),
    "no decision",
  );

/** Why there is no call; kept apart from the four, since it is not a middle between them. */
export const NoDecision = ({ desk, id }: { readonly desk: Desk; readonly id: string }) => {
  const { overall } = desk.card;
  return (
    <TextInput
      id={id}
      label={
        <>
          No decision, because <KeyHint keys="0" />
        </>
      }
      description="Only where you could not judge. It is not a middle between yes and no."
      value={overall.kind === "noDecision" ? overall.reason : ""}
      onChange={(event) => refuseCall(desk, typedText(event.currentTarget.value))}
    />
  );
};

/** Four calls without a middle. */
export const OverallCallChoice = ({ desk }: { readonly desk: Desk }) => {
  const { overall } = desk.card;
  return (
    <Section id="overall" title="Your overall call">
      <fieldset className={classes.calls} aria-label="Your overall call">
        {overallCalls.map((call, index) => (
          <button
            key={call}
            type="button"
            className={classes.call}
            aria-pressed={overall.kind === "call" && overall.call === call}
            onClick={() => makeCall(desk, call)}
          >
            <span className={classes.callName}>
              {callWords[call].label} <KeyHint keys={String(index + 1)} />
            </span>
            <span>{callWords[call].note}</span>
          </button>
        ))}
      </fieldset>
    </Section>
  );
};
