/** Adds all values to the end; `push(...values)` would run out of call stack on a very long page. */
export const addAll = <Value>(target: Value[], values: readonly Value[]): void => {
  for (const value of values) target.push(value);
};
