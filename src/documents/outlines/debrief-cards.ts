import type { Answer, Evidence } from "../../domain/card/card";
import { exerciseById, questionById, questionTopic } from "../../domain/kit/lookup";
import { slotById } from "../../domain/loop/plan";
import type { LoopRecord, RecordCard } from "../../domain/record/record";
import { type Block, bold, cell, type Inline, paragraph, small, type TableCell, text } from "../outline";
import { anchorOf } from "./anchors";
import { exerciseTables } from "./card-exercise";
import { noteLine, nothingNoted, type Signs, tickLine } from "./evidence-lines";
import {
  clockWords,
  dateWords,
  overallWords,
  personName,
  questionStateWords,
  ratingWords,
  slotClockWords,
  slotTitle,
} from "./wording";

/** Evidence in one cell: each sign and note on a line of its own. */
const evidenceRuns = (evidence: Evidence, signs: Signs): readonly Inline[] => {
  const lines = [...evidence.ticks.map((tick) => tickLine(tick, signs)), ...evidence.notes.map(noteLine)];
  if (lines.length === 0) return [small(nothingNoted(evidence))];
  return lines.flatMap((line, index) => (index === 0 ? line : [text("\n"), ...line]));
};

const answerRow = (record: LoopRecord, answer: Answer): readonly TableCell[] => {
  const question = questionById(record.kit, answer.questionId);
  return [
    cell([bold(`${questionTopic(record.kit, question)}. `), text(question.prompt)]),
    cell(questionStateWords[answer.state]),
    cell(ratingWords(answer.rating, record.kit.questionScale)),
    cell(evidenceRuns(answer, question)),
  ];
};

const exerciseRow = (record: LoopRecord, card: RecordCard): readonly (readonly TableCell[])[] => {
  const { exerciseId } = slotById(record.plan, card.slotId);
  if (card.card.exercise === null || exerciseId === null) return [];
  const exercise = exerciseById(record.kit, exerciseId);
  return [
    [
      cell([bold(exercise.title)]),
      cell(""),
      cell(ratingWords(card.card.exercise.rating, record.kit.exerciseScale)),
      cell(evidenceRuns(card.card.exercise, exercise)),
    ],
  ];
};

const overallOf = (card: RecordCard): string => {
  const { overall } = card.card;
  if (overall.kind === "blank") return "left blank";
  return overall.kind === "call" ? overallWords[overall.call] : `No decision: ${overall.reason}`;
};

const whenTold = (atMs: number | null): string => (atMs === null ? "" : slotClockWords(atMs));

/** What a role player brought up and what went against the role: the rows of their sheet, which rates nobody. */
const sheetBlocks = ({ card }: RecordCard): readonly Block[] =>
  card.rolePlay === null
    ? []
    : [
        {
          kind: "table",
          caption: `Role play: ${card.rolePlay.delivered.length} of ${card.rolePlay.tensions} tensions were brought up`,
          columns: [
            { title: "Time", share: 12 },
            { title: "What", share: 20 },
            { title: "Words", share: 68 },
          ],
          rows: [
            ...card.rolePlay.delivered.map(({ atMs, text }) => [
              cell(whenTold(atMs)),
              cell("Tension"),
              cell(text),
            ]),
            ...card.rolePlay.breaches.map(({ atMs, text }) => [
              cell(whenTold(atMs)),
              cell("Breach"),
              cell(text),
            ]),
          ],
        },
      ];

/** How the card came to be, where its person did not write it in the interview. */
const enteredRows = (record: LoopRecord, { card }: RecordCard): readonly (readonly [string, string])[] => [
  ...(card.entered.kind === "live" ? [] : ([["Typed in", `Afterwards, from ${card.entered.from}`]] as const)),
  ...(card.onBehalf === null
    ? []
    : ([["Typed in by", `${personName(record, card.onBehalf.by)}: ${card.onBehalf.reason}`]] as const)),
];

const cardTable = (record: LoopRecord, card: RecordCard): readonly Block[] => {
  const rows = [
    ...card.card.answers.map((answer) => answerRow(record, answer)),
    ...exerciseRow(record, card),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: `Card of ${personName(record, card.personId)} for ${slotTitle(record, card.slotId)}`,
      columns: [
        { title: "Question", share: 34 },
        { title: "Asked", share: 12 },
        { title: "Rating", share: 16 },
        { title: "Evidence", share: 38 },
      ],
      rows,
    },
  ];
};

const cardBlocks = (record: LoopRecord, card: RecordCard, position: number): readonly Block[] => {
  const slot = slotById(record.plan, card.slotId);
  const name = personName(record, card.personId);
  const content = [...sheetBlocks(card), ...cardTable(record, card), ...exerciseTables(record, card)];
  return [
    {
      kind: "heading",
      level: 2,
      text: `${name}, ${slot.title}${card.revision === 1 ? "" : `, revision ${card.revision}`}`,
      anchor: anchorOf("card", position, name),
    },
    {
      kind: "facts",
      keepNext: content.length > 0,
      rows: [
        ["Sealed", `${dateWords(card.sealedAt)}, ${clockWords(card.sealedAt)} UTC`],
        // A role player's sheet rates nobody.
        ...(card.card.rolePlay === null ? ([["Overall call", overallOf(card)]] as const) : []),
        ...(card.card.takeaway === "" ? [] : ([["Take-away", card.card.takeaway]] as const)),
        ...enteredRows(record, card),
        ...(card.card.amendReason === "" ? [] : ([["Changed because", card.card.amendReason]] as const)),
      ],
    },
    ...content,
  ];
};

/** Every sealed card, every revision, as its author left it. */
export const cardsSection = (record: LoopRecord): readonly Block[] => [
  { kind: "heading", level: 1, text: "Individual cards", newPage: true, anchor: "cards" },
  ...(record.cards.length === 0 ? [paragraph("notice", "No card was opened.")] : []),
  ...record.cards.flatMap((card, index) => cardBlocks(record, card, index)),
];
