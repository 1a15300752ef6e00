import { app, powerMonitor } from "electron";
import type { Notify } from "../contract/contract";

const askedEveryMs = 10_000;

export interface IdleLockParts {
  readonly notify: Notify;
  /** Null where time does not lock it. */
  readonly minutes: () => number | null;
  /** A candidate has the laptop: it waits for the staff PIN, and their recording needs the keys. */
  readonly isGiven: () => boolean;
}

/**
 * Tells the window that nobody touched the laptop for as long as was set, or that the system's screen was locked. Only the
 * window knows whether somebody listens to a candidate meanwhile, and whether there is a passphrase.
 */
export const setupIdleLock = ({ notify, minutes, isGiven }: IdleLockParts): void => {
  const tell = (): void => {
    if (!isGiven()) notify("lock.idle", undefined);
  };
  const look = (): void => {
    const after = minutes();
    if (after !== null && powerMonitor.getSystemIdleTime() >= after * 60) tell();
  };
  void app.whenReady().then(() => {
    powerMonitor.on("lock-screen", tell);
    const asking = setInterval(look, askedEveryMs);
    app.on("will-quit", () => clearInterval(asking));
  });
};
