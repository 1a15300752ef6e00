import type { QuestionState } from "../card/card";
import type { SlotId } from "../ids";
import type { Exercise, Kit, Question } from "../kit/kit";
import {
  competencyById,
  exerciseById,
  exerciseScaleOf,
  levelById,
  levelTextOf,
  questionById,
  questionTopic,
} from "../kit/lookup";
import type { RatingScale } from "../kit/scale";
import type { LoopView } from "./loop-view";
import type { Plan, Slot } from "./plan";
import { inTime } from "./plan-times";
import type { Hat, Person } from "./roster";

/** One question as a panelist prepares it. */
export interface PrepQuestion {
  readonly question: Question;
  /** The competency's or attitude's name. */
  readonly topic: string;
  /** What the level asks for, or what the attitude means; may be empty. */
  readonly expected: string;
}

/** What became of the questions of a slot before, and of which nobody has said anything yet. Never how they were rated. */
export interface EarlierSlot {
  readonly slotId: SlotId;
  readonly title: string;
  readonly interviewers: readonly string[];
  /** Topics in the slot's order, each once per question. */
  readonly topics: readonly { readonly topic: string; readonly state: QuestionState }[];
}

/** One slot of a panelist: what to ask in order, what to set, and what was there before. */
export interface PrepSlot {
  readonly slot: Slot;
  /** What the round is for; empty where the slot has none or the kit does not say. */
  readonly purpose: string;
  /** The other interviewers' names. */
  readonly with: readonly string[];
  readonly questions: readonly PrepQuestion[];
  readonly exercise: { readonly exercise: Exercise; readonly scale: RatingScale } | null;
  readonly earlier: readonly EarlierSlot[];
}

/** A note that was handed over to this person or to everybody. */
export interface PrepHandOff {
  readonly id: string;
  readonly from: string;
  readonly toAll: boolean;
  readonly text: string;
}

/** Everything one panelist should have read before the day. */
export interface Prep {
  readonly candidateName: string;
  readonly kitTitle: string;
  readonly levelName: string;
  readonly name: string;
  readonly hats: readonly Hat[];
  readonly questionScale: RatingScale;
  /** What was arranged for the candidate, as a fact; empty where nothing was. */
  readonly accommodations: string;
  /** In the order in which they take place. */
  readonly slots: readonly PrepSlot[];
  readonly handOffs: readonly PrepHandOff[];
}

/** What of a loop a prep card is made from. There is no card in it, so that none can get onto paper. */
export type PrepSource = Pick<LoopView, "persons" | "coverage" | "handOffs"> & {
  readonly plan: Plan;
  readonly kit: Kit;
};

const nameIn = ({ persons }: PrepSource, personId: string): string =>
  persons.find((person) => person.personId === personId)?.name ?? "a colleague";

/** What good looks like for a question: the level's text of its competency, or the attitude's definition. */
const expectedOf = ({ kit, plan }: PrepSource, { target }: Question): string => {
  if (target.kind === "attitude")
    return kit.attitudes.find((attitude) => attitude.id === target.attitudeId)?.definition ?? "";
  const { expectation, requirement } = levelTextOf(competencyById(kit, target.competencyId), plan.levelId);
  return [requirement, expectation].filter((text) => text !== "").join(" ");
};

const prepQuestion = (source: PrepSource, id: Slot["questionIds"][number]): PrepQuestion => {
  const question = questionById(source.kit, id);
  return { question, topic: questionTopic(source.kit, question), expected: expectedOf(source, question) };
};

/** Of several people who asked the same question the first who did counts as having asked it. */
const stateOf = ({ coverage }: PrepSource, slotId: SlotId, questionId: string): QuestionState => {
  const states = coverage
    .filter((mark) => mark.slotId === slotId && mark.questionId === questionId)
    .map(({ state }) => state);
  return states.find((state) => state === "asked" || state === "prompted") ?? states[0] ?? "open";
};

const earlierSlot = (source: PrepSource, slot: Slot): EarlierSlot => ({
  slotId: slot.slotId,
  title: slot.title,
  interviewers: slot.interviewers.map((personId) => nameIn(source, personId)),
  topics: slot.questionIds.map((id) => ({
    topic: questionTopic(source.kit, questionById(source.kit, id)),
    state: stateOf(source, slot.slotId, id),
  })),
});

/** A slot that was called off before anything was asked covered nothing. */
const mayHaveCovered = ({ coverage }: PrepSource, { slotId, cancelled }: Slot): boolean =>
  cancelled === undefined || coverage.some((mark) => mark.slotId === slotId && mark.state !== "open");

const exerciseOf = ({ kit }: PrepSource, { exerciseId }: Slot): PrepSlot["exercise"] => {
  if (exerciseId === null) return null;
  const exercise = exerciseById(kit, exerciseId);
  return { exercise, scale: exerciseScaleOf(kit, exercise) };
};

const prepSlot = (source: PrepSource, slot: Slot, personId: string): PrepSlot => ({
  slot,
  purpose: source.kit.rounds.find(({ id }) => id === slot.roundId)?.purpose ?? "",
  with: slot.interviewers.filter((other) => other !== personId).map((other) => nameIn(source, other)),
  questions: slot.questionIds.map((id) => prepQuestion(source, id)),
  exercise: exerciseOf(source, slot),
  earlier: inTime(source.plan.slots)
    .filter((other) => other.startsAt < slot.startsAt && mayHaveCovered(source, other))
    .map((other) => earlierSlot(source, other)),
});

/** What a person prepares: their slots in order, each with what was covered before it, and what was handed over to them. */
export const prepOf = (source: PrepSource, person: Person): Prep => {
  const { plan, kit, handOffs } = source;
  const { personId } = person;
  return {
    candidateName: plan.candidate.name,
    kitTitle: plan.kit.title,
    levelName: levelById(kit, plan.levelId).name,
    name: person.name,
    hats: person.hats,
    questionScale: kit.questionScale,
    accommodations: plan.accommodations,
    slots: inTime(plan.slots)
      .filter(({ interviewers }) => interviewers.some((known) => known === personId))
      .map((slot) => prepSlot(source, slot, personId)),
    handOffs: handOffs
      .filter(({ from, to }) => from !== personId && (to === null || to === personId))
      .map(({ id, from, to, text }) => ({ id, from: nameIn(source, from), toAll: to === null, text })),
  };
};
