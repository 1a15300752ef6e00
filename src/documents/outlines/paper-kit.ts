import { levelById } from "../../domain/kit/lookup";
import { inTime } from "../../domain/loop/plan-times";
import { prepOf } from "../../domain/loop/prep";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, cell, paragraph } from "../outline";
import { prepCardOutline } from "./prep-card";
import { clockWords, dateWords, personName } from "./wording";

/** What the paper needs of a loop: who does what with which questions. No card is in it. */
export type PaperKitSource = Pick<LoopRecord, "plan" | "kit" | "persons">;

const scheduleTable = (source: PaperKitSource): Block => ({
  kind: "table",
  caption: "The day",
  columns: [
    { title: "When", share: 26 },
    { title: "What", share: 34 },
    { title: "Room", share: 14 },
    { title: "Who", share: 26 },
  ],
  rows: inTime(source.plan.slots).map((slot) => [
    cell(`${dateWords(slot.startsAt)}, ${clockWords(slot.startsAt)}`),
    cell(slot.title),
    cell(slot.room),
    cell(slot.interviewers.map((id) => personName(source, id)).join(", ")),
  ]),
});

/** Each sheet on a page of its own and under its person's name, by which the contents tell the sheets of one slot apart. */
const sheetOf = (name: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === "heading" && block.level === 1
      ? { ...block, newPage: true, text: `${block.text}: ${name}` }
      : block,
  );

/** The plan without the slots that were called off: nobody prepares for them, and nothing is printed of them. */
export const withoutCalledOff = (plan: PaperKitSource["plan"]): PaperKitSource["plan"] => ({
  ...plan,
  slots: plan.slots.filter(({ cancelled }) => cancelled !== true),
});

/**
 * The sheets of everybody who interviews: questions, anchors, boxes to tick and lines to write on, slot by slot. Slots that
 * were called off have none.
 */
export const paperSheets = (given: PaperKitSource, madeAt: string): readonly Block[] =>
  sheetsOf({ ...given, plan: withoutCalledOff(given.plan) }, madeAt);

const sheetsOf = (source: PaperKitSource, madeAt: string): readonly Block[] => [
  { kind: "heading", level: 1, text: "The day", newPage: true, anchor: "day" },
  paragraph(
    "small",
    `${source.plan.candidate.name} · ${source.plan.kit.title}, ${levelById(source.kit, source.plan.levelId).name}. Hand each panelist their own sheets, and nobody else’s filled ones before the reveal.`,
  ),
  scheduleTable(source),
  ...source.persons.flatMap((person) => {
    const prep = prepOf({ ...source, coverage: [], handOffs: [] }, person);
    if (prep.slots.length === 0) return [];
    return sheetOf(person.name, prepCardOutline(prep, { madeAt, writing: "lines" }).body);
  }),
];
