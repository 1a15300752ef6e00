import type { BreakId } from "../../domain/ids";
import type { Break } from "../../domain/loop/plan";
import { addMinutes } from "../../domain/loop/suggest-slots";
import type { PlanForm } from "./plan-form";

/** A break lasts this many minutes until somebody says otherwise. */
const usualMinutes = 30;

/** A break for everybody after the second slot, which is where a morning usually has one. */
export const addBreak = (form: PlanForm, breakId: BreakId, firstStart: string): PlanForm => {
  const before = form.slots[1] ?? form.slots[0];
  const startsAt = before === undefined ? firstStart : addMinutes(before.startsAt, before.minutes);
  const pause: Break = { breakId, title: "Break", startsAt, minutes: usualMinutes, personIds: null };
  return { ...form, breaks: [...form.breaks, pause] };
};

export const changeBreak = (form: PlanForm, changed: Break): PlanForm => ({
  ...form,
  breaks: form.breaks.map((pause) => (pause.breakId === changed.breakId ? changed : pause)),
});

export const removeBreak = (form: PlanForm, breakId: BreakId): PlanForm => ({
  ...form,
  breaks: form.breaks.filter((pause) => pause.breakId !== breakId),
});
