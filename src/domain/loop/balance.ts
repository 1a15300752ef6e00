import type { CompetencyId, LevelId, PersonId, QuestionId } from "../ids";
import type { Kit, Question } from "../kit/kit";
import { exerciseById, questionsAtLevel } from "../kit/lookup";
import { wantedRaters } from "./coverage/coverage-board";
import type { Break, Slot } from "./plan";
import { minutesPerQuestion, overlap } from "./plan-times";

/** What is balanced: the times, rooms and exercises stay; who asks what may change. */
export interface BalanceGround {
  readonly kit: Kit;
  readonly levelId: LevelId;
  readonly slots: readonly Slot[];
  readonly breaks: readonly Break[];
  /** Whose cards count, in the order of the roster. */
  readonly raters: readonly PersonId[];
  /** Which competencies need two of them; null: every one the level asks about. */
  readonly required: readonly CompetencyId[] | null;
}

/**
 * Why a competency has fewer independent raters than wanted. `noQuestion`: the kit asks nothing about it at this level;
 * `fewRaters`: the panel has fewer than two whose cards count; `noMinutes`: no slot has time for one more question;
 * `nobodyFree`: who is left is somewhere else at the time.
 */
export type GapReason = "noQuestion" | "fewRaters" | "noMinutes" | "nobodyFree";

export interface BalanceGap {
  readonly competencyId: CompetencyId;
  readonly raters: number;
  readonly reason: GapReason;
}

export interface Balanced {
  readonly slots: readonly Slot[];
  readonly gaps: readonly BalanceGap[];
}

/** How many questions a slot has time for beside its exercise. */
export const roomForQuestions = (kit: Kit, { minutes, exerciseId }: Slot): number => {
  const played = exerciseId === null ? 0 : (exerciseById(kit, exerciseId).minutes ?? 0);
  return Math.max(0, Math.floor((minutes - played) / minutesPerQuestion));
};

const competencyOf = ({ target }: Question): CompetencyId | null =>
  target.kind === "competency" ? target.competencyId : null;

/** The competencies that need raters, in the kit's order: those that were named, or those the level asks about. */
export const requiredCompetencies = ({
  kit,
  levelId,
  required,
}: Pick<BalanceGround, "kit" | "levelId" | "required">): readonly CompetencyId[] => {
  const asked = new Set(questionsAtLevel(kit, levelId).map(competencyOf));
  return kit.competencies
    .map(({ id }) => id)
    .filter((id) => (required === null ? asked.has(id) : required.includes(id)));
};

/** Whose cards count among those who hear an answer about the competency, in any slot. */
export const plannedRaters = (
  kit: Kit,
  slots: readonly Slot[],
  raters: readonly PersonId[],
  competencyId: CompetencyId,
): ReadonlySet<PersonId> => {
  const about = new Set(
    kit.questions.filter((one) => competencyOf(one) === competencyId).map(({ id }) => id),
  );
  const asking = slots.filter(
    ({ questionIds, cancelled }) => cancelled === undefined && questionIds.some((id) => about.has(id)),
  );
  return new Set(asking.flatMap(({ interviewers }) => interviewers.filter((id) => raters.includes(id))));
};

/** Slots being filled; a question is put to the candidate once. */
interface Work extends BalanceGround {
  readonly pool: readonly Question[];
}

const spaceIn = ({ kit }: Work, slot: Slot): number => roomForQuestions(kit, slot) - slot.questionIds.length;

const isOpen = (slot: Slot): boolean => slot.cancelled === undefined;

const ratersOf = (work: Work, competencyId: CompetencyId): ReadonlySet<PersonId> =>
  plannedRaters(work.kit, work.slots, work.raters, competencyId);

const unasked = ({ pool, slots }: Work): readonly Question[] => {
  const asked = new Set(slots.flatMap(({ questionIds }) => questionIds));
  return pool.filter(({ id }) => !asked.has(id));
};

