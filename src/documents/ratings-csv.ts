import type { Rating } from "../domain/card/card";
import { exerciseById, levelById, questionById, questionTopic } from "../domain/kit/lookup";
import type { RatingScale } from "../domain/kit/scale";
import { slotById } from "../domain/loop/plan";
import type { LoopRecord, RecordCard } from "../domain/record/record";
import { personName } from "./outlines/wording";
import { wordText } from "./word/text-hygiene";

const columns = [
  "candidate",
  "role",
  "level",
  "slot",
  "panelist",
  "revision",
  "counts",
  "independent",
  "about",
  "item",
  "question",
  "state",
  "rating",
  "rating_label",
  "absence",
  "overall",
] as const;

/**
 * What a spreadsheet would take for a formula, also behind blanks or a line feed and in the wide forms that some
 * convert.
 */
const startsFormula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One value, quoted always; a leading apostrophe keeps a spreadsheet from running it. */
export const csvCell = (value: string): string => {
  const clean = wordText(value);
  return `"${(startsFormula.test(clean) ? `'${clean}` : clean).replaceAll('"', '""')}"`;
};

interface Rated {
  readonly about: "competency" | "attitude" | "exercise";
  readonly item: string;
  readonly question: string;
  readonly state: string;
  readonly rating: Rating;
  readonly scale: RatingScale;
}

const ratedOf = (record: LoopRecord, { card, slotId }: RecordCard): readonly Rated[] => {
  const { kit } = record;
  const answers = card.answers.map(({ questionId, state, rating }): Rated => {
    const question = questionById(kit, questionId);
    return {
      about: question.target.kind,
      item: questionTopic(kit, question),
      question: question.prompt,
      state,
      rating,
      scale: kit.questionScale,
    };
  });
  const { exerciseId } = slotById(record.plan, slotId);
  if (card.exercise === null || exerciseId === null) return answers;
  const { title } = exerciseById(kit, exerciseId);
  const { rating } = card.exercise;
  return [
    ...answers,
    { about: "exercise", item: title, question: "", state: "", rating, scale: kit.exerciseScale },
  ];
};

const ratingCells = ({ rating, scale }: Rated): readonly [string, string, string] => {
  if (rating.kind === "blank") return ["", "", "blank"];
  if (rating.kind === "absent") return ["", "", rating.reason];
  return [String(rating.value), scale.find(({ value }) => value === rating.value)?.label ?? "", ""];
};

const overallOf = ({ card: { overall } }: RecordCard): string =>
  overall.kind === "call" ? overall.call : overall.kind;

const rowsOf = (record: LoopRecord, entry: RecordCard): readonly (readonly string[])[] =>
  ratedOf(record, entry).map((rated) => [
    record.plan.candidate.name,
    record.plan.kit.title,
    levelById(record.kit, record.plan.levelId).name,
    slotById(record.plan, entry.slotId).title,
    personName(record, entry.personId),
    String(entry.revision),
    entry.dependence.includes("setAside") || entry.revision > 1 ? "no" : "yes",
    entry.independent ? "yes" : "no",
    rated.about,
    rated.item,
    rated.question,
    rated.state,
    ...ratingCells(rated),
    overallOf(entry),
  ]);

/**
 * Every rating of a record, one per line, RFC 4180 with a byte order mark so that spreadsheets read it as UTF-8. An absence is an
 * empty rating with its reason beside it, never a zero. For HR: it says who rated what. A trainee's card is not in it, as
 * it is in no pack.
 */
export const ratingsCsv = (record: LoopRecord): string =>
  `\ufeff${[
    columns,
    ...record.cards.filter(({ shadow }) => !shadow).flatMap((entry) => rowsOf(record, entry)),
  ]
    .map((cells) => cells.map(csvCell).join(","))
    .join("\r\n")}\r\n`;
