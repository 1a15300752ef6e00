import { levelById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, bold, italic, paragraph, text } from "../outline";
import { itemTitle } from "./pack-afterwards";
import { dateWords, outcomeWords, personName } from "./wording";

const headingOf = (place: DecisionPlace): Block => ({
  kind: "heading",
  level: 1,
  text: "Decision",
  newPage: place === "ownPage",
  apart: place === "goesOn",
  anchor: "decision",
});

/** Whether the decision has a page to itself, or goes on under the chapter before. */
export type DecisionPlace = "ownPage" | "goesOn";

const dissentOf = (record: LoopRecord): readonly Block[] => {
  const dissent = record.decision?.dissent ?? [];
  if (dissent.length === 0) return [paragraph("body", "Nobody recorded a dissent.")];
  return dissent.flatMap(({ personId, text: words }) => [
    ...`“${words}”`.split(/\n+/).map((line) => paragraph("quote", text(line))),
    paragraph("small", personName(record, personId)),
  ]);
};

const evidenceOf = (record: LoopRecord): readonly Block[] => {
  const named = (record.decision?.evidence ?? []).flatMap(({ competencyId, item }) => {
    if (item !== undefined) return [itemTitle(record, item)];
    return competencyId === null ? [] : [itemTitle(record, { kind: "competency", competencyId })];
  });
  return named.length === 0
    ? []
    : [paragraph("body", bold("The reason rests on: "), text([...new Set(named)].join(", ")))];
};

const presentRow = (record: LoopRecord): readonly (readonly [string, string])[] => {
  const present = record.decision?.present ?? [];
  return present.length === 0 ? [] : [["Present", present.map((id) => personName(record, id)).join(", ")]];
};

/** What was decided, by whom, who was there, why, and who disagreed. */
export const decisionSection = (record: LoopRecord, place: DecisionPlace = "ownPage"): readonly Block[] => {
  const { decision, decidedAt } = record;
  if (decision === null || decidedAt === null) {
    return [headingOf(place), paragraph("notice", "No decision was recorded when this pack was made.")];
  }
  const level = decision.levelId ?? record.plan.levelId;
  return [
    headingOf(place),
    {
      kind: "facts",
      rows: [
        ["Outcome", outcomeWords[decision.outcome]],
        ["Level", levelById(record.kit, level).name],
        ["Decided by", personName(record, decision.decidedBy)],
        ["Recorded", dateWords(decidedAt)],
        ...presentRow(record),
      ],
    },
    { kind: "heading", level: 2, text: "Reason" },
    ...decision.rationale.split(/\n+/).map((line) => paragraph("body", line)),
    ...evidenceOf(record),
    ...(decision.overrideReason === ""
      ? []
      : [
          { kind: "heading", level: 2, text: "Why it departs from the panel’s calls" } as const,
          paragraph("body", decision.overrideReason),
        ]),
    { kind: "heading", level: 2, text: "Dissent" },
    ...dissentOf(record),
    paragraph("small", italic("People decided this. Panelbook adds up what they rated and ranks nobody.")),
  ];
};
