/** The next moment an observer ran. */
export const nextMoment = () => {
  let resolve = () => undefined;
  let moment = Promise.resolve(0);
  return {
    watch: () => {
      moment = new Promise((done) => {
        resolve = done;
      });
    },
    note: () => resolve(performance.now()),
    seen: () => moment,
  };
};
