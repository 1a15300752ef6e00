import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { daySchema } from "../../../domain/retention/days";
import { type Hold, type HoldCause, holdCauses } from "../../../domain/retention/hold";
import { ConfirmInline } from "../../../ui/confirm-inline";
import { causeWords, retentionWords as words } from "./retention-words";

type Notice = Pick<Hold, "cause" | "since">;

interface HoldProps {
  readonly candidateName: string;
  readonly held: Notice | null;
  /** The calendar's day, proposed as the day of the notice. */
  readonly today: string;
  /** Nothing is decided, so that no record is there to hold. */
  readonly disabled: boolean;
  /** Null ends the hold. */
  readonly hold: (notice: Notice | null) => void;
}

const HoldForm = ({
  candidateName,
  held,
  today,
  hold,
  close,
}: HoldProps & { readonly close: () => void }) => {
  const [cause, setCause] = useState<HoldCause>(held?.cause ?? "charge");
  const [since, setSince] = useState(held?.since ?? today);
  const isDay = daySchema.safeParse(since).success && since <= today;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isDay) return;
    hold({ cause, since });
    close();
  };
  return (
    <form aria-label={`${words.chooseHold}: ${candidateName}`} onSubmit={save} noValidate>
      <Stack gap="xs">
        <NativeSelect
          label={words.cause}
          size="xs"
          data={holdCauses.map((value) => ({ value, label: causeWords[value] }))}
          value={cause}
          onChange={(event) =>
            setCause(holdCauses.find((known) => known === event.currentTarget.value) ?? cause)
          }
        />
        <TextInput
          label={words.noticeDay}
          type="date"
          size="xs"
          max={today}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!isDay}>
            {words.saveHold}
          </Button>
          <Button variant="default" size="xs" onClick={close}>
            {words.cancelHold}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Holds a record from the day of the notice, changes why and since when, or ends it. */
export const HoldCell = (props: HoldProps) => {
  const { candidateName, held, disabled, hold } = props;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <HoldForm {...props} close={() => setOpen(false)} />;
  const says = held === null ? words.chooseHold : words.changeHold;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        aria-label={`${says}: ${candidateName}`}
        onClick={() => setOpen(true)}
      >
        {says}
      </Button>
      {held === null ? null : (
        <ConfirmInline
          action={words.endHold}
          question={words.endQuestion}
          confirm={words.ended}
          onConfirm={() => hold(null)}
        />
      )}
    </Group>
  );
};
