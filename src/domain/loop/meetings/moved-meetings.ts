import type { LoopId } from "../../ids";
import type { Arranged } from "../day/arrange";
import type { Plan } from "../plan";
import type { LeftOut, Meeting, ReadCalendar } from "./meeting";
import { planItemOf } from "./own-uid";

/** A meeting that is elsewhere than in the plan, and what that changes there. */
export interface Move {
  readonly meeting: Meeting;
  readonly change: Arranged;
}

/** What a calendar file says about a loop that has a plan. */
export interface MovedMeetings {
  /** Null where every meeting of the loop in it is where the plan has it. */
  readonly change: Arranged | null;
  /** The same, meeting by meeting in the file's order: how its clock was read matters to who signs. */
  readonly moves: readonly Move[];
  /** Events that stand in the plan as they are. */
  readonly same: readonly Meeting[];
  /** Events of somebody else. */
  readonly foreign: readonly Meeting[];
  /** What belongs to the loop and cannot be taken over. */
  readonly leftOut: readonly LeftOut[];
}

type Change = { readonly slots: Arranged["slots"]; readonly breaks: Arranged["breaks"] };

/** What of the plan an event has elsewhere; null for a foreign event, nothing in it where all is the same. */
const changeFor = (meeting: Meeting, loopId: LoopId, plan: Plan): Change | null => {
  const item = planItemOf(meeting.uid, loopId, plan);
  if (item === null) return null;
  const { startsAt, minutes } = meeting;
  if ("breakId" in item) {
    const pause = plan.breaks.find(({ breakId }) => breakId === item.breakId);
    const isSame = pause?.startsAt === startsAt && pause.minutes === minutes;
    return { slots: [], breaks: isSame ? [] : [{ ...item, startsAt, minutes }] };
  }
  const slot = plan.slots.find(({ slotId }) => slotId === item.slotId);
  if (slot?.cancelled === true) return { slots: [], breaks: [] };
  const room = meeting.room === "" ? (slot?.room ?? "") : meeting.room;
  const isSame = slot?.startsAt === startsAt && slot.minutes === minutes && slot.room === room;
  return { breaks: [], slots: isSame ? [] : [{ ...item, startsAt, minutes, room }] };
};

/** Which of the loop's meetings a calendar has at another time or in another room, by the names their events were given. */
export const movedMeetings = (read: ReadCalendar, loopId: LoopId, plan: Plan): MovedMeetings => {
  const found = read.meetings.map((meeting) => ({ meeting, change: changeFor(meeting, loopId, plan) }));
  const slots = found.flatMap(({ change }) => change?.slots ?? []);
  const breaks = found.flatMap(({ change }) => change?.breaks ?? []);
  const isMove = (change: Change): boolean => change.slots.length + change.breaks.length > 0;
  return {
    moves: found.flatMap(({ meeting, change }) =>
      change !== null && isMove(change) ? [{ meeting, change: { kind: "arranged", ...change } }] : [],
    ),
    change: slots.length + breaks.length === 0 ? null : { kind: "arranged", slots, breaks },
    same: found.flatMap(({ meeting, change }) => (change !== null && !isMove(change) ? [meeting] : [])),
    foreign: found.flatMap(({ meeting, change }) => (change === null ? [meeting] : [])),
    leftOut: read.leftOut.filter(({ uid }) => planItemOf(uid, loopId, plan) !== null),
  };
};
