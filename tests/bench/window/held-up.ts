/** A timer asks so often whether the window would have had time. */
const askEveryMs = 4;

/** Watches how long the window keeps a timer waiting, which is as long as what runs in it at that moment. */
export const watchHeldUp = (): { readonly stop: () => number } => {
  let longest = 0;
  let due = performance.now() + askEveryMs;
  const timer = window.setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - due);
    due = now + askEveryMs;
  }, askEveryMs);
  return {
    stop: () => {
      window.clearInterval(timer);
      return Math.max(longest, performance.now() - due);
    },
  };
};
