import type { Application, ApplicationEvent } from "../../../src/domain/candidates/application";
import type { GivenAnswer, KnockOutResult } from "../../../src/domain/candidates/knock-out";
import type {
  CriterionMark,
  MarkedCriterion,
  ScreenCriterion,
} from "../../../src/domain/candidates/resume-review";
import {
  applicationIdSchema,
  candidateIdSchema,
  type Hash,
  hashSchema,
  kitIdSchema,
  kitItemIdSchema,
  type Timestamp,
  timestampSchema,
} from "../../../src/domain/ids";

/** A time on the days round 2 November 2026. */
export const onDay = (day: number, hour = 9): Timestamp =>
  timestampSchema.parse(
    `2026-11-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`,
  );

/** An application that just came in on the second of November, and whatever is given. */
export const anApplication = (changed: Partial<Application> = {}): Application => ({
  id: applicationIdSchema.parse("application-0000000001"),
  candidateId: candidateIdSchema.parse("candidate-000000000001"),
  kitId: kitIdSchema.parse("kit-000000000000000001"),
  events: [{ kind: "applied", at: onDay(2), by: null, source: "hand" }],
  drafts: [],
  ...changed,
});

/** The same with more that happened. */
export const later = (application: Application, ...events: readonly ApplicationEvent[]): Application => ({
  ...application,
  events: [...application.events, ...events],
});

/** Two criteria of a resume screen. */
export const twoCriteria: readonly ScreenCriterion[] = [
  { id: kitItemIdSchema.parse("channel-sales"), text: "Three years in channel sales" },
  { id: kitItemIdSchema.parse("certificate"), text: "Holds a partner certificate" },
];

/** What somebody marks on the two criteria. */
export const bothMarked = (first: CriterionMark, second: CriterionMark): readonly MarkedCriterion[] =>
  twoCriteria.map(({ id }, index) => ({ criterionId: id, mark: index === 0 ? first : second, evidence: "" }));

/** One wording of a question. */
export const aWording = (name: string): Hash => hashSchema.parse(name.padEnd(43, "0"));

/** An answer to the question whether somebody may work in the country, which "no" ends. */
export const anAnswer = (value: "yes" | "no", changed: Partial<KnockOutResult> = {}): KnockOutResult => ({
  questionId: kitItemIdSchema.parse("work-permit"),
  wordingVersion: aWording("1"),
  prompt: "May you work in this country?",
  answer: { form: "yesNo", value } satisfies GivenAnswer,
  disqualifies: value === "no",
  ...changed,
});
