import type { LevelId, PersonId, SlotId } from "../ids";
import type { Exercise, Kit, Round } from "../kit/kit";
import { questionsAtLevel } from "../kit/lookup";
import type { Slot } from "./plan";

/** What a slot lasts where the kit does not say, in minutes. */
const usualMinutes = 45;

interface SlotFrame {
  readonly slotId: SlotId;
  readonly interviewers: readonly PersonId[];
}

/** Adds minutes to a local "YYYY-MM-DDTHH:MM", over midnight and month ends, without any time zone in it. */
export const addMinutes = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

const roundSlot = (kit: Kit, levelId: LevelId, round: Round, frame: SlotFrame, startsAt: string): Slot => ({
  slotId: frame.slotId,
  title: round.name,
  roundId: round.id,
  startsAt,
  minutes: round.minutes ?? usualMinutes,
  room: "",
  interviewers: [...frame.interviewers],
  questionIds: questionsAtLevel(kit, levelId)
    .filter((question) => question.roundId === round.id)
    .map((question) => question.id),
  exerciseId: null,
  rolePlayers: [],
});

const exerciseSlot = (exercise: Exercise, frame: SlotFrame, startsAt: string): Slot => ({
  slotId: frame.slotId,
  title: exercise.title,
  roundId: null,
  startsAt,
  minutes: exercise.minutes ?? usualMinutes,
  room: "",
  interviewers: [...frame.interviewers],
  questionIds: [],
  exerciseId: exercise.id,
  rolePlayers: [],
});

/**
 * A first plan to change: one slot per round that has questions at the level, in the kit's order, then one per
 * presentation and work simulation, one after the other from `firstStart`, everybody in every slot. Questions without a
 * round stand in the first slot; where no round has any, one slot takes them all. `newSlotId` makes the ids.
 */
export const suggestSlots = (
  kit: Kit,
  levelId: LevelId,
  firstStart: string,
  interviewers: readonly PersonId[],
  newSlotId: () => SlotId,
): readonly Slot[] => {
  const frame = (): SlotFrame => ({ slotId: newSlotId(), interviewers });
  const slots = [
    ...kit.rounds.map((round) => roundSlot(kit, levelId, round, frame(), firstStart)),
    ...kit.exercises
      .filter((exercise) => exercise.kind !== "test")
      .map((exercise) => exerciseSlot(exercise, frame(), firstStart)),
  ].filter((slot) => slot.questionIds.length > 0 || slot.exerciseId !== null);
  return oneAfterTheOther(withHomeless(kit, levelId, slots, frame, firstStart), firstStart);
};

const withHomeless = (
  kit: Kit,
  levelId: LevelId,
  slots: readonly Slot[],
  frame: () => SlotFrame,
  startsAt: string,
): readonly Slot[] => {
  const homeless = questionsAtLevel(kit, levelId)
    .filter((question) => question.roundId === null)
    .map((question) => question.id);
  if (homeless.length === 0) return slots;
  const [first, ...rest] = slots;
  if (first !== undefined && first.exerciseId === null) {
    return [{ ...first, questionIds: [...first.questionIds, ...homeless] }, ...rest];
  }
  const base = {
    roundId: null,
    startsAt,
    minutes: usualMinutes,
    room: "",
    exerciseId: null,
    rolePlayers: [],
  };
  const { slotId, interviewers } = frame();
  return [
    { ...base, slotId, title: "Interview", interviewers: [...interviewers], questionIds: homeless },
    ...slots,
  ];
};

const oneAfterTheOther = (slots: readonly Slot[], firstStart: string): readonly Slot[] => {
  let startsAt = firstStart;
  return slots.map((slot) => {
    const placed = { ...slot, startsAt };
    startsAt = addMinutes(startsAt, slot.minutes);
    return placed;
  });
};
