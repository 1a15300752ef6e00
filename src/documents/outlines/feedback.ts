import type { Matrix, MatrixRow } from "../../domain/debrief/matrix";
import type { SignTally } from "../../domain/debrief/sign-tally";
import { competencyById, levelTextOf } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, type Inline, paragraph, text } from "../outline";
import { signsOf } from "./evidence-lines";

type Side = "good" | "growth";

/**
 * A strength is what the level asks for: the first point in the upper half of the scale or above, 3 of four points and 2
 * of three.
 */
const isStrength = ({ mean, points }: MatrixRow): boolean =>
  mean !== null && mean >= Math.ceil((points + 1) / 2);

const meaningOf = (record: LoopRecord, { item }: MatrixRow): string => {
  if (item.kind === "attitude")
    return record.kit.attitudes.find(({ id }) => id === item.attitudeId)?.definition ?? "";
  if (item.kind !== "competency") return "";
  return levelTextOf(competencyById(record.kit, item.competencyId), record.plan.levelId).requirement;
};

/**
 * Texts of the kit's good signs of what was rated: those that somebody saw, or for growth those that nobody did. Never who
 * saw it or in which words, and no warning sign.
 */
const signTexts = (record: LoopRecord, row: MatrixRow, side: Side): readonly SignTally["sign"]["text"][] => {
  const rated = row.cells.flatMap(({ answers }) =>
    answers.filter(({ answer }) => answer.rating.kind === "rated"),
  );
  const seen = new Set<string>(
    rated.flatMap(({ answer }) =>
      answer.ticks.flatMap((tick) => (tick.seen === "seen" ? [tick.indicatorId] : [])),
    ),
  );
  const signs = rated.flatMap((answer) => signsOf(record.kit, row, answer).positive);
  return [...new Set(signs.filter(({ id }) => seen.has(id) === (side === "good")).map((sign) => sign.text))];
};

/** Where the kit has no words of its own for what was seen. */
const bareWords: Record<Side, string> = {
  good: "We saw what the role asks for.",
  growth: "We saw less of it than the role asks for.",
};

const rowBlocks = (record: LoopRecord, row: MatrixRow, side: Side): readonly Block[] => {
  const meaning = meaningOf(record, row);
  const signs = signTexts(record, row, side);
  return [
    { kind: "heading", level: 2, text: row.title },
    ...(meaning === "" && signs.length === 0 ? [paragraph("body", bareWords[side])] : []),
    ...(meaning === "" ? [] : [paragraph("body", `What this level asks for: ${meaning}`)]),
    ...(signs.length === 0
      ? []
      : [
          paragraph("lead", side === "good" ? "What we saw:" : "What would have helped us see more:"),
          { kind: "list", items: signs.map((sign): readonly Inline[] => [text(sign)]) } as const,
        ]),
  ];
};

const side = (
  record: LoopRecord,
  rows: readonly MatrixRow[],
  which: Side,
  title: string,
): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: title, apart: true },
        ...rows.flatMap((row) => rowBlocks(record, row, which)),
      ];

/**
 * Strengths and growth by competency, for the candidate: from the panel's means and the kit's own words. No number, no
 * quote and no name is in it, and nothing of the decision.
 */
export const feedbackSection = (record: LoopRecord, matrix: Matrix): readonly Block[] => {
  const rated = matrix.rows.filter(({ mean }) => mean !== null);
  const strengths = rated.filter(isStrength);
  const growth = rated.filter((row) => !isStrength(row));
  return [
    paragraph(
      "body",
      "Thank you for the time you gave us. This is what the interviews showed, by what the role asks for.",
    ),
    ...side(record, strengths, "good", "Strengths"),
    ...side(record, growth, "growth", "Where to grow"),
    ...(rated.length === 0 ? [paragraph("notice", "There is no rating we can feed back from.")] : []),
    paragraph(
      "small",
      "It says what was seen in these interviews, for this role and level, and nothing beyond.",
    ),
  ];
};