const withSlot = (work: Work, changed: Slot): Work => ({
  ...work,
  slots: work.slots.map((slot) => (slot.slotId === changed.slotId ? changed : slot)),
});

const asking = (slot: Slot, questionId: QuestionId): Slot => ({
  ...slot,
  questionIds: [...slot.questionIds, questionId],
});

interface Offer {
  readonly slot: Slot;
  readonly question: Question;
  /** New raters first, then the question's own round, then the slot with most time left. */
  readonly worth: readonly number[];
}

/** The larger worth; of equals the one that came first, so that the same plan is balanced the same way everywhere. */
const better = (left: Offer, right: Offer): Offer => {
  const index = left.worth.findIndex((value, at) => value !== right.worth[at]);
  return index >= 0 && (right.worth[index] ?? 0) > (left.worth[index] ?? 0) ? right : left;
};

const bestOffer = (offers: readonly Offer[]): Offer | null =>
  offers.length === 0 ? null : offers.reduce(better);

const offersFor = (work: Work, competencyId: CompetencyId): readonly Offer[] => {
  const have = ratersOf(work, competencyId);
  const questions = unasked(work).filter((question) => competencyOf(question) === competencyId);
  return work.slots
    .filter((slot) => isOpen(slot) && spaceIn(work, slot) > 0)
    .flatMap((slot) => {
      const gained = slot.interviewers.filter((id) => work.raters.includes(id) && !have.has(id)).length;
      return questions.map((question) => ({
        slot,
        question,
        worth: [
          Math.min(gained, wantedRaters - have.size),
          Number(question.roundId !== null && question.roundId === slot.roundId),
          spaceIn(work, slot),
        ],
      }));
    })
    .filter(({ worth }) => (worth[0] ?? 0) > 0);
};

/** Asks about the competency where it brings most new raters, until there are enough or nothing brings another. */
const askAbout = (work: Work, competencyId: CompetencyId): Work => {
  if (ratersOf(work, competencyId).size >= wantedRaters) return work;
  const offer = bestOffer(offersFor(work, competencyId));
  if (offer === null) return work;
  return askAbout(withSlot(work, asking(offer.slot, offer.question.id)), competencyId);
};

/** What has fewest questions at the level chooses first: it has fewest slots to go to. */
const scarceFirst = ({ pool }: Work, ids: readonly CompetencyId[]): readonly CompetencyId[] => {
  const left = (id: CompetencyId) => pool.filter((question) => competencyOf(question) === id).length;
  return ids.toSorted((one, other) => left(one) - left(other));
};

const minutesOf = ({ slots }: Work, personId: PersonId): number =>
  slots.reduce((sum, slot) => sum + (slot.interviewers.includes(personId) ? slot.minutes : 0), 0);

const isFree = ({ slots, breaks }: Work, personId: PersonId, at: Slot): boolean =>
  slots.every(
    (slot) =>
      slot.slotId === at.slotId ||
      !overlap(slot, at) ||
      (!slot.interviewers.includes(personId) &&
        slot.rolePlayers.every((player) => player.personId !== personId)),
  ) &&
  at.rolePlayers.every((player) => player.personId !== personId) &&
  breaks.every(
    (pause) => !overlap(pause, at) || (pause.personIds !== null && !pause.personIds.includes(personId)),
  );

/** Who could come to a slot, the least busy first. */
const freeFor = (work: Work, slot: Slot): readonly PersonId[] =>
  work.raters
    .filter((id) => !slot.interviewers.includes(id) && isFree(work, id, slot))
    .toSorted((one, other) => minutesOf(work, one) - minutesOf(work, other));

const seated = (slot: Slot, personId: PersonId): Slot => ({
  ...slot,
  interviewers: [...slot.interviewers, personId],
});

