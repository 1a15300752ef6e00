import type { Exercise } from "../../domain/kit/kit";
import { overallCalls, type RatingScale } from "../../domain/kit/scale";
import type { EarlierSlot, Prep, PrepQuestion, PrepSlot } from "../../domain/loop/prep";
import { whenAndWhere } from "../../domain/loop/when-and-where";
import {
  type Block,
  bold,
  cell,
  type Density,
  type Inline,
  type Outline,
  paragraph,
  small,
  smallBold,
  type TableCell,
  text,
} from "../outline";
import { absenceWords, dateWords, hatWords, overallWords, questionStateWords } from "./wording";

export interface PrepFacts {
  /** When the card is made, ISO 8601. */
  readonly madeAt: string;
  /**
   * Where a panelist writes: beside the questions, on one sheet for a slot, or on lines under each question, where paper is
   * all there is. Left out, it is beside.
   */
  readonly writing?: "beside" | "lines";
}

/** A box to tick with a pen. */
const box = "\u2610";
const boxes = (labels: readonly string[]): string => labels.map((label) => `${box} ${label}`).join("   ");

/** For an exercise of half an hour in quick handwriting; with more of them US letter paper takes a second page. */
const linesPerExercise = 5;

const listed = (label: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [paragraph("small", bold(`${label}: `), items.join(" · "))];

const absenceBoxes = ["? not observed", "~ too little"] as const;

const ratingBoxes = (scale: RatingScale): Block =>
  paragraph(
    "body",
    bold("Rating   "),
    boxes([...scale.map(({ value, label }) => `${value} ${label}`), ...absenceBoxes]),
  );

/** What each point of the scale means; once for all questions of a page. */
const scaleLegend = (scale: RatingScale): readonly Block[] =>
  listed(
    "What the ratings mean",
    scale
      .filter(({ anchor }) => anchor !== "")
      .map(({ value, label, anchor }) => `${value} ${label}: ${anchor}`),
  );

/** What good looks like: a line for each kind of sign, or on a full sheet one after the other. */
const signsOf = ({ positive, negative }: PrepQuestion["question"], separator: string): readonly Inline[] =>
  [["Good", positive] as const, ["Warning", negative] as const].flatMap(([label, signs]) =>
    signs.length === 0
      ? []
      : [smallBold(`${separator}${label}: `), small(signs.map((sign) => sign.text).join(" · "))],
  );

/** Several questions about one topic say once what the level asks of it, where room is scarce. */
const aboutTopic = (questions: readonly PrepQuestion[], index: number, density: Density): string => {
  const { topic, expected } = questions[index] ?? { topic: "", expected: "" };
  const first = questions.findIndex((other) => other.topic === topic && other.expected === expected);
  if (expected === "") return topic;
  return density === "dense" && first < index ? `${topic}: as in ${first + 1}.` : `${topic}: ${expected}`;
};

const askCell = (questions: readonly PrepQuestion[], index: number, density: Density): TableCell => {
  const asked = questions[index];
  if (asked === undefined) return cell("");
  return cell([
    bold(`${index + 1}. ${asked.question.prompt}`),
    small(`\n${aboutTopic(questions, index, density)}`),
    ...signsOf(asked.question, density === "dense" ? "  " : "\n"),
  ]);
};

/** As short as a narrow column wants them; the meaning of the signs stands at the foot of the page. */
const states = ["asked", "prompted", "not asked", "no time"];

/** The boxes stand on top, so that the rest of the cell is for the pen. */
const heardCell = (scale: RatingScale): TableCell =>
  cell([text(boxes([...scale.map(({ value }) => String(value)), "?", "~"])), small(`\n${boxes(states)}`)]);

const shares = { normal: [64, 36], dense: [73, 27] } as const;

const inOrderNotice = "In this order. Write what was said, not what you make of it.";

const questionTable = (
  questions: readonly PrepQuestion[],
  scale: RatingScale,
  density: Density,
): readonly Block[] =>
  questions.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: inOrderNotice,
          columns: [
            { title: "Ask, and what good looks like", share: shares[density][0] },
            { title: "Heard", share: shares[density][1] },
          ],
          rows: questions.map((_, index) => [askCell(questions, index, density), heardCell(scale)]),
        },
      ];

/** For an answer of five minutes in quick handwriting. */
const linesPerQuestion = 4;

/** A question with everything about it, its boxes, and lines across the page to write on. */
const linedQuestion = (questions: readonly PrepQuestion[], index: number, scale: RatingScale) => {
  const asked = questions[index];
  if (asked === undefined) return [];
  const { question } = asked;
  const marks = [...scale.map(({ value }) => String(value)), "?", "~"];
  return [
    { kind: "heading", level: 3, text: `${index + 1}. ${question.prompt}` },
    paragraph("underHeading", aboutTopic(questions, index, "dense"), ...signsOf(question, "\n")),
    paragraph("lead", boxes(marks), text("      "), boxes(states)),
    { kind: "writingLines", count: linesPerQuestion },
  ] satisfies readonly Block[];
};

const linedQuestions = (questions: readonly PrepQuestion[], scale: RatingScale): readonly Block[] =>
  questions.length === 0
    ? []
    : [
        paragraph("small", inOrderNotice),
        ...questions.flatMap((_, index) => linedQuestion(questions, index, scale)),
      ];

/** Answers stand under their cases on the laptops of those who assess the test; elsewhere there are none. */
const itemBlocks = ({ items }: Exercise): readonly Block[] =>
  items.length === 0
    ? []
    : [
        {
          kind: "list",
          items: items.map(({ prompt, expected }): readonly Inline[] =>
            expected === "" ? [text(prompt)] : [text(prompt), bold("  Expected: "), text(expected)],
          ),
        },
      ];

