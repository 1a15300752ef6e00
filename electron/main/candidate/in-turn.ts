/** Runs acts one after the other, in the order in which they were asked for, whatever became of those before. */
export const inTurn = (): (<Value>(act: () => Promise<Value> | Value) => Promise<Value>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act, act);
    last = mine.catch(() => undefined);
    return mine;
  };
};
