import { isCandidatePage } from "./own-page";

const pauseMs = 10_000;

/**
 * How long a crashed window waits before it is loaded again, in ms; null where it stays as it is. One that crashes again at
 * once is left, so that it is seen; the candidate's window has no other way on, and so comes back each time.
 */
export const reloadPause = (address: string, sinceLastMs: number): number | null => {
  if (sinceLastMs >= pauseMs) return 0;
  return isCandidatePage(address) ? pauseMs - sinceLastMs : null;
};
