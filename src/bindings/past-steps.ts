/** A state as it was before a change. */
export interface PastStep<State> {
  readonly state: State;
  /** Names what was changed, where several changes in a row are one act: typing in one field. Null: an act of its own. */
  readonly group: string | null;
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
}

/** A pause in typing after which the next character is a new step, in milliseconds. */
export const typingPauseMs = 1200;

/** More steps than anybody takes back; states share what did not change between them. */
export const mostSteps = 200;

/**
 * Adds a step, oldest first. Changes of the same group without a pause between them stay one step, so that taking
 * back undoes a burst of typing and not a letter.
 */
export const withStep = <State>(
  past: readonly PastStep<State>[],
  step: PastStep<State>,
): readonly PastStep<State>[] => {
  const last = past.at(-1);
  const goesOn =
    last !== undefined &&
    step.group !== null &&
    last.group === step.group &&
    step.at - last.at < typingPauseMs;
  if (goesOn) return [...past.slice(0, -1), { ...last, at: step.at }];
  return [...past, step].slice(-mostSteps);
};
