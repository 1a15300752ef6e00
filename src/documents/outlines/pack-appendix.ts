import type { Exercise, ExerciseRole, Kit, Question } from "../../domain/kit/kit";
import { exerciseScaleOf, questionById, questionTopic } from "../../domain/kit/lookup";
import type { RatingScale } from "../../domain/kit/scale";
import { heldSlots } from "../../domain/record/held-slots";
import type { LoopRecord } from "../../domain/record/record";
import { type EntryKind, entryKindSchema } from "../../domain/sealing/entries";
import { type Block, bold, cell, paragraph, text } from "../outline";
import { personName, shortHash } from "./wording";

const points = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [paragraph("lead", bold(title)), { kind: "list", items: items.map((item) => [text(item)]) }];

const scaleTable = (caption: string, scale: RatingScale): Block => ({
  kind: "table",
  caption,
  columns: [
    { title: "Rating", share: 24 },
    { title: "What it means", share: 76 },
  ],
  rows: scale.map(({ value, label, anchor }) => [cell(`${value} ${label}`), cell(anchor)]),
});

const questionBlocks = (kit: Kit, question: Question): readonly Block[] => [
  { kind: "heading", level: 3, text: question.prompt },
  paragraph("underHeading", questionTopic(kit, question)),
  ...points(
    "Good signs",
    question.positive.map((sign) => sign.text),
  ),
  ...points(
    "Warning signs",
    question.negative.map((sign) => sign.text),
  ),
];

const roleBlocks = (role: ExerciseRole): readonly Block[] => [
  { kind: "heading", level: 3, text: `Guide of the role player: ${role.name}` },
  ...[role.archetype, role.playedBy, role.motivation]
    .filter((value) => value !== "")
    .map((value) => paragraph("body", value)),
  ...points("Constraints", role.constraints),
  ...points("Tensions to bring up", role.tensions),
  ...points("How to play it", role.guidance),
  ...points("Not to do", role.doNot),
];

const exerciseBlocks = (kit: Kit, exercise: Exercise): readonly Block[] => [
  { kind: "heading", level: 2, text: exercise.title },
  ...[exercise.prompt, exercise.scenario, exercise.problem]
    .filter((value) => value !== "")
    .map((value) => paragraph("body", value)),
  ...points("Success criteria", exercise.successCriteria),
  scaleTable(`How ${exercise.title} is rated`, exerciseScaleOf(kit, exercise)),
  ...points(
    "Good signs",
    exercise.positive.map((sign) => sign.text),
  ),
  ...points(
    "Warning signs",
    exercise.negative.map((sign) => sign.text),
  ),
  ...exercise.roles.flatMap(roleBlocks),
];

/** What was asked and how it was to be judged, as the loop's kit says it: questions, scales, exercises, role guides. */
export const rubricSection = (record: LoopRecord): readonly Block[] => {
  const { kit } = record;
  const held = heldSlots(record);
  const questionIds = [...new Set(held.flatMap((slot) => slot.questionIds))];
  const exerciseIds = new Set(held.map(({ exerciseId }) => exerciseId));
  return [
    {
      kind: "heading",
      level: 1,
      text: "What was asked, and how it is judged",
      newPage: true,
      anchor: "rubric",
    },
    scaleTable("What a rating of a question means", kit.questionScale),
    ...(questionIds.length === 0 ? [] : [{ kind: "heading", level: 2, text: "Questions" } as const]),
    ...questionIds.flatMap((id) => questionBlocks(kit, questionById(kit, id))),
    ...kit.exercises
      .filter(({ id }) => exerciseIds.has(id))
      .flatMap((exercise) => exerciseBlocks(kit, exercise)),
  ];
};

const entryWords: Readonly<Record<EntryKind, string>> = {
  charter: "Founding of the loop",
  roster: "Who belongs to the loop",
  takeover: "Acting in the facilitator’s place",
  plan: "Plan",
  card: "Sealed card",
  call: "Call of the reveal",
  release: "Key of a card",
  decision: "Decision",
  comment: "Comment",
  resolution: "Word on a thread",
  receipt: "What a laptop holds",
  log: "What happened on a laptop",
  ownLaptop: "A person’s own laptop",
  choice: "Which of two versions of a card counts",
  breakGlass: "Opening by escrow",
  witness: "Witness of an opening by escrow",
  generation: "New secret of the loop",
  acceptance: "Confidentiality accepted before the first slot",
  opening: "A role player’s sheet opened to an assessor",
  secondRating: "Rating after the discussion",
  levelReading: "Level reading",
  countersignature: "Signature of somebody present at the decision",
  reopening: "A decision taken back",
  typist: "Who types in another person’s card",
};

const kindWords = (kind: string): string => {
  const known = entryKindSchema.safeParse(kind);
  return known.success ? entryWords[known.data] : `Of a kind this program does not know (${kind})`;
};

/** What was signed, in the order of the record; who wants to check reads the record's file. */
export const entriesSection = (record: LoopRecord): readonly Block[] => {
  if (record.entries.length === 0) return [];
  const kinds = new Map<string, number>();
  for (const { kind } of record.entries) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    { kind: "heading", level: 1, text: "What was signed", newPage: true, anchor: "entries" },
    paragraph(
      "body",
      `The record holds ${record.entries.length} signed entries, byte for byte. Its file, saved beside this pack, lets anybody check them.`,
    ),
    {
      kind: "table",
      caption: "Signed entries by kind",
      columns: [
        { title: "Kind", share: 70 },
        { title: "Entries", share: 30, align: "right" },
      ],
      rows: [...kinds].map(([kind, count]) => [cell(kindWords(kind)), cell(String(count))]),
    },
    {
      kind: "table",
      caption: "The cards, by the hash of what was sealed",
      columns: [
        { title: "Panelist", share: 34 },
        { title: "Revision", share: 14, align: "center" },
        { title: "Hash", share: 52 },
      ],
      rows: record.cards.map(({ personId, revision, envelopeHash }) => [
        cell(personName(record, personId)),
        cell(String(revision)),
        cell(shortHash(envelopeHash)),
      ]),
    },
  ];
};

/** A line for everybody to sign by hand, for files that want ink. */
export const signaturesSection = (record: LoopRecord): readonly Block[] => [
  { kind: "heading", level: 1, text: "Signatures", newPage: true, anchor: "signatures" },
  paragraph(
    "body",
    `Signed on their laptops: every card by its author, the decision and the record by ${personName(record, record.decision?.decidedBy ?? record.facilitator)} or whoever acted for the facilitator. Where ink is wanted:`,
  ),
  {
    kind: "table",
    caption: "Signatures by hand",
    columns: [
      { title: "Name", share: 40 },
      { title: "Date", share: 20 },
      { title: "Signature", share: 40 },
    ],
    rows: record.persons.map(({ name }) => [cell(`${name}\n`), cell(""), cell("")]),
  },
];
