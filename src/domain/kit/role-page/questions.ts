import type { Context } from "./context";
import { type Block, type BlockRules, type Blocks, firstOf, itemsOf, readBlocks } from "./fields";
import { type IndicatorItems, indicatorItems } from "./indicators";
import type { Section } from "./sections";
import { type Item, lineOf, type Span } from "./spans";

/** "Expected at X" with the text under it. */
export interface ExpectationItems {
  readonly level: Span;
  readonly items: readonly Item[];
}

/** What both kinds of question have, as found on the page and not yet taken into the kit. */
export interface QuestionDraft extends IndicatorItems {
  readonly line: number;
  readonly expectations: readonly ExpectationItems[];
  readonly round: Item | undefined;
  readonly prompt: readonly Item[];
}

export interface CompetencyDraft extends QuestionDraft {
  readonly discipline: Item | undefined;
  readonly competency: Item | undefined;
  readonly requirement: readonly Item[];
}

export interface AttitudeDraft extends QuestionDraft {
  readonly name: Item | undefined;
  readonly definition: readonly Item[];
}

/** The drafts of one section, the text before them, and the total that its pager states. */
export interface QuestionSection<Draft> {
  readonly drafts: readonly Draft[];
  readonly lead: readonly Item[];
  readonly total: number | null;
}

const shared: BlockRules["fields"] = {
  opening: { shape: "prose" },
  expectation: { shape: "prose", many: true },
  prompt: { shape: "prose" },
  positive: { shape: "list" },
  negative: { shape: "list" },
};

const competencyRules: BlockRules = {
  opening: "opening",
  repeated: "nextBlock",
  textOpens: false,
  fields: {
    ...shared,
    discipline: { shape: "line", opens: true },
    competency: { shape: "line", next: "requirement", opens: true },
    requirement: { shape: "prose" },
    round: { shape: "line", next: "prompt" },
  },
};

const attitudeRules: BlockRules = {
  opening: "name",
  repeated: "nextBlock",
  textOpens: true,
  fields: {
    ...shared,
    name: { shape: "line", next: "definition", opens: true },
    definition: { shape: "prose" },
    round: { shape: "line", next: "prompt", opens: true },
  },
};

const firstLine = (block: Block): number =>
  block.entries.map((entry) => entry.label?.number ?? lineOf(entry.items[0])).find((line) => line > 0) ?? 0;

const expectationsOf = (block: Block): ExpectationItems[] =>
  block.entries.flatMap(({ level, items }) => (level === null ? [] : [{ level, items }]));

/** Without a round or a label before it, the prompt is the last paragraph of what stands above. */
const splitPrompt = (
  prompt: readonly Item[],
  above: readonly Item[],
): { prompt: readonly Item[]; above: readonly Item[] } =>
  prompt.length > 0 || above.length < 2
    ? { prompt, above }
    : { prompt: above.slice(-1), above: above.slice(0, -1) };

const toCompetencyDraft = (block: Block): CompetencyDraft => {
  const expectations = expectationsOf(block);
  const last = expectations[expectations.length - 1];
  const { prompt, above } = splitPrompt(itemsOf(block, "prompt"), last?.items ?? []);
  return {
    ...indicatorItems(block),
    line: firstLine(block),
    discipline: firstOf(block, "discipline"),
    competency: firstOf(block, "competency"),
    requirement: itemsOf(block, "requirement"),
    expectations: last === undefined ? [] : [...expectations.slice(0, -1), { ...last, items: above }],
    round: firstOf(block, "round"),
    prompt,
  };
};

const toAttitudeDraft = (block: Block): AttitudeDraft => {
  const { prompt, above } = splitPrompt(itemsOf(block, "prompt"), itemsOf(block, "definition"));
  return {
    ...indicatorItems(block),
    line: firstLine(block),
    name: firstOf(block, "name"),
    definition: above,
    expectations: expectationsOf(block),
    round: firstOf(block, "round"),
    prompt,
  };
};

/* Text before the first label of unnumbered blocks introduces the section. */
const leadOf = ({ lead, blocks, total }: Blocks): readonly Item[] =>
  total === null && blocks[0] !== undefined ? [...lead, ...itemsOf(blocks[0], "opening")] : lead;

const isAboutSomething = (block: Block): boolean => block.entries.some(({ field }) => field !== "opening");

/** Reads a section of competency questions. */
export const readCompetencyQuestions = (
  section: Section,
  { ledger }: Context,
): QuestionSection<CompetencyDraft> => {
  const read = readBlocks(section.body, competencyRules, ledger);
  const drafts = read.blocks.filter(isAboutSomething).map(toCompetencyDraft);
  return { drafts, lead: leadOf(read), total: read.total };
};

/** Reads a section of attitude questions. */
export const readAttitudeQuestions = (
  section: Section,
  { ledger }: Context,
): QuestionSection<AttitudeDraft> => {
  const read = readBlocks(section.body, attitudeRules, ledger);
  return { drafts: read.blocks.map(toAttitudeDraft), lead: read.lead, total: read.total };
};
