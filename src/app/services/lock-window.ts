/** A slot's own screens: whoever sits there listens, with their hands off the keys. */
const interviewAddress = /^#\/loops\/[^/]+\/slots\//;

/** A recording that plays: whoever watches it is there, with their hands off the keys. */
export const isWatching = (media: Iterable<Pick<HTMLMediaElement, "paused" | "ended">>): boolean =>
  [...media].some(({ paused, ended }) => !paused && !ended);

/** True for the address of an interview, a card in progress or a role play. */
export const isInterviewAddress = (hash: string): boolean => interviewAddress.test(hash);

/** What hangs must not keep a laptop open that somebody walks away from. */
const patienceMs = 5000;

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Has what was typed taken in, takes the screens away, and closes what they used. */
export const endForLock = async (endScreens: () => void, close: () => Promise<void>): Promise<void> => {
  // A field that is kept when it is left is left now: once its screen is taken away, nobody hears of it.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // What waits for a rest in the typing goes when the window is left, as at any reload.
  window.dispatchEvent(new Event("pagehide"));
  endScreens();
  await Promise.race([close(), after(patienceMs)]);
};