const exerciseBlocks = ({ exercise, scale }: NonNullable<PrepSlot["exercise"]>): readonly Block[] => [
  { kind: "heading", level: 3, text: `Exercise: ${exercise.title}` },
  ...[exercise.prompt, exercise.scenario, exercise.problem]
    .filter((value) => value !== "")
    .map((value) => paragraph("body", value)),
  ...listed("On the table", exercise.reviewBeforehand),
  ...listed("Ground rules", exercise.groundRules),
  ...(exercise.successCriteria.length === 0
    ? []
    : [paragraph("small", bold("Met?   "), boxes(exercise.successCriteria))]),
  ...itemBlocks(exercise),
  ...scaleLegend([...scale].reverse()),
  ...listed(
    "Good signs",
    exercise.positive.map((sign) => sign.text),
  ),
  ...listed(
    "Warning signs",
    exercise.negative.map((sign) => sign.text),
  ),
  ratingBoxes(scale),
  { kind: "writingLines", count: linesPerExercise },
];

/** Topics by what became of them, each once: "asked: handling, care". Those nobody said anything of stand alone. */
const byState = (topics: EarlierSlot["topics"]): string =>
  [...new Set(topics.map(({ state }) => state))]
    .map((state) => {
      const same = new Set(topics.filter((each) => each.state === state).map(({ topic }) => topic));
      return `${state === "open" ? "" : `${questionStateWords[state]}: `}${[...same].join(", ")}`;
    })
    .join("; ");

const earlierRow = ({ title, interviewers, topics }: EarlierSlot): string => {
  const who = interviewers.length === 0 ? "" : `, ${interviewers.join(" and ")}`;
  return `${title}${who}: ${topics.length === 0 ? "an exercise" : byState(topics)}`;
};

const before = ({ earlier }: PrepSlot, { handOffs }: Prep): readonly Block[] => [
  ...listed("Covered before you", earlier.map(earlierRow)),
  ...handOffs.map(({ from, toAll, text: note }) =>
    paragraph("body", bold(`${from} to ${toAll ? "everybody" : "you"}: `), note),
  ),
];

/** What a sheet of usual letters holds of questions and signs, in characters; each row takes some besides. */
const sheetHolds = { characters: 2_000, perQuestion: 150 } as const;

const lengthOf = ({ question: { prompt, positive, negative }, expected }: PrepQuestion): number =>
  [prompt, expected, ...[...positive, ...negative].map((sign) => sign.text)].join("").length +
  sheetHolds.perQuestion;

const isFull = ({ questions }: PrepSlot): boolean =>
  questions.reduce((sum, question) => sum + lengthOf(question), 0) > sheetHolds.characters;

/** One look for the whole card: its fullest page decides. */
const densityOf = ({ slots }: Prep): Density => (slots.some(isFull) ? "dense" : "normal");

const closing: readonly Block[] = [
  paragraph(
    "body",
    bold("Overall, before you talk to anybody   "),
    boxes([...overallCalls.map((call) => overallWords[call]), "No decision, because:"]),
  ),
  paragraph("small", "What the panel should know in a sentence or two:"),
  { kind: "writingLines", count: 1 },
  paragraph(
    "small",
    `Type this in afterwards and mark it as written on paper. Where there is no rating, say which: ${absenceWords.notAsked}, ${absenceWords.notObserved}, ${absenceWords.insufficientEvidence}. Then destroy the sheet.`,
  ),
];

const questionBlocks = (
  { questions }: PrepSlot,
  prep: Prep,
  writing: PrepFacts["writing"],
): readonly Block[] =>
  writing === "lines"
    ? linedQuestions(questions, prep.questionScale)
    : questionTable(questions, prep.questionScale, densityOf(prep));

const slotPage = (
  prepared: PrepSlot,
  prep: Prep,
  { first, writing }: { readonly first: boolean; readonly writing: PrepFacts["writing"] },
): readonly Block[] => [
  { kind: "heading", level: 1, text: prepared.slot.title, newPage: !first },
  paragraph(
    "small",
    `${prep.candidateName} · ${prep.kitTitle}, ${prep.levelName} · ${prep.name}, ${prep.hats.map((hat) => hatWords[hat]).join(", ")}`,
  ),
  paragraph("body", bold(whenAndWhere(prepared.slot, dateWords(prepared.slot.startsAt), prepared.with))),
  ...(prep.accommodations === ""
    ? []
    : [paragraph("small", bold("Arranged for the candidate: "), prep.accommodations)]),
  ...(prepared.purpose === "" ? [] : [paragraph("small", prepared.purpose)]),
  ...before(prepared, prep),
  ...(prepared.questions.length === 0 ? [] : scaleLegend(prep.questionScale)),
  ...questionBlocks(prepared, prep, writing),
  ...(prepared.exercise === null ? [] : exerciseBlocks(prepared.exercise)),
  ...closing,
];

/**
 * A panelist's prep card for paper: a page for each slot, with what to ask, what good looks like, what was covered and
 * handed over before, and room to write. What earlier rounds rated is no part of `Prep`.
 */
export const prepCardOutline = (prep: Prep, { madeAt, writing }: PrepFacts): Outline => ({
  title: `${prep.name}: ${prep.candidateName}, ${prep.kitTitle}`,
  subject: "Prep card",
  language: "en-GB",
  classification: "Confidential",
  recordHash: "",
  madeAt,
  density: densityOf(prep),
  cover: [],
  body:
    prep.slots.length === 0
      ? [paragraph("body", `${prep.name} has no slot in this loop.`)]
      : prep.slots.flatMap((slot, index) => slotPage(slot, prep, { first: index === 0, writing })),
});
