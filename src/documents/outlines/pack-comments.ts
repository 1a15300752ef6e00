import { questionById } from "../../domain/kit/lookup";
import type { CommentThread } from "../../domain/loop/comment-thread";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, bold, paragraph, text } from "../outline";
import { clockWords, dateWords, personName, slotTitle } from "./wording";

const partWords = (record: LoopRecord, { part }: CommentThread): string => {
  switch (part.kind) {
    case "card":
      return "the card";
    case "overall":
      return "the overall call";
    case "exercise":
      return "the exercise";
    case "answer":
      return `“${questionById(record.kit, part.questionId).prompt}”`;
    case "note":
      return part.questionId === null
        ? `note ${part.index + 1} on the exercise`
        : `note ${part.index + 1} on “${questionById(record.kit, part.questionId).prompt}”`;
  }
};

/** ", revision 2": which revision is spoken about, where it is not the first. */
const revisionWords = (record: LoopRecord, { envelopeHash }: CommentThread): string => {
  const revision = record.cards.find((card) => card.envelopeHash === envelopeHash)?.revision ?? 1;
  return revision === 1 ? "" : `, revision ${revision}`;
};

const threadBlocks = (record: LoopRecord, thread: CommentThread): readonly Block[] => [
  {
    kind: "heading",
    level: 2,
    text: `${personName(record, thread.author)}, ${slotTitle(record, thread.slotId)}${thread.resolved ? " (settled)" : ""}`,
  },
  paragraph("underHeading", `On ${partWords(record, thread)}${revisionWords(record, thread)}`),
  ...thread.comments.map(({ personId, at, text: words }) =>
    paragraph(
      "body",
      bold(`${personName(record, personId)}, ${dateWords(at)}, ${clockWords(at)} UTC: `),
      text(words),
    ),
  ),
];

/** What was said on the revealed cards, thread by thread. */
export const commentsSection = (record: LoopRecord): readonly Block[] => {
  const threads = record.comments ?? [];
  return threads.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: "Comments on the cards", apart: true, anchor: "comments" },
        ...threads.flatMap((thread) => threadBlocks(record, thread)),
      ];
};

/** What the interviewers of a slot wrote together, with whom the laptops name for each line. */
export const sharedNotesSection = (record: LoopRecord): readonly Block[] => {
  const slots = record.sharedNotes ?? [];
  if (slots.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: "Shared notes", apart: true, anchor: "shared_notes" },
    paragraph(
      "underHeading",
      "Written together and not signed: whose a line is, is the word of the laptops.",
    ),
    ...slots.flatMap(({ slotId, lines }): readonly Block[] => [
      { kind: "heading", level: 2, text: slotTitle(record, slotId) },
      {
        kind: "list",
        items: lines.map(({ text: line, writers }) => [
          ...(writers.length === 0
            ? []
            : [bold(`${writers.map((id) => personName(record, id)).join(", ")}: `)]),
          text(line),
        ]),
      },
    ]),
  ];
};

const itemTitle = ({ kit }: LoopRecord, item: string): string =>
  kit.competencies.find(({ id }) => id === item)?.name ??
  kit.attitudes.find(({ id }) => id === item)?.name ??
  kit.exercises.find(({ id }) => id === item)?.title ??
  "The whole";

/** What was said in the debrief that does not stand with its evidence already: `told` are the items that have it. */
export const discussionSection = (record: LoopRecord, told: ReadonlySet<string>): readonly Block[] => {
  const rest = record.discussion.filter(({ item, text: words }) => words !== "" && !told.has(item));
  return rest.length === 0
    ? []
    : [
        {
          kind: "heading",
          level: 1,
          text: "What was said in the debrief",
          apart: true,
          anchor: "discussion",
        },
        ...rest.flatMap(({ item, text: words }): readonly Block[] => [
          { kind: "heading", level: 2, text: itemTitle(record, item) },
          paragraph("body", words),
        ]),
      ];
};
