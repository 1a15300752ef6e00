import { app } from "electron";
import { logUnfinished } from "./crash-log";
import { finishAll, type LastWork, type Later } from "./finish-all";

const later: Later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** The log lies on the disk that may be what does not answer. */
const logMs = 500;

/**
 * Ends at once. Electron's own end would wait for the threads that still wait for the disk, for as long as they do; by
 * now every window is closed and there is nothing left for it to tidy up.
 */
const endByForce = async (unfinished: readonly string[]): Promise<void> => {
  await finishAll([{ name: "log", finish: () => logUnfinished(unfinished) }], later, logMs);
  process.kill(process.pid, "SIGKILL");
};

/** Holds the end of the program back until these parts have finished, but not for longer than a person waits. */
export const setupQuitting = (parts: readonly LastWork[]): void => {
  app.once("will-quit", (event) => {
    event.preventDefault();
    void finishAll(parts, later).then((unfinished) =>
      unfinished.length === 0 ? app.exit() : endByForce(unfinished),
    );
  });
};
