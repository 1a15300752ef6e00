import {
  attitudeIdSchema,
  competencyIdSchema,
  disciplineIdSchema,
  freeSlug,
  indicatorIdSchema,
  type LevelId,
  questionIdSchema,
  type RoundId,
} from "../../ids";
import { idsOf, signIds } from "../edit/items";
import type { Indicator, Kit, QuestionTarget } from "../kit";
import type { SheetColumns, SheetField } from "./columns";

/** Why a whole row is not added. `noLevel`: the kit has none of the levels it names, and no level would mean every one. */
type RowRefusal = "noPrompt" | "noTopic" | "noLevel" | "alreadyThere";

/** Something of a sheet that is not in the kit. `row` counts from 1, as a spreadsheet does. */
export interface Unplaced {
  readonly type: RowRefusal | "levelUnknown" | "roundUnknown";
  readonly row: number;
  readonly text: string;
}

/** What a sheet became. */
export interface PlacedSheet {
  readonly kit: Kit;
  readonly placed: number;
  readonly unplaced: readonly Unplaced[];
  /** Rows whose topic stands only in a row above, as in merged cells. */
  readonly topicFromAbove: number;
  /** Names of competencies and attitudes that the kit had not. */
  readonly added: readonly string[];
}

type Fields = Readonly<Record<SheetField, string>>;

const blank: Fields = {
  prompt: "",
  kind: "",
  topic: "",
  discipline: "",
  levels: "",
  round: "",
  positive: "",
  negative: "",
};

/* An export puts an apostrophe before what a spreadsheet would run; here it is a text again. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[\s=+\-@])/, "");

const fieldsOf = (row: readonly string[], columns: SheetColumns): Fields => {
  const cells = columns.map((field, at) => [field, unguarded(row[at] ?? "").toWellFormed()] as const);
  return { ...blank, ...Object.fromEntries(cells.filter(([field]) => field !== null)) };
};

const same = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase("en") === other.trim().toLocaleLowerCase("en");

const pieces = (text: string, between: RegExp): readonly string[] =>
  text
    .split(between)
    .map((piece) => piece.replace(/^[\s•·*–-]+/, "").trim())
    .filter((piece) => piece !== "");

const withDiscipline = (kit: Kit, name: string): Kit => {
  if (kit.disciplines.some((known) => same(known.name, name))) return kit;
  const id = disciplineIdSchema.parse(freeSlug(name, idsOf(kit.disciplines), "discipline"));
  return { ...kit, disciplines: [...kit.disciplines, { id, name }] };
};

interface Target {
  readonly kit: Kit;
  readonly target: QuestionTarget;
  readonly added: boolean;
}

const asksForAttitude = (kit: Kit, { kind, topic }: Fields): boolean =>
  kind === "" ? kit.attitudes.some(({ name }) => same(name, topic)) : /^(attitude|behaviou?r)/i.test(kind);

const attitudeOf = (kit: Kit, { topic }: Fields): Target => {
  const known = kit.attitudes.find(({ name }) => same(name, topic));
  const id = known?.id ?? attitudeIdSchema.parse(freeSlug(topic, idsOf(kit.attitudes), "attitude"));
  const target = { kind: "attitude", attitudeId: id } as const;
  if (known !== undefined) return { kit, target, added: false };
  return {
    kit: { ...kit, attitudes: [...kit.attitudes, { id, name: topic, definition: "" }] },
    target,
    added: true,
  };
};

const competencyOf = (kit: Kit, { topic, discipline }: Fields): Target => {
  const known = kit.competencies.find(({ name }) => same(name, topic));
  const id = known?.id ?? competencyIdSchema.parse(freeSlug(topic, idsOf(kit.competencies), "competency"));
  const target = { kind: "competency", competencyId: id } as const;
  if (known !== undefined) return { kit, target, added: false };
  const named = discipline === "" ? (kit.disciplines[0]?.name ?? "General") : discipline;
  const under = withDiscipline(kit, named);
  const disciplineId = under.disciplines.find(({ name }) => same(name, named))?.id;
  if (disciplineId === undefined) throw new Error("a discipline was just made sure of");
  const competency = { id, disciplineId, name: topic, levels: [] };
  return { kit: { ...under, competencies: [...under.competencies, competency] }, target, added: true };
};

interface Levels {
  readonly levelIds: readonly LevelId[];
  readonly unknown: readonly string[];
}

/* Names of levels hold commas and slashes themselves: what a level is called is not cut. */
const levelsOf = (kit: Kit, text: string): Levels => {
  const levelOf = (name: string) => kit.levels.find((level) => same(level.name, name));
  const cut = (whole: string, between: RegExp) =>
    levelOf(whole) === undefined ? pieces(whole, between) : [whole];
  const found = cut(text, /[;|\n]/)
    .flatMap((piece) => cut(piece, /[,/]/))
    .filter((name) => !/^all( levels)?$/i.test(name));
  return {
    levelIds: found.flatMap((name) => levelOf(name)?.id ?? []),
    unknown: found.filter((name) => levelOf(name) === undefined),
  };
};

