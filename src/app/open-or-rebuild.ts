import type { Bridge } from "../../electron/contract/bridge";
import { err, type Result } from "../domain/result";
import { expectedOnly } from "../shell/bridge-shell";
import { type Composed, compose } from "./compose";

/** What opening may fail with. */
export type OpenFailure = { readonly type: string };

export interface Opening {
  readonly bridge: Bridge;
  /** Takes every screen away, before the laptop is locked. */
  readonly endScreens: () => void;
  /** What was tried outlives a reloading of the window and ends with it. */
  readonly memory: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly reload: () => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const triedKey = "databaseSetAside";
const pausesMs = [0, 400, 1200] as const;

/** Only these say that the database itself cannot be used; newer data or a full disk is no reason to set it aside. */
const isBroken = ({ type }: OpenFailure): boolean => type === "openFailed" || type === "accessFailed";

/** A browser's database may fail to open for a moment, so once is not enough. */
const openPatiently = async ({
  bridge,
  endScreens,
  pause,
}: Opening): Promise<Result<Composed, OpenFailure>> => {
  let composed: Result<Composed, OpenFailure> = err({ type: "openFailed" });
  for (const milliseconds of pausesMs) {
    await pause(milliseconds);
    composed = await compose(bridge, endScreens);
    if (composed.ok || !isBroken(composed.error)) return composed;
  }
  return composed;
};

const setAside = async ({ journal }: Bridge): Promise<boolean> => {
  const contents = expectedOnly(await journal.contents({ of: "all" }));
  if (!contents.ok || contents.value.rows.length === 0) return false;
  return expectedOnly(await journal.setDatabaseAside()).ok;
};

/**
 * Opens the program. A database that does not open is copied aside and cleared, once, where there is a journal to fill an
 * empty one from; then the window starts anew and never answers here. Otherwise says why it does not open.
 */
export const openOrRebuild = async (opening: Opening): Promise<Result<Composed, OpenFailure>> => {
  const { bridge, memory, reload } = opening;
  const composed = await openPatiently(opening);
  if (composed.ok) memory.removeItem(triedKey);
  if (composed.ok || !isBroken(composed.error) || memory.getItem(triedKey) !== null) return composed;
  if (!(await setAside(bridge))) return composed;
  memory.setItem(triedKey, "yes");
  reload();
  return new Promise(() => undefined);
};
