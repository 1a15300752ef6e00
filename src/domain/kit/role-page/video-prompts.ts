import type { VideoPrompt } from "../kit";
import type { Context } from "./context";
import { parseSeconds } from "./duration";
import { type Block, type BlockRules, firstOf, itemsOf, readBlocks, takeProse } from "./fields";
import { clockLimit } from "./furniture";
import { endsSentence } from "./lines";
import type { Section } from "./sections";
import { type Item, wordsOf } from "./spans";

const rules: BlockRules = {
  opening: "opening",
  repeated: "nextBlock",
  textOpens: true,
  fields: {
    opening: { shape: "prose" },
    title: { shape: "line", next: "prompt" },
    prompt: { shape: "prose" },
    experience: { shape: "raw" },
    responseTime: { shape: "line" },
    preparation: { shape: "line" },
    takes: { shape: "line" },
    format: { shape: "line" },
  },
};

const longestTitle = 80;

const looksLikeTitle = (item: Item): boolean => {
  const words = wordsOf(item);
  return words.length <= longestTitle && !endsSentence(words);
};

interface TitleAndPrompt {
  readonly title: Item | undefined;
  readonly prompt: readonly Item[];
}

const titleAndPrompt = (block: Block): TitleAndPrompt => {
  const opening = itemsOf(block, "opening");
  const labelled = itemsOf(block, "prompt");
  const title = firstOf(block, "title");
  if (title !== undefined) return { title, prompt: [...opening, ...labelled] };
  const [first, ...others] = opening;
  const prompt = [...others, ...labelled];
  if (first === undefined || prompt.length === 0 || !looksLikeTitle(first))
    return { title: undefined, prompt: [...opening, ...labelled] };
  return { title: first, prompt };
};

/** Reads a figure and takes its line only if it was understood; otherwise the line stays unplaced. */
const takeFigure = (
  context: Context,
  item: Item | undefined,
  parse: (words: string) => number | null,
): number | null => {
  const figure = item === undefined ? null : parse(wordsOf(item));
  if (figure !== null) for (const span of item ?? []) context.ledger.structure(span.line);
  return figure;
};

const parseTakes = (words: string): number | null => {
  const match = /^(?:up to )?(\d{1,3})(?: (?:takes?|attempts?))?$/i.exec(words);
  return match === null || Number(match[1]) === 0 ? null : Number(match[1]);
};

const clockOf = (block: Block): number | null => {
  const limits = block.asides.map(clockLimit).filter((limit) => limit !== null && limit > 0);
  return limits[0] ?? null;
};

const toPrompt = (block: Block, context: Context): VideoPrompt[] => {
  const { ledger, ids } = context;
  const { title, prompt } = titleAndPrompt(block);
  if (prompt.length === 0) return [];
  const format = firstOf(block, "format");
  return [
    {
      id: ids.item(title === undefined ? "" : wordsOf(title), "video-prompt"),
      title: title === undefined ? "" : ledger.takeItem(title),
      prompt: takeProse(ledger, prompt),
      format: format === undefined ? "" : ledger.takeItem(format),
      responseSeconds: takeFigure(context, firstOf(block, "responseTime"), parseSeconds) ?? clockOf(block),
      preparationSeconds: takeFigure(context, firstOf(block, "preparation"), parseSeconds),
      takes: takeFigure(context, firstOf(block, "takes"), parseTakes),
    },
  ];
};

/** Reads the video prompts of a section, and the total its pager states. */
export const readVideoPrompts = (
  section: Section,
  context: Context,
): { prompts: VideoPrompt[]; total: number | null } => {
  const { blocks, total } = readBlocks(section.body, rules, context.ledger);
  return { prompts: blocks.flatMap((block) => toPrompt(block, context)), total };
};
