import { z } from "zod";
import { holdsSchema } from "./hold";

/**
 * From which day a rule counts: the later of the last interview and the decision; the decision; a rejection, which a hire is
 * not; the last contact with the candidate that Panelbook knows of.
 */
export const clockStarts = ["recordOrDecision", "decision", "rejection", "lastContact"] as const;
export type ClockStart = (typeof clockStarts)[number];

/** The longest period a rule may have: a hundred years. */
export const longestPeriod = 1_200;

const monthsSchema = z.int().min(1).max(longestPeriod);

/** One rule about how long papers about candidates are kept: a least time, a longest, or both. */
export const regimeSchema = z
  .object({
    id: z.string().min(1).max(60),
    /** As documents and screens name it. */
    name: z.string().trim().min(1).max(120),
    /** In months; null where the rule asks for none. */
    minimumMonths: monthsSchema.nullable(),
    /** In months; null where the rule sets none. */
    ceilingMonths: monthsSchema.nullable(),
    clock: z.enum(clockStarts),
    /** True where it holds for this company. None holds until somebody says so. */
    chosen: z.boolean(),
  })
  .refine(({ minimumMonths, ceilingMonths }) => minimumMonths !== null || ceilingMonths !== null, {
    error: "a rule says how long at least, or how long at most",
  });
export type Regime = z.infer<typeof regimeSchema>;

/** The rules a company keeps to, as HR edits them, and which loops are held whatever the rules say. */
export const retentionTableSchema = z.object({
  format: z.literal("panelbook-retention"),
  formatVersion: z.literal(1),
  regimes: z
    .array(regimeSchema)
    .max(60)
    .refine((regimes) => new Set(regimes.map(({ id }) => id)).size === regimes.length, {
      error: "each rule has an id of its own",
    }),
  holds: holdsSchema,
});
export type RetentionTable = z.infer<typeof retentionTableSchema>;

const minimum = (id: string, name: string, months: number): Regime => ({
  id,
  name,
  minimumMonths: months,
  ceilingMonths: null,
  clock: "recordOrDecision",
  chosen: false,
});

const ceiling = (id: string, name: string, months: number, clock: ClockStart): Regime => ({
  id,
  name,
  minimumMonths: null,
  ceilingMonths: months,
  clock,
  chosen: false,
});

/**
 * Rules that HR often asks about, to choose from and to correct; none is chosen. The minimums are the EEOC's, those for
 * federal contractors (Section 503, VEVRAA) and California Gov. Code 12946; the ceilings are practice, and what courts and
 * authorities accept or recommend. Orientation, not advice.
 */
export const knownRegimes: readonly Regime[] = [
  minimum("us-eeoc-private", "US, EEOC: private employer", 12),
  minimum("us-eeoc-public", "US, EEOC: state or local government, education", 24),
  minimum("us-contractor", "US, federal contractor (Section 503, VEVRAA)", 24),
  minimum("us-contractor-small", "US, federal contractor, under 150 employees or $150,000", 12),
  minimum("us-california", "California, Gov. Code 12946", 48),
  ceiling("uk", "United Kingdom, usual practice", 12, "decision"),
  ceiling("de", "Germany, usual practice", 6, "rejection"),
  ceiling("fr", "France, CNIL", 24, "lastContact"),
  ceiling("pl", "Poland, decision of a court of 2024", 36, "decision"),
];

/** The table of a company that has chosen nothing. */
export const plainRetention: RetentionTable = {
  format: "panelbook-retention",
  formatVersion: 1,
  regimes: [...knownRegimes],
  holds: [],
};
