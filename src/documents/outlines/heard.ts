import type { Tick } from "../../domain/card/card";
import type { MatrixRow } from "../../domain/debrief/matrix";
import { exerciseById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, type Inline, paragraph, text } from "../outline";
import { noteLine, signsOf, tickLine } from "./evidence-lines";

const ticksOf = (row: MatrixRow): readonly (readonly Tick[])[] =>
  row.cells.map((cell) => cell.answers.flatMap(({ answer }) => answer.ticks));

const isSame = (left: Tick, right: Tick): boolean =>
  left.indicatorId === right.indicatorId && left.seen === right.seen;

/** Each sign once, with how many of those who heard the item saw it. */
const signLines = (record: LoopRecord, row: MatrixRow): readonly (readonly Inline[])[] => {
  const byRater = ticksOf(row);
  const raters = row.cells.filter((cell) => cell.answers.length > 0).length;
  const answers = row.cells.flatMap((cell) => cell.answers);
  const different = byRater
    .flat()
    .filter((tick, index, all) => all.findIndex((known) => isSame(known, tick)) === index);
  return different.map((tick) => {
    const saw = byRater.filter((ticks) => ticks.some((known) => isSame(known, tick))).length;
    const answer = answers.find(({ answer: { ticks } }) => ticks.some((known) => isSame(known, tick)));
    const signs = answer === undefined ? { positive: [], negative: [] } : signsOf(record.kit, row, answer);
    return [...tickLine(tick, signs), text(` (${saw} of ${raters})`)];
  });
};

const criteriaLines = (record: LoopRecord, row: MatrixRow): readonly (readonly Inline[])[] => {
  if (row.item.kind !== "exercise") return [];
  const { exerciseId } = row.item;
  const hashes = new Set(row.cells.flatMap(({ answers }) => answers.map(({ envelopeHash }) => envelopeHash)));
  const marks = record.cards
    .filter(({ envelopeHash }) => hashes.has(envelopeHash))
    .flatMap(({ card }) => card.exercise?.criteria ?? []);
  return exerciseById(record.kit, exerciseId).successCriteria.flatMap((criterion, index) => {
    const judged = marks.filter((mark) => mark.criterion === index);
    const met = judged.filter((mark) => mark.met).length;
    return judged.length === 0 ? [] : [[text(`${criterion} Met by the word of ${met} of ${judged.length}.`)]];
  });
};

/** What was heard of an item, without saying by whom and without anybody's rating. */
export const heardBlocks = (record: LoopRecord, row: MatrixRow): readonly Block[] => {
  const notes = row.cells.flatMap(({ answers }) =>
    answers.flatMap(({ answer }) => answer.notes.map(noteLine)),
  );
  const items = [...signLines(record, row), ...criteriaLines(record, row), ...notes];
  return items.length === 0
    ? [paragraph("small", "No evidence was written down.")]
    : [{ kind: "list", items }];
};
