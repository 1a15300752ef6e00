import { z } from "zod";
import { timestampSchema } from "../../domain/ids";
import { collectionNames } from "../collections/documents";

const counts = z.partialRecord(z.enum(collectionNames), z.int().positive());

/** What was brought back from the safety journal, and what was not. */
export const restoreReportSchema = z.object({
  at: timestampSchema,
  /** True where the database was empty although this laptop had stored something. */
  wasLost: z.boolean(),
  /** Rows that were written back, by collection. */
  restored: counts,
  /** Rows that are back but do not open, since their subject's key is not on this laptop. */
  keyless: z.int().nonnegative(),
  /** Rows and places in the journal that are themselves damaged. */
  damaged: z.int().nonnegative(),
  /** True where the journal could not be read at all. */
  journalFailed: z.boolean(),
  /** Cards in progress that came back from colleagues' laptops. */
  fromColleagues: z.int().nonnegative().default(0),
});
export type RestoreReport = z.infer<typeof restoreReportSchema>;

type Counts = RestoreReport["restored"];

const sumOf = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    collectionNames.flatMap((name) => {
      const sum = (one[name] ?? 0) + (other[name] ?? 0);
      return sum === 0 ? [] : [[name, sum]];
    }),
  );

/** Both reports as one, with the time of the later. */
export const joinReports = (earlier: RestoreReport | null, later: RestoreReport): RestoreReport =>
  earlier === null
    ? later
    : {
        at: later.at,
        wasLost: earlier.wasLost || later.wasLost,
        restored: sumOf(earlier.restored, later.restored),
        keyless: Math.max(earlier.keyless, later.keyless),
        damaged: Math.max(earlier.damaged, later.damaged),
        journalFailed: later.journalFailed,
        fromColleagues: earlier.fromColleagues + later.fromColleagues,
      };

/**
 * Whether a person has to be told. Log records alone that are back in an otherwise whole database are what a kill between
 * a log's shortening and its mark in the journal leaves; they say nothing that the log does not.
 */
export const isWorthTelling = ({ wasLost, restored, keyless, fromColleagues }: RestoreReport): boolean =>
  wasLost ||
  keyless > 0 ||
  fromColleagues > 0 ||
  Object.keys(restored).some((name) => name !== "loopUpdates");
