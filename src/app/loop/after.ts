/** Does something after so many milliseconds, unless its undo is called before. */
export type After = (milliseconds: number, act: () => void) => () => void;

export const afterTimeout: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
