import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useMemo, useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import { personIdSchema } from "../../../domain/ids";
import { judgementSign } from "../../../domain/loop/coverage/judgement-sign";
import type { OpenView } from "../desk";
import classes from "./hand-over.module.css";
import { receivers } from "./receivers";
import { handOffRule, judgementHint } from "./words";

const toAll = "all";

/** Escape closes the form, and Ctrl Z belongs to the field and not to the card behind it. */
const keysOfForm = (onDone: () => void) => (event: KeyboardEvent) => {
  if (event.key === "Escape") onDone();
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  if (event.key === "Escape" || isUndo) event.stopPropagation();
};

interface HandOffFormProps {
  readonly view: OpenView;
  readonly onDone: () => void;
}

/** A note to a colleague about what to probe. The field says that it is no place for a judgement, and does not stop one. */
export const HandOffForm = ({ view, onDone }: HandOffFormProps) => {
  const session = useLoopSession();
  const [to, setTo] = useState<string>(toAll);
  const [text, setText] = useState("");
  const people = useMemo(() => receivers(view), [view]);
  const sign = judgementSign(text, view.kit.questionScale.length);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    session.handOff(to === toAll ? null : personIdSchema.parse(to), text.trim());
    onDone();
  };
  return (
    <form className={classes.form} aria-label="Hand over" onSubmit={send} onKeyDown={keysOfForm(onDone)}>
      <NativeSelect
        label="Hand over to"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={[
          { value: toAll, label: "Everybody" },
          ...people.map(({ personId, name, isNext }) => ({
            value: personId,
            label: isNext ? `${name} (next slot)` : name,
          })),
        ]}
      />
      <TextInput
        label="What to ask about"
        placeholder="Probe how the territory was mapped"
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === ""}>
        Hand over
      </Button>
      <Button variant="default" onClick={onDone}>
        Cancel
      </Button>
      <p className={classes.rule} role="status" data-hint={sign !== null || undefined}>
        {sign === null ? handOffRule : judgementHint(sign)}
      </p>
    </form>
  );
};
