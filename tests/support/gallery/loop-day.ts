import bundled from "../../../resources/kits/alliance-partner-manager.json";
import type { RoomState } from "../../../src/bindings/services";
import type { Card, Note, Rating, Tick } from "../../../src/domain/card/card";
import { newCard } from "../../../src/domain/card/new-card";
import {
  candidateIdSchema,
  deviceIdSchema,
  hashSchema,
  levelIdSchema,
  loopIdSchema,
  type PersonId,
  personIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../../../src/domain/ids";
import { type Indicator, type Kit, kitSchema } from "../../../src/domain/kit/kit";
import { exerciseById, questionById } from "../../../src/domain/kit/lookup";
import { quietDay } from "../../../src/domain/loop/day/loop-day";
import { noDebriefWords } from "../../../src/domain/loop/debrief-words";
import type { CardState, LoopView, SealedRevision } from "../../../src/domain/loop/loop-view";
import { type Plan, planSchema, requiredCardsOf, type Slot } from "../../../src/domain/loop/plan";
import { nothingLater } from "../../../src/domain/loop/plan-versions";
import { type Device, type Hat, type Person, personSchema } from "../../../src/domain/loop/roster";
import { suggestSlots } from "../../../src/domain/loop/suggest-slots";
import { aHash, anId } from "../builders/ids";
import { anAuthority } from "../builders/loop-view";

/** One invented loop day with the bundled kit, at any hour of it. Deterministic: a picture is the same every time. */
export const dayKit: Kit = kitSchema.parse(bundled);
export const dayLoopId = anId(loopIdSchema, "loop-day");
export const dayCandidate = { candidateId: anId(candidateIdSchema, "mira"), name: "Mira Adeyemi" };

const junior = levelIdSchema.parse("junior");
const kitRoot = aHash(hashSchema, "day-kit-root");
const startedAt = timestampSchema.parse("2026-11-23T09:00:00.000Z");

const person = (id: string, name: string, title: string, hats: readonly Hat[]): Person =>
  personSchema.parse({ personId: anId(personIdSchema, id), name, title, hats });

export const panel = {
  ana: person("ana", "Ana Brandt", "Recruiting lead", ["facilitator", "panelist"]),
  tomas: person("tomas", "Tomas Kowalski", "Head of Alliances", ["hiringManager", "panelist"]),
  ines: person("ines", "Ines Sato", "Partner manager", ["panelist"]),
  priya: person("priya", "Priya Tran", "Solutions engineer", ["panelist"]),
  rafael: person("rafael", "Rafael Moreau", "HR partner", ["recordsKeeper"]),
} as const;
const { ana, tomas, ines, priya, rafael } = panel;
export const dayPersons: readonly Person[] = [ana, tomas, ines, priya, rafael];

/** Two or three panelists per slot, as such a day is really planned. */
const seats: readonly (readonly Person[])[] = [
  [ana, ines],
  [tomas, ana, ines],
  [ines, priya],
  [priya, tomas, ana],
  [ana, tomas],
  [ana, tomas, ines, priya],
  [tomas, ines, priya],
];

const places = ["2.14", "2.14", "2.14", "Lab 1", "Forum", "Forum", "Forum"];

const seated = (slot: Slot, index: number): Slot => ({
  ...slot,
  slotId: anId(slotIdSchema, `slot-${index}`),
  room: places[index] ?? "",
  interviewers: (seats[index] ?? [ana]).map(({ personId }) => personId),
});

let made = 0;
const nextSlotId = () => {
  made += 1;
  return anId(slotIdSchema, `made-${made}`);
};

export const daySlots: readonly Slot[] = suggestSlots(dayKit, junior, "2026-11-23T09:00", [], nextSlotId).map(
  seated,
);

export const dayPlan: Plan = planSchema.parse({
  formatVersion: 2,
  ...nothingLater(),
  candidate: dayCandidate,
  kit: { kitId: dayKit.id, title: dayKit.title, version: 3, kitRoot },
  levelId: junior,
  slots: daySlots,
  required: requiredCardsOf(daySlots, new Set()),
  weights: [],
  weightsReason: "",
});

const said = [
  "We moved the date twice, and I told them before they asked.",
  "I keep one list, and the partner sees the same list.",
  "Sign-ups tripled against the spring event, same list.",
  "About three times. I would have to look up from which figure.",
];

const heard = [
  "Two regional events with a reseller, own budget 6k, partner 4k.",
  "Named the partner, the sum and the month without looking it up.",
  "Asked twice who owned the follow-up; no name came.",
  "Draws the hand-over on paper, with dates and owners.",
];

/** Leans by person and question: Tomas is hard to convince of money, Priya of technology. */
const leanOf = (who: Person, key: string, index: number, points: number): number => {
  if (who === tomas && /funding|selling/.test(key)) return 1;
  if (who === priya && /fitting|simulation|short/.test(key)) return points === 3 ? 1 : 2;
  if (who === ana && /funding/.test(key)) return points;
  return points === 3 ? 2 + (index % 2) : 3 - (index % 3 === 2 ? 1 : 0);
};

const ratingOf = (who: Person, key: string, index: number, points: number): Rating => {
  if (who === ines && index % 5 === 4) return { kind: "absent", reason: "insufficientEvidence" };
  if (who === ana && index % 7 === 6) return { kind: "absent", reason: "notAsked" };
  return { kind: "rated", value: Math.max(1, Math.min(points, leanOf(who, key, index, points))) };
};

interface Signs {
  readonly positive: readonly Indicator[];
  readonly negative: readonly Indicator[];
}

const ticksOf = (rating: Rating, { positive, negative }: Signs): Tick[] => {
  if (rating.kind !== "rated") return [];
  const good = positive.slice(0, rating.value).map(({ id }) => ({ indicatorId: id, seen: "seen" as const }));
  const bad = negative
    .slice(0, rating.value < 3 ? 1 : 0)
    .map(({ id }) => ({ indicatorId: id, seen: "seen" as const }));
  const first = positive[0];
  const opposite = rating.value === 1 && first !== undefined;
  return opposite ? [{ indicatorId: first.id, seen: "opposite" }, ...bad] : [...good, ...bad];
};

const notesOf = (rating: Rating, seed: number): Note[] => {
  if (rating.kind !== "rated") return [];
  const note = { atMs: 60_000 * (seed + 3) + 12_000, quote: false, text: heard[seed % heard.length] ?? "" };
  const quote = { atMs: 60_000 * (seed + 4) + 40_000, quote: true, text: said[seed % said.length] ?? "" };
  return seed % 3 === 0 ? [note] : [note, quote];
};

/** What a panelist wrote in a slot. */
export const dayCard = (who: Person, slot: Slot): Card => {
  const card = newCard(slot, { loopId: dayLoopId, personId: who.personId, kitRoot }, startedAt);
  const seat = dayPersons.indexOf(who);
  const answers = card.answers.map((answer, index) => {
    const rating = ratingOf(who, answer.questionId, index, dayKit.questionScale.length);
    const question = questionById(dayKit, answer.questionId);
    const notAsked = rating.kind === "absent" && rating.reason === "notAsked";
    return {
      ...answer,
      state: notAsked ? ("skippedForTime" as const) : ("asked" as const),
      rating,
      ticks: ticksOf(rating, question),
      notes: notesOf(rating, index + seat),
    };
  });
  const exercise = slot.exerciseId === null ? null : exerciseById(dayKit, slot.exerciseId);
  const seen = exercise === null ? null : ratingOf(who, exercise.id, seat, dayKit.exerciseScale.length);
  return {
    ...card,
    answers,
    exercise:
      exercise === null || seen === null
        ? null
        : {
            rating: seen,
            ticks: ticksOf(seen, exercise),
            notes: notesOf(seen, seat),
            criteria: [],
            testAnswers: [],
          },
    overall: { kind: "call", call: who === tomas ? "no" : who === ana ? "strongYes" : "yes" },
    takeaway:
      who === tomas
        ? "Pleasant and quick, but no figure held up to a second question."
        : "Knows the work of the first year; I would give her three partners on day one.",
  };
};

const holdersOf = (slot: Slot): readonly Person[] =>
  dayPersons.filter(({ personId }) => slot.interviewers.includes(personId));

export const dayCards: readonly Card[] = daySlots.flatMap((slot) =>
  holdersOf(slot).map((who) => dayCard(who, slot)),
);

export const dayDevice = ({ personId, name }: Person): Device => ({
  deviceId: aHash(deviceIdSchema, `device-${personId}`),
  signKey: aHash(hashSchema, `sign-${personId}`) as string as Device["signKey"],
  agreeKey: aHash(hashSchema, `agree-${personId}`) as string as Device["agreeKey"],
  personId,
  label: `${name.split(" ")[0]}’s ThinkPad`,
  admittedAt: startedAt,
});

/** Receipts come every ten minutes, and not all at once. */
const receiptAt = (index: number): SealedRevision["sealedAt"] =>
  timestampSchema.parse(`2026-11-23T09:${String(22 - index * 3).padStart(2, "0")}:00.000Z`);

const sealedRevision = (who: PersonId, slot: Slot, heldBy: readonly PersonId[]): SealedRevision => ({
  envelopeHash: aHash(hashSchema, `env-${who.slice(0, 8)}-${slot.slotId.slice(0, 8)}`),
  revision: 1,
  deviceId: aHash(deviceIdSchema, `device-${who}`),
  sealedAt: timestampSchema.parse("2026-11-23T09:08:00.000Z"),
  heldBy,
  copies: [who, ...heldBy].map((personId, index) => ({
    deviceId: aHash(deviceIdSchema, `device-${personId}`),
    personId,
    receiptAt: receiptAt(index),
  })),
  confirmation: { needed: 2, lacking: Math.max(0, 2 - heldBy.length), keepers: [] },
  late: false,
  setAside: false,
  brokenGlass: [],
  opened: null,
});

export interface DayHour {
  readonly me: Person;
  /** Whose laptops were admitted. */
  readonly admitted: readonly Person[];
  /** How many slots of the day are over: their cards are sealed. */
  readonly slotsDone: number;
  /** True where the newest sealed cards have not travelled yet. */
  readonly lagging?: boolean;
}

/** The loop as one laptop sees it at an hour of the day. */
export const dayView = ({ me, admitted, slotsDone, lagging = false }: DayHour): LoopView => {
  const cardOf = (slot: Slot, index: number, who: Person): CardState => {
    const others = admitted.filter((one) => one !== who).map(({ personId }) => personId);
    const heldBy = lagging && index === slotsDone - 1 && who === ines ? [] : others;
    const of = slot.questionIds.length + (slot.exerciseId === null ? 0 : 1);
    const isNext = index === slotsDone;
    return {
      slotId: slot.slotId,
      personId: who.personId,
      required: true,
      progress: index < slotsDone ? { answered: of, of } : isNext ? { answered: Math.min(2, of), of } : null,
      sealed: index < slotsDone ? [sealedRevision(who.personId, slot, heldBy)] : [],
      forked: false,
      dropped: null,
      refused: [],
    };
  };
  return {
    loopId: dayLoopId,
    me,
    facilitator: ana.personId,
    authority: anAuthority([me], ana.personId),
    persons: dayPersons,
    devices: admitted.map(dayDevice),
    removals: [],
    removed: null,
    ownLaptops: [],
    plan: dayPlan,
    planHash: aHash(hashSchema, "day-plan"),
    kit: dayKit,
    cards: daySlots.flatMap((slot, index) => holdersOf(slot).map((who) => cardOf(slot, index, who))),
    sheets: [],
    coverage: [],
    handOffs: [],
    comments: [],
    debrief: noDebriefWords,
    reveal: null,
    decision: null,
    day: quietDay,
    acceptances: null,
    refused: [],
  };
};

/** The room on a network that keeps some laptops apart: those reach each other through another one's. */
export const roomThrough = (here: readonly Person[], apart: readonly Person[], host: Person): RoomState => {
  const room = dayRoom([...here, ...apart]);
  const isApart = (personId: Person["personId"] | null): boolean =>
    apart.some((who) => who.personId === personId);
  const peers = room.peers.map((peer) =>
    isApart(peer.personId) ? { ...peer, link: "relayed" as const, via: host.personId } : peer,
  );
  return { ...room, peers };
};

/** Nobody answers where others were met before. */
export const roomNobodyReaches = (): RoomState =>
  dayRoom([], {
    connection: "unreachable",
    problem: {
      type: "nobodyReachable",
      tried: ["192.168.10.4:47111", "192.168.10.7:47111"],
      seconds: 20,
      serverReached: false,
    },
  });

/** A room with these persons' laptops in it, besides this one. */
export const dayRoom = (here: readonly Person[], overrides: Partial<RoomState> = {}): RoomState => ({
  connection: here.length === 0 ? "alone" : "together",
  hosting: false,
  invite: null,
  lobby: [],
  peers: here.map((who) => ({
    deviceId: dayDevice(who).deviceId,
    personId: who.personId,
    link: "direct",
    holds: "all",
  })),
  problem: null,
  ...overrides,
});
