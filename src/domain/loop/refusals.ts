import { z } from "zod";
import { type DeviceId, deviceIdSchema, type Timestamp, timestampSchema } from "../ids";
import { type RequiredCard, requiredCardSchema } from "./plan";

/**
 * Where something was refused. `connection`: bytes at the gate. `entry`: a signed entry that counts for nothing.
 * `vanished`: an entry that was taken out or written over and is defended. `disk`: a damaged record of this laptop.
 * `sharedText`: damage to what everybody may write, undone.
 */
export type RefusalSource = "connection" | "entry" | "vanished" | "disk" | "sharedText";

export interface RefusalEvent {
  readonly source: RefusalSource;
  /** A code the UI words. */
  readonly reason: string;
  /** The laptop whose key made it or whose connection brought it, as far as that is known. */
  readonly deviceId: DeviceId | null;
  /** The kind of the entry; empty where it is none. */
  readonly kind: string;
  /** Whose card an envelope claimed to be. */
  readonly card: RequiredCard | null;
}

/** The same thing from the same laptop, however often. */
export interface Refusal extends RefusalEvent {
  readonly count: number;
  readonly firstAt: Timestamp;
  readonly lastAt: Timestamp;
}

export interface Refusals {
  /** In the order in which they were first seen. */
  readonly rows: readonly Refusal[];
  /** Attempts that found no room of their own any more. */
  readonly more: number;
}

export const noRefusals: Refusals = { rows: [], more: 0 };

/** Each source has room of its own, so that a flood of one kind hides no other. */
const maxRowsOfSource = 12;

const isSame = (one: RefusalEvent, other: RefusalEvent): boolean =>
  one.source === other.source &&
  one.reason === other.reason &&
  one.deviceId === other.deviceId &&
  one.kind === other.kind &&
  one.card?.slotId === other.card?.slotId &&
  one.card?.personId === other.card?.personId;

/** The list with one more attempt. What has no row of its own any more is only counted: memory stays bounded. */
export const withRefusal = (known: Refusals, event: RefusalEvent, at: Timestamp, times = 1): Refusals => {
  const same = known.rows.find((row) => isSame(row, event));
  if (same !== undefined) {
    const again = { ...same, count: same.count + times, lastAt: at };
    return { ...known, rows: known.rows.map((row) => (row === same ? again : row)) };
  }
  const ofSource = known.rows.filter(({ source }) => source === event.source).length;
  if (ofSource >= maxRowsOfSource) return { ...known, more: known.more + times };
  const { source, reason, deviceId, kind, card } = event;
  const row = { source, reason, deviceId, kind, card, count: times, firstAt: at, lastAt: at };
  return { ...known, rows: [...known.rows, row] };
};

const sources = ["connection", "entry", "vanished", "disk", "sharedText"] as const satisfies RefusalSource[];

/** The list as a laptop keeps it. */
export const refusalsSchema: z.ZodType<Refusals> = z.object({
  rows: z
    .array(
      z.object({
        source: z.enum(sources),
        reason: z.string(),
        deviceId: deviceIdSchema.nullable(),
        kind: z.string(),
        card: requiredCardSchema.nullable(),
        count: z.int().positive(),
        firstAt: timestampSchema,
        lastAt: timestampSchema,
      }),
    )
    .max(sources.length * maxRowsOfSource),
  more: z.int().nonnegative(),
});
