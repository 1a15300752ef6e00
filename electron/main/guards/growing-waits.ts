/** Tries at something secret since the last right one. */
export interface Tries {
  /** A try counts before it is compared: a kill in between makes none free. */
  readonly failures: number;
  /** When the last of them was, in ms since 1970. */
  readonly lastAt: number;
}

const freeTries = 3;
const firstWaitSeconds = 5;
const longestWaitSeconds = 3600;

/** Seconds to wait after so many wrong tries: none after the first two, then 5, 10, 20 … and at most an hour. */
export const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(firstWaitSeconds * 2 ** (failures - freeTries), longestWaitSeconds);

/** Seconds until the next try, at `now` in ms since 1970. A clock that was set back begins the wait anew: it never ends one. */
export const secondsLeft = ({ failures, lastAt }: Tries, now: number): number =>
  Math.max(0, Math.ceil(waitAfter(failures) - Math.max(0, now - lastAt) / 1000));
