import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../electron/dev/project-root";
import type { Answer, Card } from "../../src/domain/card/card";
import { hashSchema, type QuestionId, roundIdSchema } from "../../src/domain/ids";
import { type Kit, kitSchema } from "../../src/domain/kit/kit";
import { overallCalls } from "../../src/domain/kit/scale";
import type { Slot } from "../../src/domain/loop/plan";
import { addMinutes } from "../../src/domain/loop/suggest-slots";
import type { LoopRecord } from "../../src/domain/record/record";
import { aHash } from "./builders/ids";
import { aCard, aHire, aPerson, aPlan, aRecord, aRecordCard, aSlot, noon, personId } from "./builders/record";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** The kit that comes with the program. */
export const bundledKit = (): Kit =>
  kitSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, "resources/kits/alliance-partner-manager.json"), "utf8")),
  );

const panel = [
  "Ana Brandt",
  "Ben Sato",
  "Cleo Tran",
  "Dora Lind",
  "Emil Weiss",
  "Fatou Sarr",
  "Goran Petrov",
  "Hana Yilmaz",
  "Ines Duarte",
  "Jonas Meier",
  "Kamala Rao",
  "Lars Nyström",
] as const;

const lines = [
  "Named the partner, the month and the sum without being asked.",
  "Told it from the other company’s side first.",
  "Thin on numbers; gave one only when asked for it.",
  "Spoke of a plan, and what became of it stayed open.",
  "Took the mistake as their own and said what they changed.",
];

const quotes = [
  "We wrote it into the joint plan, so nobody could be surprised in June.",
  "I rang them the same evening.",
  "Honestly, I had not read the contract.",
];

const minuteMs = 60_000;

const answerOf = (answer: Answer, place: number, kit: Kit, random: SeededRandom): Answer => {
  const question = kit.questions.find(({ id }) => id === answer.questionId);
  const signs = question?.positive ?? [];
  if (random.below(12) === 0)
    return { ...answer, state: "skippedForTime", rating: { kind: "absent", reason: "notAsked" } };
  const at = (place * 6 + random.below(3)) * minuteMs;
  return {
    ...answer,
    state: random.below(9) === 0 ? "prompted" : "asked",
    askedAtMs: at,
    rating: { kind: "rated", value: 1 + random.below(kit.questionScale.length) },
    ticks: signs
      .filter(() => random.below(3) === 0)
      .map(({ id }) => ({ indicatorId: id, seen: random.below(6) === 0 ? "opposite" : "seen" })),
    notes: [
      { atMs: at + 40_000, quote: false, text: random.pick(lines) },
      ...(random.below(3) === 0 ? [{ atMs: at + 90_000, quote: true, text: random.pick(quotes) }] : []),
    ],
  };
};

const filled = (card: Card, kit: Kit, random: SeededRandom): Card => ({
  ...card,
  answers: card.answers.map((answer, place) => answerOf(answer, place, kit, random)),
  exercise:
    card.exercise === null
      ? null
      : { ...card.exercise, rating: { kind: "rated", value: 1 + random.below(kit.exerciseScale.length) } },
  overall: { kind: "call", call: random.pick(overallCalls) },
  takeaway: random.pick(lines),
});

/** So many of the panel, others in each slot, until everybody had a turn. */
const hearing = (names: readonly string[], slot: number, count: number): readonly string[] =>
  Array.from(
    { length: Math.min(count, names.length) },
    (_, index) => names[(slot * count + index) % names.length] ?? "",
  );

