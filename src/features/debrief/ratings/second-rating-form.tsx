import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { Failure } from "../../../bindings/services";
import type { DebriefItem } from "../../../domain/debrief/item";
import type { Hash } from "../../../domain/ids";
import { longestReason } from "../../../domain/sealing/debrief-entries";
import { ErrorCard } from "../../../ui/error-card";
import classes from "./ratings.module.css";
import { ratingTrouble } from "./words";

interface SecondRatingFormProps {
  readonly item: DebriefItem;
  /** This person's card with the first rating. */
  readonly envelopeHash: Hash;
  readonly points: readonly { readonly value: number; readonly label: string }[];
  /** What this person said last, or their first rating. */
  readonly value: number;
}

const useRating = ({ item, envelopeHash, value }: SecondRatingFormProps, onDone: () => void) => {
  const session = useLoopSession();
  const [chosen, setChosen] = useState(Math.round(value));
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    if (reason.trim() === "" || busy) return;
    setBusy(true);
    const signed = await session.rateAgain({ envelopeHash, item, value: chosen, reason: reason.trim() });
    setBusy(false);
    if (signed.ok) onDone();
    else setFailure(signed.error);
  };
  return { chosen, setChosen, reason, setReason, failure, busy, sign };
};

const Form = ({ onDone, ...props }: SecondRatingFormProps & { readonly onDone: () => void }) => {
  const { chosen, setChosen, reason, setReason, failure, busy, sign } = useRating(props, onDone);
  return (
    <div className={classes.form}>
      <SegmentedControl
        size="xs"
        aria-label="My rating after the discussion"
        value={String(chosen)}
        data={props.points.map(({ value, label }) => ({ value: String(value), label }))}
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
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure === null ? null : <ErrorCard trouble={ratingTrouble(failure)} />}
      <div className={classes.buttons}>
        <Button size="xs" loading={busy} disabled={reason.trim() === ""} onClick={() => void sign()}>
          Sign my rating
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Leave it
        </Button>
      </div>
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
