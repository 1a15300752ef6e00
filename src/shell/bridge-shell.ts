import type { Bridge } from "../../electron/contract/bridge";
import { isWallFailure, type WallFailure } from "../../electron/contract/envelope";
import { ok, type Result, unwrap } from "../domain/result";
import { type ChosenFolder, type Shell, ShellBug } from "./shell";

declare global {
  interface Window {
    /** Put there by the preload file. */
    readonly panelbook: Bridge;
  }
}

const bugOf = (failure: WallFailure): ShellBug => {
  if (failure.type === "bug") return new ShellBug(failure.type, failure.reference);
  if (failure.type === "refusedPayload") return new ShellBug(failure.type, failure.issues.join("; "));
  return new ShellBug(failure.type, "");
};

/** An answer without what the wall added: that is a bug and is thrown. */
export const expectedOnly = <Value, Failure extends { readonly type: string }>(
  answer: Result<Value, Failure>,
): Result<Value, Exclude<Failure, WallFailure>> => {
  if (answer.ok) return answer;
  if (isWallFailure(answer.error)) throw bugOf(answer.error);
  return { ok: false, error: answer.error as Exclude<Failure, WallFailure> };
};

const folderOf = (bridge: Bridge, handle: string, path: string): ChosenFolder => ({
  path,
  names: async () => expectedOnly(await bridge.folders.names({ handle })),
  readText: async (name) => unwrap(expectedOnly(await bridge.folders.readText({ handle, name }))),
  hashOf: async (name) => unwrap(expectedOnly(await bridge.folders.hashOf({ handle, name }))),
  write: async (name, bytes) => expectedOnly(await bridge.folders.write({ handle, name, bytes })),
});

/** The desktop as the window's bridge offers it. */
export const bridgeShell = (bridge: Bridge): Shell => ({
  appInfo: async () => unwrap(expectedOnly(await bridge.app.info())),
  copyText: async (text) => {
    unwrap(expectedOnly(await bridge.app.copyText(text)));
  },
  saveFile: async (file) => expectedOnly(await bridge.files.save(file)),
  chooseFolder: async () => {
    const chosen = expectedOnly(await bridge.folders.choose());
    return chosen.ok ? ok(folderOf(bridge, chosen.value.handle, chosen.value.path)) : chosen;
  },
  savePage: async (page) => expectedOnly(await bridge.files.savePage(page)),
  openTextFile: async (request) => expectedOnly(await bridge.files.openText(request)),
  onResumed: (listener) => bridge.app.onResumed(listener),
  takeOpenedFiles: async () => unwrap(expectedOnly(await bridge.opened.take())),
  onOpenedFiles: (listener) => bridge.opened.onWaiting(listener),
});
