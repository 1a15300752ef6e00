/** Does something after so many milliseconds, unless its undo is called before. */
export type After = (milliseconds: number, act: () => void) => () => void;

export const afterTimeout: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** Does something every minute until its undo is called. */
export const eachMinute = (after: After, act: () => void): (() => void) => {
  let stop = (): void => undefined;
  const next = (): void => {
    stop = after(60_000, () => {
      act();
      next();
    });
  };
  next();
  return () => stop();
};
