import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure } from "../../bindings/services";
import { deviceIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import { dayText } from "../../ui/day-text";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import { timeText } from "../../ui/time-text";
import { type LaptopRow, laptopRows, type RemovedRow, removalMeaning, removedRows } from "./laptops";
import classes from "./laptops.module.css";
import { removalTrouble } from "./removal-troubles";

const whenText = (iso: string): string => `${dayText(iso)}, ${timeText(iso)}`;

const useRemoving = (deviceId: string) => {
  const session = useLoopSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (reason: string) => {
    setBusy(true);
    const removed = await session.remove({ deviceId: deviceIdSchema.parse(deviceId) }, reason);
    setBusy(false);
    setFailure(removed.ok ? null : removed.error);
  };
  return { remove, busy, failure };
};

interface RemoveFormProps {
  readonly row: LaptopRow;
  readonly onLeave: () => void;
}

/** Says what removing means and asks for the reason, which everybody in the loop reads. */
const RemoveForm = ({ row, onLeave }: RemoveFormProps) => {
  const { remove, busy, failure } = useRemoving(row.deviceId);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") void remove(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Escape answers the question; it does not also leave the screen.
    event.preventDefault();
    onLeave();
  };
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} aria-label={`Remove ${row.name}`}>
      <p>{removalMeaning(row)}</p>
      <TextInput
        label="Why"
        description="Everybody in the loop reads it, and so does the removed laptop."
        autoFocus
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure === null ? null : <ErrorCard trouble={removalTrouble(failure)} />}
      <div className={classes.buttons}>
        <Button type="submit" disabled={reason.trim() === "" || busy}>
          Remove {row.name}’s laptop
        </Button>
        <Button variant="default" onClick={onLeave}>
          Keep it in the loop
        </Button>
      </div>
    </form>
  );
};

interface LaptopProps {
  readonly row: LaptopRow;
  readonly mayRemove: boolean;
}

const Laptop = ({ row, mayRemove }: LaptopProps) => {
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.name}>{row.mine ? `${row.name} (you)` : row.name}</span>
        <span className={classes.facts}>
          {row.label === "" ? "" : `${row.label}, `}in since {whenText(row.admittedAt)}
        </span>
        {mayRemove && !asking ? (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`Remove from the loop: ${row.name}`}
            onClick={() => setAsking(true)}
          >
            Remove from the loop
          </Button>
        ) : null}
      </div>
      {asking ? <RemoveForm row={row} onLeave={() => setAsking(false)} /> : null}
    </li>
  );
};

const Removed = ({ row }: { readonly row: RemovedRow }) => (
  <li className={classes.row}>
    <span className={classes.name}>{row.name}</span>
    <span className={classes.facts}>
      removed {whenText(row.at)}: {row.reason}
    </span>
  </li>
);

interface LaptopsListProps {
  readonly view: LoopView;
  /** True where this person may take laptops out. */
  readonly mayRemove: boolean;
}

/** Every laptop that is in the loop, and those that were taken out of it. */
export const LaptopsList = ({ view, mayRemove }: LaptopsListProps) => {
  const rows = laptopRows(view);
  const removed = removedRows(view);
  if (rows.length < 2 && removed.length === 0) return null;
  return (
    <Section id="laptops" title="Laptops in the loop" note={`${rows.length}`}>
      <ul className={classes.list}>
        {rows.map((row) => (
          <Laptop key={row.deviceId} row={row} mayRemove={mayRemove && !row.mine} />
        ))}
        {removed.map((row) => (
          <Removed key={row.deviceId} row={row} />
        ))}
      </ul>
    </Section>
  );
};
