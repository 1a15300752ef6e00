import { ok, type Result } from "../../result";
import type { Kit } from "../kit";
import { type KitConflict, mergeKits } from "./merge-kits";

interface Step {
  readonly before: Kit;
  readonly after: Kit;
  /** Names what was changed, where several changes in a row are one act: typing in one field. Null: an act of its own. */
  readonly group: string | null;
  /** Milliseconds on a clock that only goes forward. */
  readonly atMs: number;
}

/** A kit that is being edited, with what was done to it and what was taken back. States share what did not change. */
export interface KitHistory {
  readonly kit: Kit;
  /** Oldest first. */
  readonly past: readonly Step[];
  /** What was taken back last comes last. */
  readonly future: readonly Step[];
}

/** More steps than anybody takes back. */
const mostSteps = 200;

/** A pause in typing after which the next character is a new step, in milliseconds. */
const typingPauseMs = 1200;

export const startHistory = (kit: Kit): KitHistory => ({ kit, past: [], future: [] });

/** The history after an edit. Edits of one group without a pause between them are one step. */
export const withEdit = (
  { kit, past }: KitHistory,
  after: Kit,
  group: string | null,
  atMs: number,
): KitHistory => {
  const last = past.at(-1);
  const goesOn =
    last !== undefined &&
    group !== null &&
    last.group === group &&
    last.after === kit &&
    atMs - last.atMs < typingPauseMs;
  const step = { before: goesOn ? last.before : kit, after, group, atMs };
  const kept = goesOn ? past.slice(0, -1) : past;
  return { kit: after, past: [...kept, step].slice(-mostSteps), future: [] };
};

/**
 * Takes the last step back: that step alone, on the kit as it is now, so that what came from another window stays. Where
 * that is not possible any more the step is dropped with the conflict.
 */
export const undone = (history: KitHistory): Result<KitHistory, KitConflict & { history: KitHistory }> => {
  const step = history.past.at(-1);
  if (step === undefined) return ok(history);
  const past = history.past.slice(0, -1);
  const back = mergeKits(step.after, step.before, history.kit);
  if (!back.ok) return { ok: false, error: { ...back.error, history: { ...history, past } } };
  return ok({ kit: back.value, past, future: [...history.future, { ...step, group: null }] });
};

/** Makes the step that was taken back last again. */
export const redone = (history: KitHistory): Result<KitHistory, KitConflict & { history: KitHistory }> => {
  const step = history.future.at(-1);
  if (step === undefined) return ok(history);
  const future = history.future.slice(0, -1);
  const again = mergeKits(step.before, step.after, history.kit);
  if (!again.ok) return { ok: false, error: { ...again.error, history: { ...history, future } } };
  return ok({ kit: again.value, past: [...history.past, step], future });
};
