import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Section } from "../../ui/section";
import classes from "./room.module.css";

interface EarlyRevealProps {
  readonly missing: number;
  readonly onReveal: (reason: string) => void;
}

/** The reveal before everything is in. It stays folded until it is asked for, and costs a reason. */
export const EarlyReveal = ({ missing, onReveal }: EarlyRevealProps) => {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const reveal = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onReveal(reason.trim());
  };
  if (!asked) {
    return (
      <Button variant="subtle" color="gray" px={12} onClick={() => setAsked(true)}>
        Reveal without {missing === 1 ? "the missing card" : `the ${missing} missing cards`}
      </Button>
    );
  }
  return (
    <Section id="reveal" title="Reveal early">
      <form className={classes.early} onSubmit={reveal}>
        <TextInput
          label="Reveal early, because"
          description="Whoever has not sealed yet will be marked as having seen the others first."
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reason.trim() === ""}>
          Reveal early
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          Wait for the cards
        </Button>
      </form>
    </Section>
  );
};
