import type { Exercise } from "../kit";
import { readAnchors } from "./anchors";
import type { Context } from "./context";
import { parseFormat, parseMinutes } from "./duration";
import { type Block, type BlockRules, firstOf, itemsOf, readBlocks, takeAll, takeProse } from "./fields";
import type { FieldName } from "./headings";
import { indicatorItems, takeIndicators } from "./indicators";
import { readRoles, roleFields } from "./roles";
import type { Section } from "./sections";
import { type Item, type Span, wordsOf } from "./spans";

const rules: BlockRules = {
  opening: "opening",
  repeated: "sameBlock",
  textOpens: false,
  fields: {
    opening: { shape: "prose" },
    title: { shape: "line", next: "opening" },
    prompt: { shape: "prose" },
    scenario: { shape: "prose", opens: true },
    problem: { shape: "prose" },
    format: { shape: "line" },
    audience: { shape: "prose" },
    preparation: { shape: "line" },
    prepare: { shape: "list" },
    review: { shape: "list" },
    deliverables: { shape: "list" },
    groundRules: { shape: "list" },
    successCriteria: { shape: "list" },
    items: { shape: "list" },
    roles: { shape: "raw", inner: roleFields },
    anchors: { shape: "raw" },
    responseTime: { shape: "line" },
    positive: { shape: "list" },
    negative: { shape: "list" },
  },
};

type Texts = Pick<Exercise, "prompt" | "scenario" | "problem">;

/** Text without a label is what is asked; in a work simulation it is the scenario, where none is labelled. */
const textsOf = (kind: Exercise["kind"], block: Block, { ledger }: Context): Texts => {
  const opening = itemsOf(block, "opening");
  const scenario = itemsOf(block, "scenario");
  const isScenario = kind === "workSimulation" && scenario.length === 0;
  return {
    prompt: takeProse(ledger, [...(isScenario ? [] : opening), ...itemsOf(block, "prompt")]),
    scenario: takeProse(ledger, isScenario ? opening : scenario),
    problem: takeProse(ledger, itemsOf(block, "problem")),
  };
};

type Frame = Pick<Exercise, "format" | "minutes" | "preparation" | "responseMinutes">;

const responseMinutes = (item: Item | undefined, { ledger }: Context): number | null => {
  const minutes = item === undefined ? null : parseMinutes(wordsOf(item));
  if (minutes !== null) for (const span of item ?? []) ledger.structure(span.line);
  return minutes;
};

const frameOf = (block: Block, context: Context): Frame => {
  const { ledger } = context;
  const formats = takeAll(ledger, itemsOf(block, "format")).join(" · ");
  const { format, minutes, preparation } = parseFormat(formats);
  const labelled = takeAll(ledger, itemsOf(block, "preparation"));
  return {
    format,
    minutes,
    preparation: [preparation, ...labelled].filter((words) => words !== "").join(" · "),
    responseMinutes: responseMinutes(firstOf(block, "responseTime"), context),
  };
};

type Lists = Pick<
  Exercise,
  "prepare" | "reviewBeforehand" | "deliverables" | "groundRules" | "successCriteria" | "audience"
>;

const listsOf = (block: Block, { ledger }: Context): Lists => {
  const list = (field: FieldName): string[] => takeAll(ledger, itemsOf(block, field));
  return {
    audience: takeProse(ledger, itemsOf(block, "audience")),
    prepare: list("prepare"),
    reviewBeforehand: list("review"),
    deliverables: list("deliverables"),
    groundRules: list("groundRules"),
    successCriteria: list("successCriteria"),
  };
};

const testItems = (block: Block, { ledger, ids }: Context): Exercise["items"] =>
  itemsOf(block, "items").map((item) => ({
    id: ids.item("test-item", "test-item"),
    prompt: ledger.takeItem(item),
    expected: "",
  }));

const titleSpans = (block: Block, heading: Span): Item => firstOf(block, "title") ?? [heading];

const toExercise = (kind: Exercise["kind"], block: Block, heading: Span, context: Context): Exercise => {
  const title = context.ledger.takeItem(titleSpans(block, heading));
  const id = context.ids.exercise(title.slice(0, 48), "exercise");
  return {
    id,
    kind,
    title,
    ...textsOf(kind, block, context),
    ...frameOf(block, context),
    ...listsOf(block, context),
    roles: readRoles(itemsOf(block, "roles"), context),
    items: testItems(block, context),
    anchors: readAnchors(itemsOf(block, "anchors"), context.ledger),
    ...takeIndicators(context, indicatorItems(block), id),
  };
};

/** Reads the exercises of a presentation, work simulation or test section. The heading is the title. */
export const readExercises = (kind: Exercise["kind"], section: Section, context: Context): Exercise[] => {
  const { heading } = section;
  if (heading === null) return [];
  const { lead, blocks } = readBlocks(section.body, rules, context.ledger);
  const [first, ...others] = blocks;
  const opening = { field: "opening" as const, level: null, label: null, items: lead };
  const withLead = first === undefined ? [] : [{ ...first, entries: [opening, ...first.entries] }, ...others];
  const span = { line: heading, text: heading.body };
  return withLead.map((block) => toExercise(kind, block, span, context));
};
