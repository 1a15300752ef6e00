import type { DebriefItem } from "../../domain/debrief/item";
import { levelLines } from "../../domain/debrief/level-reading";
import { movementsOf } from "../../domain/debrief/movement";
import { levelById } from "../../domain/kit/lookup";
import { overallCalls } from "../../domain/kit/scale";
import type { LoopRecord } from "../../domain/record/record";
import { levelChart } from "../charts/level-chart";
import { type Block, bold, cell, paragraph, text } from "../outline";
import { clockWords, dateWords, outcomeWords, overallWords, personName, ratingWords } from "./wording";

/** What an item is called; its id where the kit has no such item, which whoever signed it may have made up. */
export const itemTitle = ({ kit }: LoopRecord, item: DebriefItem): string => {
  switch (item.kind) {
    case "competency":
      return kit.competencies.find(({ id }) => id === item.competencyId)?.name ?? item.competencyId;
    case "attitude":
      return kit.attitudes.find(({ id }) => id === item.attitudeId)?.name ?? item.attitudeId;
    case "exercise":
      return kit.exercises.find(({ id }) => id === item.exerciseId)?.title ?? item.exerciseId;
    case "overall":
      return "Overall call";
  }
};

const valueWords = ({ kit }: LoopRecord, item: DebriefItem, value: number): string => {
  if (item.kind === "overall") {
    const call = overallCalls[value - 1];
    return call === undefined ? String(value) : overallWords[call];
  }
  const scale = item.kind === "exercise" ? kit.exerciseScale : kit.questionScale;
  return ratingWords({ kind: "rated", value }, scale);
};

/**
 * Ratings after the discussion beside nothing else: the first ones stand in the matrix, and never change. As on the screen
 * a rating of what its author's card does not rate is left out.
 */
export const secondRatingsSection = (record: LoopRecord): readonly Block[] => {
  const standing = movementsOf(record).map(({ rating }) => rating);
  if (standing.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: "After the discussion", apart: true, anchor: "afterwards" },
    paragraph(
      "underHeading",
      "First ratings stay as they were sealed; every number is computed from them alone.",
    ),
    {
      kind: "table",
      caption: "Who rates an item otherwise after the discussion, and why",
      columns: [
        { title: "Item", share: 26 },
        { title: "Panelist", share: 18 },
        { title: "Now", share: 18 },
        { title: "Why", share: 38 },
      ],
      rows: standing.map(({ item, personId, value, reason }) => [
        cell(itemTitle(record, item)),
        cell(personName(record, personId)),
        cell(valueWords(record, item, value)),
        cell(reason),
      ]),
    },
  ];
};

/** Where the evidence puts the candidate on each competency's progression, against the level hired for. */
export const levelReadingsSection = (record: LoopRecord): readonly Block[] => {
  const { kit, plan } = record;
  const read = levelLines(record).flatMap(({ name, reading }) =>
    reading === null ? [] : [{ ...reading, name }],
  );
  const levelName = (levelId: string): string => kit.levels.find(({ id }) => id === levelId)?.name ?? levelId;
  if (read.length === 0) return [];
  const chart = levelChart(record);
  return [
    { kind: "heading", level: 1, text: "Level reading", apart: true, anchor: "levels" },
    paragraph("body", `Hired for: ${levelById(kit, plan.levelId).name}.`),
    ...(chart === null ? [] : [{ kind: "chart", chart } as const]),
    {
      kind: "table",
      caption: "Where the panel reads the candidate",
      columns: [
        { title: "Competency", share: 32 },
        { title: "Level", share: 22 },
        { title: "Why", share: 46 },
      ],
      rows: read.map(({ name, levelId, reason }) => [
        cell(name),
        cell(levelId === null ? "the evidence does not say" : levelName(levelId)),
        cell(reason),
      ]),
    },
  ];
};

/** Decisions that were taken back, and who signed that they were there for the one that counts. */
export const decisionTrail = (record: LoopRecord): readonly Block[] => [
  ...((record.countersignatures ?? []).length === 0
    ? []
    : [
        paragraph(
          "body",
          bold("Signed by those present: "),
          text(
            (record.countersignatures ?? []).map(({ personId }) => personName(record, personId)).join(", "),
          ),
        ),
      ]),
  ...(record.reopenings ?? []).map(({ personId, at, reason, decision }) =>
    paragraph(
      "body",
      bold("Taken back: "),
      text(
        `“${outcomeWords[decision.outcome]}”, by ${personName(record, personId)} on ${dateWords(at)}, ${clockWords(at)} UTC: ${reason}`,
      ),
    ),
  ),
];
