import { type Card, cardSchema, type Rating } from "../../../src/domain/card/card";
import { newCard } from "../../../src/domain/card/new-card";
import type { Decision } from "../../../src/domain/debrief/decision";
import {
  candidateIdSchema,
  deviceIdSchema,
  type ExerciseId,
  exerciseIdSchema,
  hashSchema,
  levelIdSchema,
  loopIdSchema,
  type PersonId,
  personIdSchema,
  questionIdSchema,
  roundIdSchema,
  type SlotId,
  slotIdSchema,
  timestampSchema,
} from "../../../src/domain/ids";
import { type Plan, planSchema, type Slot } from "../../../src/domain/loop/plan";
import { nothingLater } from "../../../src/domain/loop/plan-versions";
import { type Person, personSchema } from "../../../src/domain/loop/roster";
import type { LoopRecord, RecordCard } from "../../../src/domain/record/record";
import { aHash, anId } from "./ids";
import { aKit } from "./kit";

export const loopId = anId(loopIdSchema, "loop");
export const kitRoot = aHash(hashSchema, "kitRoot");
export const noon = timestampSchema.parse("2026-11-23T12:00:00.000Z");

/** A person called `name`, whose id is the name. */
export const aPerson = (name: string, hats: Person["hats"] = ["panelist"]): Person =>
  personSchema.parse({ personId: anId(personIdSchema, name), name, title: "", hats });

export const personId = (name: string): PersonId => anId(personIdSchema, name);
export const slotId = (name: string): SlotId => anId(slotIdSchema, name);

/** A slot with every question of the small kit, held by the named people. */
export const aSlot = (
  name: string,
  interviewers: readonly string[],
  overrides: Partial<Slot> = {},
): Slot => ({
  slotId: slotId(name),
  title: name,
  roundId: roundIdSchema.parse("bench-interview"),
  startsAt: "2026-11-23T09:30",
  minutes: 45,
  room: "2.14",
  interviewers: interviewers.map(personId),
  questionIds: ["q-samples", "q-instruments", "q-candour"].map((id) => questionIdSchema.parse(id)),
  exerciseId: null,
  rolePlayers: [],
  ...overrides,
});

export const aPlan = (slots: readonly Slot[], overrides: Partial<Plan> = {}): Plan => ({
  ...planSchema.parse({
    formatVersion: 2,
    ...nothingLater(),
    candidate: { candidateId: anId(candidateIdSchema, "candidate"), name: "Noor Haddad" },
    kit: { kitId: aKit().id, title: aKit().title, version: 1, kitRoot },
    levelId: levelIdSchema.parse("junior"),
    slots,
    required: slots.flatMap((slot) => slot.interviewers.map((id) => ({ slotId: slot.slotId, personId: id }))),
    weights: [],
    weightsReason: "",
  }),
  ...overrides,
});

/** What a panelist said, by question id; a number is a rating. */
export type Ratings = Readonly<Record<string, number | Rating>>;

const toRating = (value: number | Rating | undefined): Rating => {
  if (value === undefined) return { kind: "blank" };
  return typeof value === "number" ? { kind: "rated", value } : value;
};

/** A card for a slot with the given ratings; "exercise" rates the slot's exercise. */
export const aCard = (slot: Slot, name: string, ratings: Ratings, overrides: Partial<Card> = {}): Card => {
  const empty = newCard(slot, { loopId, personId: personId(name), kitRoot }, noon);
  return cardSchema.parse({
    ...empty,
    answers: empty.answers.map((answer) => ({
      ...answer,
      state: "asked",
      rating: toRating(ratings[answer.questionId]),
    })),
    exercise: empty.exercise === null ? null : { ...empty.exercise, rating: toRating(ratings.exercise) },
    overall: { kind: "call", call: "yes" },
    ...overrides,
  });
};

export const aRecordCard = (card: Card, overrides: Partial<RecordCard> = {}): RecordCard => ({
  envelopeHash: aHash(
    hashSchema,
    `env-${card.personId.replace(/_+$/, "")}-${card.slotId.replace(/_+$/, "")}`,
  ),
  slotId: card.slotId,
  personId: card.personId,
  deviceId: aHash(deviceIdSchema, `device-${card.personId.replace(/_+$/, "")}`),
  revision: 1,
  sealedAt: noon,
  independent: true,
  dependence: [],
  shadow: false,
  card,
  ...overrides,
});

/** A revealed loop of the small kit with these cards. */
export const aRecord = (
  cards: readonly RecordCard[],
  slots: readonly Slot[],
  overrides: Partial<LoopRecord> = {},
): LoopRecord => ({
  format: "panelbook-record",
  formatVersion: 1,
  protocol: 1,
  loopId,
  kit: aKit(),
  plan: aPlan(slots),
  persons: [...new Set(cards.map((card) => card.personId))].map((id) =>
    aPerson(id.replace(/_+$/, "").replaceAll("-", " ")),
  ),
  facilitator: personId("ana"),
  cards: [...cards],
  missing: [],
  reveal: {
    callHash: aHash(hashSchema, "call"),
    calledBy: personId("ana"),
    calledAt: noon,
    rule: "allSealed",
    reason: "",
  },
  decision: null,
  decidedAt: null,
  discussion: [],
  entries: [],
  ...overrides,
});

/** Ana's decision to hire, in so many words. */
export const aHire = (overrides: Partial<Decision> = {}): Decision => ({
  outcome: "hire",
  levelId: null,
  decidedBy: personId("ana"),
  rationale: "Handles samples by the book.",
  evidence: [],
  dissent: [],
  overrideReason: "",
  ...overrides,
});

export const exerciseId = (id: string): ExerciseId => exerciseIdSchema.parse(id);
