import type { ResumeCriterion } from "../kit";
import type { Context } from "./context";
import { type BlockRules, itemsOf, readBlocks } from "./fields";
import type { Line } from "./lines";
import type { Section } from "./sections";
import { type Item, wordsOf } from "./spans";

const rules: BlockRules = {
  opening: "opening",
  repeated: "sameBlock",
  textOpens: false,
  fields: { opening: { shape: "list", mixed: true }, items: { shape: "list", mixed: true } },
};

const countLine = /^(\d{1,6}) ?(?:criteria|criterion)$/i;
const weightMark = / ?[(·] ?weight:? (\d{1,3}(?:\.\d{1,2})?)\)?$/i;

const toCriterion = (item: Item, { ledger, ids }: Context): ResumeCriterion[] => {
  const words = wordsOf(item);
  const mark = weightMark.exec(words);
  const text = mark === null ? words : words.slice(0, mark.index);
  const weight = Number(mark?.[1] ?? 1);
  if (text === "" || weight <= 0) return [];
  ledger.takeItem(item);
  const form = text.endsWith("?") ? "question" : "statement";
  return [{ id: ids.item("criterion", "criterion"), form, text, weight }];
};

const countOf = (line: Line): number | null => {
  const match = countLine.exec(line.text);
  return match === null ? null : Number(match[1]);
};

/** Reads the criteria of a section, and the total of its "8 criteria" line. */
export const readResumeCriteria = (
  section: Section,
  context: Context,
): { criteria: ResumeCriterion[]; total: number | null } => {
  const counts = section.body.filter((line) => countOf(line) !== null);
  for (const line of counts) context.ledger.structure(line);
  const rest = section.body.filter((line) => countOf(line) === null);
  const { lead, blocks } = readBlocks(rest, rules, context.ledger);
  const items = [
    ...lead,
    ...blocks.flatMap((block) => [...itemsOf(block, "opening"), ...itemsOf(block, "items")]),
  ];
  const total = counts.reduce<number | null>((sum, line) => (sum ?? 0) + (countOf(line) ?? 0), null);
  return { criteria: items.flatMap((item) => toCriterion(item, context)), total };
};
