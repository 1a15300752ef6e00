import { competencyIdSchema, hashSchema, kitItemIdSchema } from "../../src/domain/ids";
import type { PackSection } from "../../src/domain/record/audiences";
import type { LoopRecord } from "../../src/domain/record/record";
import { aHash } from "./builders/ids";
import { noon, personId } from "./builders/record";
import { aDecidedRecord } from "./records";

/** A text that stands in one place of the record only, by the section of a pack that may show it. */
export const planted = {
  decision: "PLANTED rationale",
  discussion: "PLANTED discussion",
  secondRatings: "PLANTED second thought",
  levelReadings: "PLANTED level reason",
  decisionTrail: "PLANTED reopening",
  acceptances: "PLANTED conflict",
  comments: "PLANTED comment",
  sharedNotes: "PLANTED shared line",
  cards: "PLANTED take-away",
  successCriteria: "PLANTED criterion",
  testAnswers: "PLANTED answer",
  answerKeys: "PLANTED key",
  rolePlay: "PLANTED tension told",
  roleGuide: "PLANTED guide",
  accommodations: "PLANTED arrangement",
} as const satisfies Partial<Record<PackSection, string>>;

/** Another candidate, whose name somebody wrote into a note. */
export const otherCandidate = "Ximena Quiroga";

/** A test of one case and a role to play, both with secrets in them. */
const kitWith = (kit: LoopRecord["kit"]): LoopRecord["kit"] => ({
  ...kit,
  exercises: kit.exercises.map((exercise) => ({
    ...exercise,
    successCriteria: [planted.successCriteria],
    items: [
      { id: kitItemIdSchema.parse("case-1"), prompt: "What is the limit?", expected: planted.answerKeys },
    ],
    roles: [
      {
        id: kitItemIdSchema.parse("role-1"),
        name: "Shift lead",
        archetype: "In a hurry",
        playedBy: "",
        motivation: planted.roleGuide,
        constraints: [],
        tensions: [planted.roleGuide],
        guidance: [],
        doNot: [],
      },
    ],
  })),
});

const cardsWith = (cards: LoopRecord["cards"]): LoopRecord["cards"] =>
  cards.map((entry, index) => ({
    ...entry,
    card: {
      ...entry.card,
      takeaway: index === 0 ? planted.cards : entry.card.takeaway,
      answers: entry.card.answers.map((answer) =>
        index === 0
          ? {
              ...answer,
              notes: [
                ...answer.notes,
                {
                  atMs: null,
                  quote: false,
                  text: `Better than ${otherCandidate}, says Ben; write to ben@lab.example`,
                },
              ],
            }
          : answer,
      ),
      exercise:
        entry.card.exercise === null
          ? null
          : {
              ...entry.card.exercise,
              criteria: [{ criterion: 0, met: true }],
              testAnswers: [
                { itemId: kitItemIdSchema.parse("case-1"), text: planted.testAnswers, correct: true },
              ],
            },
    },
  }));

/** The role player's sheet: what they brought up. */
const sheetOf = (record: LoopRecord): LoopRecord["cards"][number] => {
  const entry = record.cards.find(({ card }) => card.exercise !== null);
  if (entry === undefined) throw new Error("the record has an exercise");
  return {
    ...entry,
    envelopeHash: aHash(hashSchema, "sheet"),
    personId: personId("Cleo Tran"),
    card: {
      ...entry.card,
      personId: personId("Cleo Tran"),
      answers: [],
      exercise: null,
      overall: { kind: "blank" },
      takeaway: "",
      rolePlay: {
        roleId: kitItemIdSchema.parse("role-1"),
        tensions: 1,
        delivered: [{ tension: 0, text: planted.rolePlay, atMs: 1000 }],
        breaches: [],
      },
    },
  };
};

/** A record in which every section that a pack may show holds a text of its own. */
export const aPlantedRecord = (): LoopRecord => {
  const record = aDecidedRecord();
  const [first] = record.cards;
  if (first === undefined || record.decision === null) throw new Error("the record is decided");
  return {
    ...record,
    kit: kitWith(record.kit),
    plan: { ...record.plan, accommodations: planted.accommodations },
    cards: [...cardsWith(record.cards), sheetOf({ ...record, cards: cardsWith(record.cards) })],
    decision: { ...record.decision, rationale: planted.decision },
    discussion: [
      { item: "sample-handling", text: planted.discussion },
      { item: "overall", text: `Cleo Tran spoke of ${otherCandidate}.` },
    ],
    formatVersion: 3,
    protocol: 4,
    acceptances: [
      {
        hash: aHash(hashSchema, "acceptance"),
        personId: personId("Ben Sato"),
        at: noon,
        conflict: planted.acceptances,
        wording: "It stays in the panel.",
      },
    ],
    secondRatings: [
      {
        hash: aHash(hashSchema, "second"),
        personId: personId("Ben Sato"),
        at: noon,
        item: { kind: "overall" },
        value: 3,
        reason: planted.secondRatings,
        replaced: false,
      },
    ],
    levelReadings: [
      {
        hash: aHash(hashSchema, "level"),
        personId: personId("Ana Brandt"),
        at: noon,
        competencyId: competencyIdSchema.parse("sample-handling"),
        levelId: null,
        reason: planted.levelReadings,
        replaced: false,
      },
    ],
    reopenings: [
      {
        hash: aHash(hashSchema, "reopening"),
        personId: personId("Ana Brandt"),
        at: noon,
        reason: planted.decisionTrail,
        decision: record.decision,
        decidedAt: noon,
      },
    ],
    sharedNotes: [
      { slotId: first.slotId, lines: [{ text: planted.sharedNotes, writers: [personId("Ben Sato")] }] },
    ],
    comments: [
      {
        hash: aHash(hashSchema, "thread"),
        envelopeHash: first.envelopeHash,
        slotId: first.slotId,
        author: first.personId,
        part: { kind: "overall" },
        comments: [
          {
            hash: aHash(hashSchema, "thread"),
            personId: personId("Ben Sato"),
            at: noon,
            text: planted.comments,
          },
        ],
        resolved: false,
      },
    ],
  };
};
