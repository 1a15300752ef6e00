import type { SlotId } from "../../../domain/ids";
import type { LoopRecord } from "../../../domain/record/record";
import { GroupLabel } from "../../../ui/section";
import { nameIn } from "../names";
import classes from "./facts.module.css";

const titleOf = (record: LoopRecord, slotId: SlotId): string =>
  record.plan.slots.find((slot) => slot.slotId === slotId)?.title ?? "a dropped slot";

const Lines = ({ record, slotId }: { readonly record: LoopRecord; readonly slotId: SlotId }) => {
  const lines = record.sharedNotes?.find((notes) => notes.slotId === slotId)?.lines ?? [];
  return (
    <ul className={classes.lines}>
      {lines
        .filter(({ text }) => text.trim() !== "")
        .map(({ text, writers }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines that everybody finished writing do not move
          <li key={index}>
            {text} <span className={classes.soft}>{writers.map((id) => nameIn(record, id)).join(", ")}</span>
          </li>
        ))}
    </ul>
  );
};

/** What the interviewers of these slots wrote together: facts, as their laptops say, not signed. */
export const SlotFacts = ({
  record,
  slotIds,
}: {
  readonly record: LoopRecord;
  readonly slotIds: readonly SlotId[];
}) => {
  const written = slotIds.filter((slotId) =>
    record.sharedNotes?.some(
      (notes) => notes.slotId === slotId && notes.lines.some(({ text }) => text.trim() !== ""),
    ),
  );
  if (written.length === 0) return null;
  return (
    <section aria-label="Shared notes">
      <GroupLabel as="h3">Shared notes · facts, not signed</GroupLabel>
      {written.map((slotId) => (
        <details key={slotId} className={classes.slot} open={written.length === 1}>
          <summary>{titleOf(record, slotId)}</summary>
          <Lines record={record} slotId={slotId} />
        </details>
      ))}
    </section>
  );
};
