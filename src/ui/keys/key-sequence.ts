import { chordsOf } from "./chord";

/** The presses so far that may still become a binding. */
export interface PendingKeys {
  readonly chords: readonly string[];
  /** Milliseconds, on the caller's clock, of the last press. */
  readonly at: number;
}

export const nothingPending: PendingKeys = { chords: [], at: 0 };

/** After this many milliseconds a half-typed sequence is forgotten. */
export const sequencePatienceMs = 1500;

export interface SequenceStep<Binding> {
  readonly pending: PendingKeys;
  readonly hit: Binding | null;
}

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.every((chord, index) => whole[index] === chord);

/**
 * One press against all bindings. The first binding that is complete wins; where none is, the press is kept as long
 * as a binding begins with it. A press that fits no begun sequence starts anew.
 */
export const pressKey = <Binding extends { readonly keys: string }>(
  bindings: readonly Binding[],
  before: PendingKeys,
  chord: string,
  now: number,
): SequenceStep<Binding> => {
  const begun = now - before.at > sequencePatienceMs ? [] : before.chords;
  const chords = [...begun, chord];
  const candidates = bindings.filter((binding) => startsWith(chordsOf(binding.keys), chords));
  const hit = candidates.find((binding) => chordsOf(binding.keys).length === chords.length) ?? null;
  if (hit !== null) return { pending: nothingPending, hit };
  if (candidates.length > 0) return { pending: { chords, at: now }, hit: null };
  if (begun.length > 0) return pressKey(bindings, nothingPending, chord, now);
  return { pending: nothingPending, hit: null };
};
