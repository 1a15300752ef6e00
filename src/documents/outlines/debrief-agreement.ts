import type { Matrix } from "../../domain/debrief/matrix";
import { structureScore } from "../../domain/debrief/structure-score";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, cell, paragraph } from "../outline";
import { agreementSentences, componentStateWords, componentWords, structureLine } from "./agreement-words";

const structureTable = (record: LoopRecord): readonly Block[] => {
  const score = structureScore(record, []);
  return [
    paragraph("body", structureLine(score)),
    {
      kind: "table",
      caption: "Components of structure, as far as they are on record",
      columns: [
        { title: "Component", share: 76 },
        { title: "In this loop", share: 24 },
      ],
      rows: score.components.map(({ component, state }) => [
        cell(componentWords[component]),
        cell(
          componentStateWords[state],
          state === "met" ? "plain" : state === "notMet" ? "attention" : "muted",
        ),
      ]),
    },
  ];
};

/** How far the panel agreed and how structured its interviews were: about the process, never about the person. */
export const agreementSection = (record: LoopRecord, matrix: Matrix): readonly Block[] => [
  { kind: "heading", level: 1, text: "What the numbers can say", newPage: true, anchor: "numbers" },
  ...agreementSentences(matrix).map((sentence) => paragraph("body", sentence)),
  ...structureTable(record),
];
