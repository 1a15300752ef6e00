import type { Exercise } from "../../domain/kit/kit";
import { type Block, type Outline, paragraph, text } from "../outline";
import { dateTimeWords } from "./wording";

/** Where and when the exercise takes place; null where the brief is not for a certain day. */
export interface BriefOccasion {
  readonly candidateName: string;
  /** Local date and time, "2026-11-23T09:30". */
  readonly startsAt: string;
  readonly room: string;
}

export interface BriefFacts {
  readonly kitTitle: string;
  readonly occasion: BriefOccasion | null;
  /** When the brief is made, ISO 8601. */
  readonly madeAt: string;
}

/** What of an exercise a candidate is told. The rubric and the roles are no part of it, so that they cannot get here. */
type ForCandidates = Pick<
  Exercise,
  | "kind"
  | "title"
  | "prompt"
  | "scenario"
  | "problem"
  | "format"
  | "minutes"
  | "responseMinutes"
  | "preparation"
  | "audience"
  | "prepare"
  | "reviewBeforehand"
  | "deliverables"
  | "groundRules"
>;

const kindWords: Record<Exercise["kind"], string> = {
  presentation: "Presentation",
  workSimulation: "Work simulation",
  test: "Test",
};

/** What the answer time is called, by the kind of exercise. */
const ownTime: Record<Exercise["kind"], string> = {
  presentation: "Of these for your talk",
  workSimulation: "Of these for the simulation",
  test: "Of these for your answers",
};

const minutesWords = (minutes: number | null): string => (minutes === null ? "" : `${minutes} minutes`);

const rowsOf = (exercise: ForCandidates, { occasion }: BriefFacts): readonly (readonly [string, string])[] =>
  (
    [
      ["For", occasion?.candidateName ?? ""],
      ["When", occasion === null ? "" : dateTimeWords(occasion.startsAt)],
      ["Where", occasion?.room ?? ""],
      ["Format", exercise.format],
      ["Length", minutesWords(exercise.minutes)],
      [
        ownTime[exercise.kind],
        exercise.responseMinutes === exercise.minutes ? "" : minutesWords(exercise.responseMinutes),
      ],
      ["Preparation", exercise.preparation],
      ["Who will be there", exercise.audience],
    ] as const
  ).filter(([, value]) => value !== "");

const passage = (title: string, value: string): readonly Block[] =>
  value === "" ? [] : [{ kind: "heading", level: 2, text: title }, paragraph("body", value)];

const points = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: title },
        { kind: "list", items: items.map((item) => [text(item)]) },
      ];

/** What a candidate is told of an exercise beforehand: everything needed to prepare, nothing of how it is judged. */
export const candidateBriefOutline = (exercise: ForCandidates, facts: BriefFacts): Outline => ({
  title: `${exercise.title}: what to prepare`,
  subject: "Brief for the candidate",
  language: "en-GB",
  classification: "For the candidate",
  recordHash: "",
  madeAt: facts.madeAt,
  cover: [],
  body: [
    { kind: "heading", level: 1, text: exercise.title },
    paragraph("small", `${kindWords[exercise.kind]} · ${facts.kitTitle}`),
    { kind: "facts", rows: rowsOf(exercise, facts) },
    ...passage("Your task", exercise.prompt),
    ...passage("The situation", exercise.scenario),
    ...passage("What to achieve", exercise.problem),
    ...points("What to prepare", exercise.prepare),
    ...points("Material to read beforehand", exercise.reviewBeforehand),
    ...points("What you hand in or present", exercise.deliverables),
    ...points("Ground rules", exercise.groundRules),
    paragraph(
      "small",
      "If you need anything changed so that you can take part as others do, tell us beforehand; it is not part of what is judged.",
    ),
  ],
});