/** Nobody asks in a slot without a rater: the least busy who is free does. */
const seatSomebody = (work: Work, { slotId }: Slot): Work => {
  const slot = work.slots.find((known) => known.slotId === slotId);
  if (slot === undefined || !isOpen(slot) || slot.interviewers.some((id) => work.raters.includes(id)))
    return work;
  const [personId] = freeFor(work, slot);
  return personId === undefined ? work : withSlot(work, seated(slot, personId));
};

/** A second person comes to a slot that asks about the competency, or could. */
const seatSecond = (work: Work, competencyId: CompetencyId): Work => {
  const have = ratersOf(work, competencyId);
  if (have.size >= wantedRaters) return work;
  const about = new Set(work.pool.filter((one) => competencyOf(one) === competencyId).map(({ id }) => id));
  for (const slot of work.slots.filter((one) => isOpen(one) && one.questionIds.some((id) => about.has(id)))) {
    const personId = freeFor(work, slot).find((id) => !have.has(id));
    if (personId !== undefined) return seatSecond(withSlot(work, seated(slot, personId)), competencyId);
  }
  return work;
};

/** What is left of the level's questions goes where its round is, while there is time. */
const fillRounds = (work: Work): Work =>
  unasked(work).reduce((filled, question) => {
    const slot = filled.slots.find(
      (one) =>
        isOpen(one) &&
        question.roundId !== null &&
        one.roundId === question.roundId &&
        one.interviewers.length > 0 &&
        spaceIn(filled, one) > 0,
    );
    return slot === undefined ? filled : withSlot(filled, asking(slot, question.id));
  }, work);

/** The kit's order within a slot, so that everybody who plans from this kit asks in the same order. */
const inKitOrder = ({ kit, slots }: Work): readonly Slot[] => {
  const order = new Map(kit.questions.map(({ id }, index) => [id, index]));
  const place = (id: QuestionId) => order.get(id) ?? 0;
  return slots.map((slot) => ({
    ...slot,
    questionIds: slot.questionIds.toSorted((one, other) => place(one) - place(other)),
  }));
};

const reasonFor = (work: Work, competencyId: CompetencyId): GapReason => {
  const about = work.pool.filter((question) => competencyOf(question) === competencyId);
  if (about.length === 0) return "noQuestion";
  if (work.raters.length < wantedRaters) return "fewRaters";
  const hasTime = work.slots.some((slot) => isOpen(slot) && spaceIn(work, slot) > 0);
  const isAsked = work.slots.some(({ questionIds }) => about.some(({ id }) => questionIds.includes(id)));
  return isAsked || hasTime ? "nobodyFree" : "noMinutes";
};

/** Every required competency that fewer than two raters hear about in these slots, and why, in the kit's order. */
export const coverageGaps = (ground: BalanceGround): readonly BalanceGap[] => {
  const work: Work = { ...ground, pool: questionsAtLevel(ground.kit, ground.levelId) };
  return requiredCompetencies(ground).flatMap((competencyId) => {
    const raters = ratersOf(work, competencyId).size;
    return raters >= wantedRaters ? [] : [{ competencyId, raters, reason: reasonFor(work, competencyId) }];
  });
};

/**
 * Chooses the questions of every slot anew, so that each required competency is heard by two independent raters within
 * the minutes, and seats a rater where one is missing for it. No question is put twice; times, rooms, exercises and who
 * sits in a slot already stay. The same plan gives the same answer everywhere. What stays short comes back with its reason.
 */
export const balance = (ground: BalanceGround): Balanced => {
  const pool = questionsAtLevel(ground.kit, ground.levelId);
  const cleared = ground.slots.map((slot) => ({ ...slot, questionIds: [] }));
  let work: Work = { ...ground, slots: cleared, pool };
  work = work.slots.reduce(seatSomebody, work);
  const wanted = scarceFirst(work, requiredCompetencies(ground));
  work = wanted.reduce(askAbout, work);
  work = wanted.reduce(seatSecond, work);
  const slots = inKitOrder(fillRounds(work));
  return { slots, gaps: coverageGaps({ ...ground, slots }) };
};
