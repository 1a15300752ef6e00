import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import { personIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import classes from "./interview.module.css";

const toAll = "all";

/** Escape closes the form, and Ctrl Z belongs to the field and not to the card behind it. */
const keysOfForm = (onDone: () => void) => (event: KeyboardEvent) => {
  if (event.key === "Escape") onDone();
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  if (event.key === "Escape" || isUndo) event.stopPropagation();
};

interface HandOffFormProps {
  readonly view: LoopView;
  readonly onDone: () => void;
}

/** A note to a colleague about what to probe. The field says that it is no place for a judgement. */
export const HandOffForm = ({ view, onDone }: HandOffFormProps) => {
  const session = useLoopSession();
  const [to, setTo] = useState<string>(toAll);
  const [text, setText] = useState("");
  const colleagues = view.persons.filter((person) => person.personId !== view.me?.personId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    session.handOff(to === toAll ? null : personIdSchema.parse(to), text.trim());
    onDone();
  };
  return (
    <form className={classes.handOff} aria-label="Hand over" onSubmit={send} onKeyDown={keysOfForm(onDone)}>
      <NativeSelect
        label="Hand over to"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={[
          { value: toAll, label: "Everybody" },
          ...colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
      />
      <TextInput
        label="What to ask about"
        placeholder="Everybody in the room can read it: never what you think of the answer"
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
    </form>
  );
};
