import type { AppInfo } from "../../electron/contract/app";
import { openTextLimit } from "../../electron/contract/files";
import { err, ok } from "../domain/result";
import type { OpenedFile, OpenedText, OpenTextFailure, SaveFailure, Shell } from "./shell";

/** What a test sees and decides of the desktop. */
export interface FakeDesktop {
  readonly shell: Shell;
  /** Everything written so far, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly clipboard: () => string;
  /** The answer to the next dialogs: a folder or file, or null for cancel. */
  readonly choose: (path: string | null) => void;
  readonly put: (path: string, bytes: Uint8Array) => void;
  /** What the next saves run into, or null for a healthy disk. */
  readonly breakDisk: (failure: Exclude<SaveFailure["type"], "cancelled"> | null) => void;
  readonly wakeUp: () => void;
  /** Somebody opens a file with the program from outside it. */
  readonly openFromOutside: (file: OpenedFile) => void;
}

const info: AppInfo = {
  version: "0.0.0",
  runtime: "substitute",
  electron: "0.0.0",
  chrome: "0.0.0",
  node: "0.0.0",
  platform: "linux",
};

const fakePdf = new TextEncoder().encode("%PDF-1.4");

const textOf = (bytes: Uint8Array): string | null => {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const hexSha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const openFrom = (path: string, bytes: Uint8Array | undefined) => {
  const failed = (failure: OpenTextFailure) => err(failure);
  if (bytes === undefined) return failed({ type: "notReadable", path });
  if (bytes.length > openTextLimit)
    return failed({ type: "tooLarge", path, size: bytes.length, limit: openTextLimit });
  const text = textOf(bytes);
  if (text === null) return failed({ type: "notText", path });
  return ok<OpenedText>({ name: path.slice(path.lastIndexOf("/") + 1), text });
};

/** A desktop in memory with the manners of the real one. */
export const fakeDesktop = (): FakeDesktop => {
  const files = new Map<string, Uint8Array>();
  const listeners = new Set<() => void>();
  const opened: OpenedFile[] = [];
  const openedListeners = new Set<() => void>();
  let clipboard = "";
  let chosen: string | null = null;
  let broken: Exclude<SaveFailure["type"], "cancelled"> | null = null;
  const shell: Shell = {
    appInfo: async () => info,
    copyText: async (text) => {
      clipboard = text;
    },
    saveFile: async ({ suggestedName, bytes }) => {
      if (chosen === null) return err({ type: "cancelled" });
      const path = `${chosen}/${suggestedName}`;
      if (broken !== null) return err({ type: broken, path });
      files.set(path, bytes.slice());
      return ok({ path });
    },
    chooseFolder: async () => {
      if (chosen === null) return err({ type: "cancelled" });
      const path = chosen;
      const at = (name: string) => files.get(`${path}/${name}`);
      return ok({
        path,
        names: async () =>
          ok(
            [...files.keys()]
              .filter((one) => one.startsWith(`${path}/`))
              .map((one) => one.slice(path.length + 1)),
          ),
        readText: async (name) => {
          const bytes = at(name);
          return bytes === undefined ? null : textOf(bytes);
        },
        hashOf: async (name) => {
          const bytes = at(name);
          return bytes === undefined ? null : hexSha256(bytes.slice());
        },
        write: async (name, bytes) => {
          const place = `${path}/${name}`;
          if (broken !== null) return err({ type: broken, path: place });
          files.set(place, bytes.slice());
          return ok({ path: place });
        },
      });
    },
    savePage: async ({ suggestedName }) => shell.saveFile({ kind: "pdf", suggestedName, bytes: fakePdf }),
    openTextFile: async () =>
      chosen === null ? err({ type: "cancelled" }) : openFrom(chosen, files.get(chosen)),
    onResumed: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    takeOpenedFiles: async () => opened.splice(0),
    onOpenedFiles: (listener) => {
      openedListeners.add(listener);
      return () => {
        openedListeners.delete(listener);
      };
    },
  };
  return {
    shell,
    files,
    clipboard: () => clipboard,
    choose: (path) => {
      chosen = path;
    },
    put: (path, bytes) => {
      files.set(path, bytes);
    },
    breakDisk: (failure) => {
      broken = failure;
    },
    wakeUp: () => {
      for (const listener of [...listeners]) listener();
    },
    openFromOutside: (file) => {
      opened.push(file);
      for (const listener of [...openedListeners]) listener();
    },
  };
};
