import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import { personIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import classes from "./interview.module.css";

const toAll = "all";

/** A note to a colleague about what to probe. The field says that it is no place for a judgement. */
export const HandOffForm = ({ view, onDone }: { readonly view: LoopView; readonly onDone: () => void }) => {
  const session = useLoopSession();
  const [to, setTo] = useState<string>(toAll);
  const [text, setText] = useState("");
  const colleagues = view.persons.filter((person) => person.personId !== view.me?.personId);
  const send = () => {
    if (text.trim() === "") return;
    session.handOff(to === toAll ? null : personIdSchema.parse(to), text.trim());
    onDone();
  };
  return (
    <form
      className={classes.handOff}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
    >
      <Select
        label="Hand over to"
        value={to}
        allowDeselect={false}
        onChange={(value) => setTo(value ?? toAll)}
        data={[
          { value: toAll, label: "Everybody" },
          ...colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
      />
      <TextInput
        label="What to ask about. Everybody in the room can read it, so never what you think of the answer."
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="sm" align="end">
        <Button type="submit" disabled={text.trim() === ""}>
          Hand over
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  );
};