/** Ids of signs are unique in the whole kit. A semicolon parts signs only where no line break does. */
const signsOf = (text: string, stem: string, used: Set<string>): Indicator[] =>
  pieces(text, /[\r\n]/.test(text.trim()) ? /[\r\n]+/ : /\||;(?=\s)/).map((sign) => {
    const id = indicatorIdSchema.parse(freeSlug(stem, used, "sign"));
    used.add(id);
    return { id, text: sign };
  });

const roundOf = (kit: Kit, name: string): RoundId | null =>
  kit.rounds.find((round) => same(round.name, name))?.id ?? null;

/** What is taken already: ids of signs, and prompts in lower case. */
interface Taken {
  readonly signs: Set<string>;
  readonly prompts: Set<string>;
}

const promptKey = (prompt: string): string => prompt.trim().toLocaleLowerCase("en");

const refusalOf = ({ prompt, topic }: Fields, levels: Levels, { prompts }: Taken): RowRefusal | null => {
  if (prompt === "") return "noPrompt";
  if (topic === "") return "noTopic";
  if (prompts.has(promptKey(prompt))) return "alreadyThere";
  return levels.levelIds.length === 0 && levels.unknown.length > 0 ? "noLevel" : null;
};

const placeRow = (placed: PlacedSheet, fields: Fields, row: number, taken: Taken): PlacedSheet => {
  const { levelIds, unknown } = levelsOf(placed.kit, fields.levels);
  const refusal = refusalOf(fields, { levelIds, unknown }, taken);
  if (refusal !== null) {
    const text = refusal === "noLevel" ? fields.levels : Object.values(fields).filter(Boolean).join(" · ");
    return { ...placed, unplaced: [...placed.unplaced, { type: refusal, row, text }] };
  }
  taken.prompts.add(promptKey(fields.prompt));
  const make = asksForAttitude(placed.kit, fields) ? attitudeOf : competencyOf;
  const { kit, target, added } = make(placed.kit, fields);
  const roundId = roundOf(kit, fields.round);
  const id = questionIdSchema.parse(freeSlug(`${fields.topic}-sheet`, idsOf(kit.questions), "question"));
  const question = {
    id,
    target,
    levelIds: [...new Set(levelIds)],
    roundId,
    prompt: fields.prompt,
    positive: signsOf(fields.positive, `${id}-good`, taken.signs),
    negative: signsOf(fields.negative, `${id}-warn`, taken.signs),
  };
  return {
    kit: { ...kit, questions: [...kit.questions, question] },
    placed: placed.placed + 1,
    unplaced: [
      ...placed.unplaced,
      ...unknown.map((text) => ({ type: "levelUnknown" as const, row, text })),
      ...(fields.round !== "" && roundId === null
        ? [{ type: "roundUnknown" as const, row, text: fields.round }]
        : []),
    ],
    topicFromAbove: placed.topicFromAbove,
    added: added ? [...placed.added, fields.topic] : placed.added,
  };
};

/**
 * Adds the questions of a sheet to a kit, each row below its headings one question. Competencies and attitudes
 * are found by their names and added where the kit has none; levels and rounds are only found. A row with a question and
 * no topic takes the topic of the row above, as merged cells mean it. What is not in the kit afterwards is in `unplaced`.
 */
export const placeRows = (
  kit: Kit,
  rows: readonly (readonly string[])[],
  columns: SheetColumns,
  headings = 0,
): PlacedSheet => {
  const taken = {
    signs: signIds(kit),
    prompts: new Set(kit.questions.map(({ prompt }) => promptKey(prompt))),
  };
  let above: Pick<Fields, "topic" | "kind" | "discipline"> = blank;
  return rows.slice(headings + 1).reduce<PlacedSheet>(
    (placed, cells, at) => {
      if (cells.every((cell) => cell.trim() === "")) return placed;
      const own = fieldsOf(cells, columns);
      const lent = own.topic === "" && own.prompt !== "" && above.topic !== "";
      const { topic, kind, discipline } = lent ? above : own;
      if (own.topic !== "") above = own;
      const next = placeRow(placed, { ...own, topic, kind, discipline }, headings + at + 2, taken);
      return lent ? { ...next, topicFromAbove: next.topicFromAbove + 1 } : next;
    },
    { kit, placed: 0, unplaced: [], topicFromAbove: 0, added: [] },
  );
};
