import { app, powerMonitor } from "electron";
import type { Notify } from "../contract/contract";

/** Tells the window that the machine woke up. */
export const setupPower = (notify: Notify): void => {
  void app.whenReady().then(() => powerMonitor.on("resume", () => notify("app.resumed", undefined)));
};
