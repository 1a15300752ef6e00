/** Asks one question at a time. Of those that come meanwhile only the newest is asked; the others are answered null. */
export const newestOnly = <Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): ((question: Question) => Promise<Answer | null>) => {
  let running: Promise<unknown> | null = null;
  let newest = 0;
  return async (question) => {
    newest += 1;
    const mine = newest;
    while (running !== null) await running;
    if (mine !== newest) return null;
    const asking = ask(question);
    // One that failed is its asker's to hear of, and keeps no later one from being asked.
    running = Promise.allSettled([asking]).then(() => {
      running = null;
    });
    const answer = await asking;
    return mine === newest ? answer : null;
  };
};
