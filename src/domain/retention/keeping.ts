import { z } from "zod";
import { type Day, daySchema, latest, monthsAfter } from "./days";
import { type Hold, holdSchema } from "./hold";
import { clockStarts, type Regime } from "./regimes";

/** What is known of a record's days. */
export interface RecordDays {
  /** Of the last interview that was held. */
  readonly lastInterview: Day | null;
  readonly decided: Day;
  /** True where it was decided against the candidate; a decision that is put off is no rejection. */
  readonly rejected: boolean;
}

/** The day from which a rule counts for a record, or null where it does not count for it. */
export const startOf = (clock: Regime["clock"], days: RecordDays): Day | null => {
  if (clock === "rejection" && !days.rejected) return null;
  if (clock === "decision" || clock === "rejection") return days.decided;
  return latest([days.decided, ...(days.lastInterview === null ? [] : [days.lastInterview])]);
};

/** What one rule asks of one record: to keep it until a day at least, or at most. */
export const boundSchema = z.object({
  regime: z.string(),
  months: z.int().positive(),
  clock: z.enum(clockStarts),
  from: daySchema,
  until: daySchema,
});
export type Bound = z.infer<typeof boundSchema>;

/** How long a record is kept and why: what a cover prints, and what a list of records is sorted by. */
export const keepingSchema = z.object({
  /** The rule that keeps it longest; null where no chosen rule asks for a least time. */
  minimum: boundSchema.nullable(),
  /** Every ceiling that counts, the nearest first. */
  ceilings: z.array(boundSchema),
  hold: holdSchema.omit({ loopId: true }).nullable(),
});
export type Keeping = z.infer<typeof keepingSchema>;

const boundsOf = (
  regimes: readonly Regime[],
  days: RecordDays,
  monthsOf: (regime: Regime) => number | null,
): readonly Bound[] =>
  regimes.flatMap((regime) => {
    const [months, from] = [monthsOf(regime), startOf(regime.clock, days)];
    if (!regime.chosen || months === null || from === null) return [];
    return [{ regime: regime.name, months, clock: regime.clock, from, until: monthsAfter(from, months) }];
  });

const byDay = (one: Bound, other: Bound): number =>
  one.until < other.until ? -1 : one.until > other.until ? 1 : 0;

/** What the chosen rules and a hold make of a record. Null where no rule counts for it and nothing holds it. */
export const keepingOf = (
  days: RecordDays,
  regimes: readonly Regime[],
  hold: Pick<Hold, "cause" | "since"> | null,
): Keeping | null => {
  const minimums = boundsOf(regimes, days, ({ minimumMonths }) => minimumMonths).toSorted(byDay);
  const ceilings = boundsOf(regimes, days, ({ ceilingMonths }) => ceilingMonths).toSorted(byDay);
  if (minimums.length === 0 && ceilings.length === 0 && hold === null) return null;
  return {
    minimum: minimums.at(-1) ?? null,
    ceilings,
    hold: hold === null ? null : { cause: hold.cause, since: hold.since },
  };
};

/** The ceilings that would have a record erased before the minimum allows it: law against law, for a person to settle. */
export const conflictsOf = ({ minimum, ceilings }: Keeping): readonly Bound[] =>
  minimum === null ? [] : ceilings.filter(({ until }) => until < minimum.until);

/**
 * `held`: nothing may be erased. `keep`: a minimum still runs, or no ceiling has come where there is no minimum.
 * `mayGo`: no rule asks for it any more. `due`: a ceiling has passed and no minimum keeps it.
 */
export type KeepingState = "held" | "keep" | "mayGo" | "due";

/** What holds on a day; on the last day of a period it still runs. */
export const stateOn = ({ minimum, ceilings, hold }: Keeping, today: Day): KeepingState => {
  if (hold !== null) return "held";
  if (minimum !== null && today <= minimum.until) return "keep";
  const [nearest] = ceilings;
  if (nearest !== undefined && today > nearest.until) return "due";
  return minimum === null ? "keep" : "mayGo";
};
