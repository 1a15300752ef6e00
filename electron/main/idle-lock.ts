import { app, powerMonitor } from "electron";
import type { Notify } from "../contract/contract";

const askedEveryMs = 10_000;

/**
 * Tells the window that nobody touched the laptop for as long as was set, or that its screen was locked. Only the window
 * knows whether somebody listens to a candidate meanwhile. `minutes` is null where it never locks by itself.
 */
export const setupIdleLock = (notify: Notify, minutes: () => number | null): void => {
  const tell = (): void => {
    if (minutes() !== null) notify("lock.idle", undefined);
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
