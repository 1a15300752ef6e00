import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { DraftState } from "../../bindings/services";
import { useOpened } from "../../bindings/use-live";
import type { Card } from "../../domain/card/card";
import { inNewestVersion } from "../../domain/card/card-versions";
import { amendCard } from "../../domain/card/change-card";
import { typedText } from "../../domain/card/typed-text";
import type { LoopView, SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { Loaded } from "../../ui/loading";
import { Section } from "../../ui/section";
import type { OpenView } from "./desk";
import { cardOnButtons, whoseCard } from "./on-behalf";
import classes from "./seal.module.css";
import { amendMeaning, amendWords, loadTrouble } from "./words";

interface AmendProps {
  readonly view: OpenView;
  readonly slot: Slot;
  /** The newest sealed revision. */
  readonly sealed: SealedRevision;
  /** The card is ready to be changed. */
  readonly onStart: () => void;
}

/** Which laptop of this person sealed a revision, where it was not this one; null where it was, or nobody can tell. */
export const sealedElsewhere = (
  { ownLaptops }: Pick<LoopView, "ownLaptops">,
  { deviceId }: Pick<SealedRevision, "deviceId">,
): string | null => {
  const other = ownLaptops.find((laptop) => laptop.deviceId === deviceId && !laptop.isThis);
  return other === undefined ? null : other.label || "your other laptop";
};

/** What a change starts from: what this laptop wrote, or else what a reveal opened; null where it has neither. */
export const amendFrom = (draft: Card | null, { opened }: Pick<SealedRevision, "opened">): Card | null =>
  draft ?? (opened?.state === "open" ? opened.card : null);

const AmendForm = ({
  base,
  view,
  onStart,
}: { readonly base: Card } & Pick<AmendProps, "view" | "onStart">) => {
  const session = useLoopSession();
  const [reason, setReason] = useState("");
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return;
    session.saveDraft(amendCard(inNewestVersion(base), reason.trim()));
    onStart();
  };
  return (
    <form className={classes.amend} onSubmit={begin}>
      <TextInput
        label="Why you change it"
        value={reason}
        onChange={(event) => setReason(typedText(event.currentTarget.value))}
      />
      <Button type="submit" variant="default" disabled={reason.trim() === ""}>
        Change {cardOnButtons(view)}
      </Button>
    </form>
  );
};

/** A sealed card is never overwritten: who sealed it, its author or who typed it in, may write a new version beside it, with a reason. */
export const Amend = ({ view, slot, sealed, onStart }: AmendProps) => {
  const session = useLoopSession();
  const draft = useOpened(() => session.draft(slot.slotId, view.me?.personId), slot.slotId);
  const elsewhere = sealedElsewhere(view, sealed);
  const show = (state: DraftState | null) => {
    const base = amendFrom(state?.card ?? null, sealed);
    if (base === null) return <p className={classes.soft}>{amendWords.notHere}</p>;
    return (
      <>
        {elsewhere === null || state === null ? null : (
          <p className={classes.soft}>{amendWords.otherText(elsewhere)}</p>
        )}
        <AmendForm base={base} view={view} onStart={onStart} />
      </>
    );
  };
  return (
    <Section id="amend" title="Something to correct" note={`version ${sealed.revision} is sealed`}>
      <p className={classes.soft}>{amendMeaning}</p>
      <Loaded from={draft} doing={`Opening ${whoseCard(view)}`} trouble={loadTrouble}>
        {show}
      </Loaded>
    </Section>
  );
};
