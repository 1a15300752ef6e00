import type { Finalist } from "../../domain/debrief/finalists/finalists";
import {
  type ComparedItem,
  type HeardAnswer,
  type OtherNames,
  questionByQuestion,
} from "../../domain/debrief/finalists/question-by-question";
import type { Kit } from "../../domain/kit/kit";
import { levelById } from "../../domain/kit/lookup";
import { type ComparisonAudience, type Disclosure, shownTo } from "../../domain/record/audiences";
import { type Block, cell, type Inline, type Outline, paragraph, type TableCell, text } from "../outline";
import { audienceWords } from "./audience-words";
import { noteLine, type Signs, tickLine } from "./evidence-lines";
import { loopDays } from "./pack-cover";
import { dateWords, questionStateWords, ratingNumber, ratingWords, shortHash } from "./wording";

/** What the comparison says besides the records it is made of. */
export interface ComparisonFacts {
  readonly generatedAt: string;
  readonly disclosure: Disclosure;
  /** How many other loops of the role are left out. */
  readonly apart: number;
  /** Whose names may be in a note besides the finalists' and their panels'. */
  readonly others: OtherNames;
  /** What documents print of the finalists' records, in the finalists' order. */
  readonly recordHashes: readonly string[];
}

interface Told {
  readonly kit: Kit;
  readonly finalists: readonly Finalist[];
  readonly audience: ComparisonAudience;
  readonly facts: ComparisonFacts;
}

const title = "Comparison of finalists";

/** "Candidate B"; with the level where finalists are hired for several. */
const nameOf = ({ mark, record }: Finalist, finalists: readonly Finalist[]): string => {
  const levels = new Set(finalists.map((finalist) => finalist.record.plan.levelId));
  return levels.size > 1
    ? `Candidate ${mark}, ${levelById(record.kit, record.plan.levelId).name}`
    : `Candidate ${mark}`;
};

const inLines = (lines: readonly (readonly Inline[])[]): readonly Inline[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [text("\n"), ...line]));

const ratingLine = ({ rating, independent, state }: HeardAnswer, { scale }: ComparedItem): string =>
  [
    ratingWords(rating, scale),
    ...(state === "prompted" || state === "skippedForTime" ? [questionStateWords[state]] : []),
    ...(independent ? [] : ["not independent"]),
  ].join(", ");

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The mean of the panelists' own means, as in the matrix. One panelist's alone would be their rating, so a mean is told of two
 * panelists or more who rated independently.
 */
const meanLine = (heard: readonly HeardAnswer[]): string => {
  const rated = heard.flatMap(({ rating, independent, rater }) =>
    rating.kind === "rated" && independent ? [{ rater, value: rating.value }] : [],
  );
  const raters = [...new Set(rated.map(({ rater }) => rater))];
  if (raters.length === 0) return "no independent rating";
  if (raters.length === 1)
    return rated.length === 1 ? "1 rating, not shown alone" : "ratings of 1 panelist, not shown alone";
  const means = raters.map((own) =>
    meanOf(rated.filter(({ rater }) => rater === own).map(({ value }) => value)),
  );
  return `mean ${ratingNumber(meanOf(means))} (${rated.length} ratings)`;
};

const ratingCell = (
  item: ComparedItem,
  heard: readonly HeardAnswer[],
  { audience, facts }: Told,
): TableCell =>
  shownTo(audience, "individualRatings", facts.disclosure) === "yes"
    ? cell(inLines(heard.map((one) => [text(ratingLine(one, item))])))
    : cell(meanLine(heard));

const signsOf = (kit: Kit, { kind, id }: ComparedItem): Signs => {
  const all: readonly (Signs & { readonly id: string })[] =
    kind === "question" ? kit.questions : kit.exercises;
  return all.find((known) => known.id === id) ?? { positive: [], negative: [] };
};

const heardCell = (kit: Kit, item: ComparedItem, heard: readonly HeardAnswer[]): TableCell => {
  const signs = signsOf(kit, item);
  const lines = heard.flatMap(({ ticks, notes }) => [
    ...ticks.map((tick) => tickLine(tick, signs)),
    ...notes.map((note) => noteLine({ ...note, atMs: null })),
  ]);
  return cell(lines.length === 0 ? "No sign ticked, nothing noted" : inLines(lines));
};

/** "1 Below to 4 Exceeds". */
const scaleWords = ({ scale }: ComparedItem): string =>
  [scale[0], scale.at(-1)].map((point) => `${point?.value} ${point?.label}`).join(" to ");