const slotsOf = (kit: Kit, names: readonly string[], questions: number, exercise: boolean, each: number) => {
  const ids = kit.questions.slice(0, questions).map(({ id }) => id);
  const asked = 7;
  const slots = Array.from({ length: Math.ceil(ids.length / asked) }, (_, index): Slot => {
    const round = kit.rounds[index % kit.rounds.length];
    return aSlot(`Slot ${index + 1}`, hearing(names, index, each), {
      title: round?.name ?? "Interview",
      roundId: round?.id ?? null,
      startsAt: addMinutes("2026-11-23T08:30", index * 60),
      minutes: 45,
      questionIds: ids.slice(index * asked, (index + 1) * asked) as QuestionId[],
    });
  });
  const [first] = kit.exercises;
  if (!exercise || first === undefined) return slots;
  const played = aSlot("Exercise", names.slice(0, 3), {
    title: first.title,
    roundId: roundIdSchema.parse(kit.rounds[0]?.id),
    startsAt: addMinutes("2026-11-23T08:30", slots.length * 60),
    minutes: 60,
    questionIds: [],
    exerciseId: first.id,
  });
  return [...slots, played];
};

const said = (name: string, index: number, what: string) => ({
  hash: aHash(hashSchema, `${what}-${index}`),
  personId: personId(name),
  at: noon,
});

const levelReadings = (kit: Kit, random: SeededRandom) =>
  kit.competencies.map(({ id }, index) => ({
    ...said("Ana Brandt", index, "level"),
    competencyId: id,
    levelId: random.below(6) === 0 ? null : random.pick(kit.levels).id,
    reason: random.pick(lines),
    replaced: false,
  }));

const secondRatings = (cards: LoopRecord["cards"], kit: Kit, random: SeededRandom) =>
  cards.slice(0, 5).flatMap(({ card, personId: author }, index) => {
    const rated = card.answers.find(({ rating }) => rating.kind === "rated");
    const target = kit.questions.find(({ id }) => id === rated?.questionId)?.target;
    if (target?.kind !== "competency") return [];
    return [
      {
        ...said(panel[0], index, "second"),
        personId: author,
        item: { kind: "competency" as const, competencyId: target.competencyId },
        value: 1 + random.below(kit.questionScale.length),
        reason: random.pick(lines),
        replaced: false,
      },
    ];
  });

/** How large a record is to be. */
export interface FullSize {
  readonly panelists: number;
  readonly questions: number;
  /** How many of the panel hear each slot's questions; everybody, where it is left out. */
  readonly inEachSlot?: number;
  /** With a slot for the kit's first exercise. */
  readonly exercise?: boolean;
  readonly seed?: number;
  readonly candidate?: string;
  readonly kit?: Kit;
}

/**
 * A decided loop of the bundled kit: ratings, signs, notes and quotes with times, level
 * readings, second thoughts and a decision, drawn with a seed.
 */
export const aFullRecord = ({
  panelists,
  questions,
  inEachSlot = panelists,
  exercise = true,
  seed = 7,
  candidate = "Noor Haddad",
  kit = bundledKit(),
}: FullSize): LoopRecord => {
  const random = seededRandom(seed);
  const names = panel.slice(0, panelists);
  const slots = slotsOf(kit, names, questions, exercise, inEachSlot);
  const cards = slots.flatMap((slot) =>
    names
      .filter((name) => slot.interviewers.includes(personId(name)))
      .map((name) => aRecordCard(filled(aCard(slot, name, {}), kit, random))),
  );
  const plan = aPlan(slots, {
    levelId: kit.levels[Math.min(1, kit.levels.length - 1)]?.id ?? aPlan(slots).levelId,
  });
  return aRecord(cards, slots, {
    formatVersion: 2,
    protocol: 4,
    kit,
    plan: {
      ...plan,
      candidate: { ...plan.candidate, name: candidate },
      kit: { ...plan.kit, kitId: kit.id, title: kit.title },
    },
    persons: names.map((name, index) => aPerson(name, index === 0 ? ["facilitator"] : ["panelist"])),
    facilitator: personId(panel[0]),
    reveal: { ...aRecord([], []).reveal, calledBy: personId(panel[0]) },
    decision: aHire({ decidedBy: personId(panel[0]) }),
    decidedAt: noon,
    secondRatings: secondRatings(cards, kit, random),
    levelReadings: levelReadings(kit, random),
    countersignatures: names.slice(0, 3).map((name, index) => said(name, index, "counter")),
  });
};
