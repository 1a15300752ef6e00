import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { DebriefItem } from "../../../domain/debrief/item";
import type { Hash } from "../../../domain/ids";
import { longestReason } from "../../../domain/sealing/debrief-entries";
import { SignButtons } from "../signing/sign-buttons";
import forms from "../signing/signing.module.css";
import { useSigning } from "../signing/use-signing";
import { ratingTrouble } from "./words";

interface SecondRatingFormProps {
  readonly item: DebriefItem;
  /** This person's card with the first rating. */
  readonly envelopeHash: Hash;
  readonly points: readonly { readonly value: number; readonly label: string }[];
  /** What this person said last, or their first rating. */
  readonly value: number;
}

const Form = ({
  item,
  envelopeHash,
  points,
  value,
  onDone,
}: SecondRatingFormProps & { readonly onDone: () => void }) => {
  const session = useLoopSession();
  const [chosen, setChosen] = useState(Math.round(value));
  const signing = useSigning(
    (reason) => session.rateAgain({ envelopeHash, item, value: chosen, reason }),
    onDone,
  );
  return (
    <div className={forms.form}>
      <SegmentedControl
        size="xs"
        aria-label="My rating after the discussion"
        value={String(chosen)}
        data={points.map((point) => ({ value: String(point.value), label: point.label }))}
        onChange={(picked) => setChosen(Number(picked))}
      />
      <Textarea
        label="Why"
        description="What you heard in the discussion. Your first rating stays the one that is counted."
        autosize
        autoFocus
        minRows={2}
        maxRows={6}
        maxLength={longestReason}
        value={signing.text}
        onChange={(event) => signing.setText(event.currentTarget.value)}
      />
      <SignButtons signing={signing} label="Sign my rating" trouble={ratingTrouble} onLeave={onDone} />
    </div>
  );
};

/** The way to say how one rates an item after the discussion. */
export const SecondRatingForm = (props: SecondRatingFormProps) => {
  const [open, setOpen] = useState(false);
  if (open) return <Form {...props} onDone={() => setOpen(false)} />;
  return (
    <Button size="compact-xs" variant="default" mt={4} onClick={() => setOpen(true)}>
      Rate it after the discussion
    </Button>
  );
};