const itemBlocks = (item: ComparedItem, place: number, told: Told): readonly Block[] => [
  // Several questions ask about one competency: the number tells them apart in the contents.
  { kind: "heading", level: 2, text: `${place + 1}. ${item.topic}` },
  paragraph("lead", item.prompt),
  {
    kind: "table",
    caption: `What was heard from each finalist; ratings from ${scaleWords(item)}`,
    columns: [
      { title: "Finalist", share: 18 },
      { title: "First ratings", share: 22 },
      { title: "What was heard", share: 60 },
    ],
    rows: told.finalists.map((finalist, index) => {
      const heard = item.heard[index] ?? [];
      const name = cell(nameOf(finalist, told.finalists));
      return heard.length === 0
        ? [name, cell(""), cell("Nobody who spoke with them was to ask this.", "muted")]
        : [name, ratingCell(item, heard, told), heardCell(told.kit, item, heard)];
    }),
  },
];

const chapter = (heading: string, items: readonly ComparedItem[], told: Told): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: heading, newPage: true },
        ...items.flatMap((item, place) => itemBlocks(item, place, told)),
      ];

/** Whose letter is whose, for those who may know of other candidates. */
const whoIsWho = ({ audience, finalists, facts }: Told): readonly Block[] =>
  shownTo(audience, "otherCandidates", facts.disclosure) !== "yes"
    ? []
    : [
        { kind: "heading", level: 1, text: "Who is who", newPage: true },
        {
          kind: "table",
          caption: "The finalists by their letters",
          columns: [
            { title: "Finalist", share: 24 },
            { title: "Name", share: 32 },
            { title: "Loop", share: 22 },
            { title: "Record", share: 22 },
          ],
          rows: finalists.map((finalist, index) => [
            cell(nameOf(finalist, finalists)),
            cell(finalist.record.plan.candidate.name),
            cell(loopDays(finalist.record)),
            cell(shortHash(facts.recordHashes[index] ?? "")),
          ]),
        },
      ];

const readersWords = ({ audience, facts: { disclosure } }: Told): string => {
  const ratings =
    shownTo(audience, "individualRatings", disclosure) === "yes"
      ? "every rating without its panelist"
      : "means of independent ratings";
  return shownTo(audience, "otherCandidates", disclosure) === "yes"
    ? `For HR and nobody else: what was heard from each finalist, ${ratings}, and whose letter is whose.`
    : `For the hiring manager: what was heard from each finalist under a letter, and ${ratings}.`;
};

const cover = (told: Told): readonly Block[] => {
  const { kit, finalists, audience, facts } = told;
  const [first] = finalists;
  const version = first === undefined ? "" : `, version ${first.record.plan.kit.version}`;
  const rows: readonly (readonly [string, string])[] = [
    ["Finalists", finalists.map((finalist) => nameOf(finalist, finalists)).join("; ")],
    ["Role kit", `${kit.title}${version}`],
    ...(facts.apart === 0
      ? []
      : ([
          [
            "Not compared",
            facts.apart === 1 ? "1 other loop of the role" : `${facts.apart} other loops of the role`,
          ],
        ] as const)),
    ["Who may read it", readersWords(told)],
    ["Class", audienceWords[audience].classification],
    ["Made", dateWords(facts.generatedAt)],
  ];
  return [
    paragraph("coverKind", title),
    paragraph("title", kit.title),
    paragraph("subtitle", "Question by question, names masked"),
    { kind: "facts", rows },
    paragraph(
      "notice",
      "Letters and their order say nothing, and nobody is ranked. Names are taken out of notes as well; what a note says otherwise, “she” or a former employer, may still tell who it is.",
    ),
  ];
};

/**
 * What every finalist answered, one question after the other, under a letter each; a document of several records, of which only
 * HR is told whose is whose. The audience's row of the table of sections decides the rest.
 */
export const comparisonOutline = (
  finalists: readonly Finalist[],
  audience: ComparisonAudience,
  facts: ComparisonFacts,
): Outline => {
  const [first] = finalists;
  if (first === undefined) throw new Error("a comparison of nobody");
  const { kit } = first.record;
  const told = { kit, finalists, audience, facts };
  const items = questionByQuestion(kit, finalists, facts.others);
  const ofKind = (wanted: ComparedItem["kind"]) => items.filter(({ kind }) => kind === wanted);
  return {
    title: `${title}: ${kit.title}`,
    subject: title,
    language: "en-GB",
    classification: audienceWords[audience].classification,
    recordHash: "",
    madeAt: facts.generatedAt,
    cover: cover(told),
    body: [
      { kind: "contents", title: "Contents" },
      ...chapter("Questions", ofKind("question"), told),
      ...chapter("Exercises", ofKind("exercise"), told),
      ...whoIsWho(told),
    ],
  };
};
