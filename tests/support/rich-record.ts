import { exerciseIdSchema, hashSchema, kitItemIdSchema } from "../../src/domain/ids";
import type { Slot } from "../../src/domain/loop/plan";
import type { LoopRecord, RecordCard } from "../../src/domain/record/record";
import { aHash } from "./builders/ids";
import { aCard, aPerson, aRecordCard, aSlot, noon, personId } from "./builders/record";
import { aFullRecord } from "./full-record";

const said = (name: string, what: string) => ({
  hash: aHash(hashSchema, what),
  personId: personId(name),
  at: noon,
});

const simulation = exerciseIdSchema.parse("two-consultants-short");
const role = kitItemIdSchema.parse("managing-director");

const playedSlot = (): Slot =>
  aSlot("Played", ["Ana Brandt", "Ben Sato"], {
    title: "Two consultants short",
    startsAt: "2026-11-24T09:00",
    minutes: 60,
    questionIds: [],
    exerciseId: simulation,
    rolePlayers: [{ personId: personId("Gita Roy"), roleId: role }],
  });

const sheet = (slot: Slot): RecordCard =>
  aRecordCard(
    aCard(
      slot,
      "Gita Roy",
      {},
      {
        exercise: null,
        overall: { kind: "blank" },
        rolePlay: {
          roleId: role,
          tensions: 4,
          delivered: [
            { tension: 0, text: "Asks for three of our consultants, free of charge.", atMs: 240_000 },
            { tension: 2, text: "Asks that the status stay untouched.", atMs: 900_000 },
          ],
          breaches: [{ atMs: 1_500_000, text: "Proposed the second date herself." }],
        },
      },
    ),
  );

const watched = (slot: Slot, name: string): RecordCard => {
  const card = aCard(slot, name, { exercise: 2 });
  if (card.exercise === null) throw new Error("the slot has an exercise");
  return aRecordCard({
    ...card,
    exercise: {
      ...card.exercise,
      criteria: [
        { criterion: 0, met: true },
        { criterion: 1, met: false },
      ],
      notes: [{ atMs: 300_000, quote: true, text: "I will tell them myself, tomorrow." }],
    },
  });
};

/** The second card was written by hand and typed in by the facilitator, the third was changed after its seal. */
const entered = (cards: readonly RecordCard[]): readonly RecordCard[] => {
  const [first, second, third, ...others] = cards;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three cards");
  return [
    first,
    {
      ...second,
      card: {
        ...second.card,
        entered: { kind: "afterwards", from: "paper" },
        onBehalf: {
          by: personId("Ana Brandt"),
          reason: "Ben’s laptop did not start; he wrote on the paper kit.",
        },
      },
    },
    third,
    {
      ...third,
      envelopeHash: aHash(hashSchema, "env-later"),
      revision: 2,
      independent: false,
      dependence: ["laterRevision"],
      card: { ...third.card, amendReason: "I had ticked the sign of another question." },
    },
    ...others,
  ];
};

const acceptances: LoopRecord["acceptances"] = ["Ana Brandt", "Ben Sato", "Dora Lind"].map((name) => ({
  ...said(name, `accepted-${name}`),
  conflict: name === "Dora Lind" ? "We worked for the same company until 2021, in other towns." : null,
  wording: "What I hear and write in this loop stays in the panel.",
}));

const afterwards = (record: LoopRecord, first: RecordCard): Partial<LoopRecord> => ({
  acceptances,
  takeovers: [{ personId: personId("Ben Sato"), at: noon, reason: "Ana was called away for an hour." }],
  reopenings:
    record.decision === null
      ? []
      : [
          {
            ...said("Ana Brandt", "reopened"),
            reason: "The level was written down wrongly.",
            decision: record.decision,
            decidedAt: noon,
          },
        ],
  sharedNotes: [
    {
      slotId: first.slotId,
      lines: [
        { text: "Began ten minutes late, the lift was out of order.", writers: [personId("Ben Sato")] },
        {
          text: "Asked twice for the year; it was 2019.",
          writers: [personId("Ana Brandt"), personId("Dora Lind")],
        },
      ],
    },
  ],
  comments: [
    {
      hash: aHash(hashSchema, "thread"),
      envelopeHash: first.envelopeHash,
      slotId: first.slotId,
      author: first.personId,
      part: { kind: "overall" },
      comments: [
        { ...said("Ben Sato", "thread"), text: "Which example was this call made on?" },
        { ...said("Ana Brandt", "answer"), text: "On the quarterly review, the second half of it." },
      ],
      resolved: true,
      resolutions: [{ ...said("Ben Sato", "settled"), state: "resolved" }],
    },
  ],
});

/**
 * A record with one of everything that documents print: a card somebody else typed in, a later revision, a played
 * exercise with the role player's sheet, an accommodation, acceptances with a conflict, a missing card, a takeover, a
 * reopening, comments, shared notes, a dissent.
 */
export const aRichRecord = (candidate?: string): LoopRecord => {
  const record = aFullRecord({
    panelists: 4,
    questions: 8,
    ...(candidate === undefined ? {} : { candidate }),
  });
  const slot = playedSlot();
  const cards = [...entered(record.cards), watched(slot, "Ana Brandt"), sheet(slot)];
  const [first] = cards;
  if (first === undefined || record.decision === null) throw new Error("the record is decided");
  return {
    ...record,
    ...afterwards(record, first),
    formatVersion: 4,
    protocol: 5,
    persons: [
      ...record.persons.map((person) => ({ ...person, title: "Partner manager" })),
      aPerson("Gita Roy", ["rolePlayer"]),
    ],
    plan: {
      ...record.plan,
      slots: [...record.plan.slots, slot],
      accommodations: "15 minutes more for each exercise. A room without stairs.",
      weights: [
        { competencyId: record.kit.competencies[0]?.id ?? "", weight: 2 },
      ] as LoopRecord["plan"]["weights"],
      weightsReason: "Most of the first year goes into finding partners.",
    },
    cards,
    missing: [{ slotId: slot.slotId, personId: personId("Ben Sato"), reason: "notReleased" }],
    discussion: [
      { item: record.kit.competencies[0]?.id ?? "", text: "Ben heard of the second contract only here." },
    ],
    decision: {
      ...record.decision,
      rationale:
        "She finds the partner’s reason before she offers anything, and keeps a plan both sides can check.",
      dissent: [
        { personId: personId("Dora Lind"), text: "I would have wanted to see a plan with figures in it." },
      ],
      overrideReason: "The total lies below the usual; two of the low ratings rest on a question cut short.",
      present: ["Ana Brandt", "Ben Sato", "Cleo Tran", "Dora Lind"].map(personId),
    },
  };
};
