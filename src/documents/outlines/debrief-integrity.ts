import { questionById } from "../../domain/kit/lookup";
import { type LoopRecord, mayCount, type RecordCard } from "../../domain/record/record";
import { paceChart } from "../charts/pace-chart";
import { type Block, cell, paragraph, type TableCell } from "../outline";
import { acceptanceBlocks } from "./acceptances";
import {
  clockWords,
  dateWords,
  dependenceWords,
  missingWords,
  personName,
  questionStateWords,
  slotTitle,
} from "./wording";

const revealWords = (record: LoopRecord): string => {
  const { calledBy, calledAt, rule, reason } = record.reveal;
  const when = `${dateWords(calledAt)}, ${clockWords(calledAt)} UTC`;
  const who = personName(record, calledBy);
  return rule === "allSealed"
    ? `${who} called the reveal on ${when}, when every required card was sealed.`
    : `${who} called the reveal early on ${when}: ${reason}`;
};

const takeoverBlocks = (record: LoopRecord): readonly Block[] =>
  (record.takeovers ?? []).map(({ personId, at, reason }) =>
    paragraph(
      "body",
      `${personName(record, personId)} took over from ${personName(record, record.facilitator)} on ${dateWords(at)}, ${clockWords(at)} UTC: ${reason}`,
    ),
  );

/** As a fact, never why. */
const arrangedBlocks = ({ plan: { accommodations } }: LoopRecord): readonly Block[] =>
  accommodations === "" ? [] : [paragraph("body", `Arranged for the candidate: ${accommodations}`)];

const escrowBlocks = (record: LoopRecord): readonly Block[] =>
  record.cards.flatMap(({ personId, slotId, escrow }) => {
    const which = `${personName(record, personId)}’s card for ${slotTitle(record, slotId)}`;
    const early = (escrow?.openedEarly ?? []).map(
      (glass) =>
        `${which} could be read by ${personName(record, glass.personId)} from ${dateWords(glass.at)}, ${clockWords(glass.at)} UTC, before the reveal: ${glass.reason} Witnessed by ${glass.witnesses.map((witness) => personName(record, witness)).join(", ")}.`,
    );
    const published = escrow?.published ? [`${which}: its key was published from escrow.`] : [];
    return [...early, ...published].map((text) => paragraph("body", text));
  });

const missingBlocks = (record: LoopRecord): readonly Block[] =>
  record.missing.length === 0
    ? [paragraph("body", "No required card is missing.")]
    : [
        {
          kind: "table",
          caption: "Required cards that are missing",
          columns: [
            { title: "Panelist", share: 30 },
            { title: "Slot", share: 30 },
            { title: "Why", share: 40 },
          ],
          rows: record.missing.map(({ personId, slotId, reason }) => [
            cell(personName(record, personId)),
            cell(slotTitle(record, slotId)),
            cell(missingWords[reason], "attention"),
          ]),
        },
      ];

const notAskedRows = (record: LoopRecord): readonly (readonly TableCell[])[] =>
  record.cards
    .filter((card) => card.revision === 1 && mayCount(card))
    .flatMap((card) =>
      card.card.answers
        .filter(({ state }) => state !== "asked" && state !== "prompted")
        .map((answer) => [
          cell(personName(record, card.personId)),
          cell(questionById(record.kit, answer.questionId).prompt),
          cell(questionStateWords[answer.state]),
        ]),
    );

const notAsked = (record: LoopRecord): readonly Block[] => {
  const rows = notAskedRows(record);
  if (rows.length === 0) return [paragraph("body", "Every planned question was asked.")];
  return [
    {
      kind: "table",
      caption: "Planned questions that were not asked",
      columns: [
        { title: "Panelist", share: 22 },
        { title: "Question", share: 58 },
        { title: "What happened", share: 20 },
      ],
      rows,
    },
  ];
};

const typedInWords = (record: LoopRecord, { card: { entered, onBehalf } }: RecordCard): string =>
  [
    entered.kind === "live" ? "in the interview" : `afterwards, from ${entered.from}`,
    ...(onBehalf === null ? [] : [`by ${personName(record, onBehalf.by)}`]),
  ].join(", ");

const sealTable = (record: LoopRecord): Block => ({
  kind: "table",
  caption: "When each card was sealed, by the clock of its laptop",
  columns: [
    { title: "Panelist", share: 17 },
    { title: "Slot", share: 23 },
    { title: "Revision", share: 11, align: "center" },
    { title: "Sealed", share: 23 },
    { title: "Typed in", share: 20 },
    { title: "Independent", share: 20 },
  ],
  rows: record.cards.map((card) => [
    cell(personName(record, card.personId)),
    cell(slotTitle(record, card.slotId)),
    cell(String(card.revision)),
    cell(`${dateWords(card.sealedAt)}, ${clockWords(card.sealedAt)} UTC`),
    cell(typedInWords(record, card)),
    card.independent
      ? cell("yes")
      : cell(`no: ${card.dependence.map((reason) => dependenceWords[reason]).join(", ")}`, "attention"),
  ]),
});

const paceBlocks = (record: LoopRecord): readonly Block[] => {
  const chart = paceChart(record);
  return chart === null
    ? []
    : [
        { kind: "heading", level: 2, text: chart.title },
        { kind: "chart", chart },
      ];
};

/** How the day went: the reveal, what is missing, which cards are independent, what was not asked. */
export const integritySection = (record: LoopRecord): readonly Block[] => [
  { kind: "heading", level: 1, text: "How this was done", newPage: true, anchor: "integrity" },
  paragraph("body", revealWords(record)),
  ...takeoverBlocks(record),
  ...escrowBlocks(record),
  ...arrangedBlocks(record),
  ...missingBlocks(record),
  ...acceptanceBlocks(record),
  sealTable(record),
  ...notAsked(record),
  ...paceBlocks(record),
];
