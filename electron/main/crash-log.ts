import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { app } from "electron";
import { bugText } from "./guards/bug-text";
import { reloadPause } from "./guards/reload-pause";

const logName = "crashes.log";

type LogEntry = Readonly<Record<string, string | number>>;

const lineOf = (entry: LogEntry): string => {
  const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
  console.error(line);
  return `${line}\n`;
};

const logFolder = (): string => join(app.getPath("userData"), "logs");

const write = (entry: LogEntry): void => {
  mkdirSync(logFolder(), { recursive: true });
  appendFileSync(join(logFolder(), logName), lineOf(entry));
};

/** Keeps what a handler threw, without its message; the reference is what the window shows. */
export const logBug = (where: string, thrown: unknown): string => {
  const reference = randomUUID().slice(0, 8);
  write({ kind: "bug", where, reference, bug: bugText(thrown) });
  return reference;
};

/** Keeps which parts had not finished when the program ended; does not hold the program up where the disk does. */
export const logUnfinished = async (parts: readonly string[]): Promise<void> => {
  const line = lineOf({ kind: "ended before it had finished", parts: parts.join(", ") });
  await mkdir(logFolder(), { recursive: true });
  await appendFile(join(logFolder(), logName), line);
};

/** Loads a window that crashed again, as `reloadPause` says. */
const reloadCrashed = () => {
  let last = 0;
  return (contents: Electron.WebContents): void => {
    const now = Date.now();
    const pause = reloadPause(contents.getURL(), Math.max(0, now - last));
    if (pause === null) return;
    last = now + pause;
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload();
    }, pause);
  };
};

/**
 * Crashes go to a file in the profile, never anywhere else and never with a person's data. Main goes on after an
 * uncaught error: what was saved is safe, and a stray network error must not end an interview.
 */
export const setupCrashLog = (): void => {
  process.on("uncaughtException", (error) => void logBug("main", error));
  process.on("unhandledRejection", (reason) => void logBug("main, a promise", reason));
  const reload = reloadCrashed();
  app.on("render-process-gone", (_event, contents, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    write({ kind: "window gone", reason, exitCode });
    reload(contents);
  });
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => {
    if (reason !== "clean-exit" && reason !== "killed") write({ kind: `${type} gone`, reason, exitCode });
  });
};
