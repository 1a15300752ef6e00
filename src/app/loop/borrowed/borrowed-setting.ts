import { z } from "zod";
import type { Failure } from "../../../bindings/services";
import { type Hash, hashSchema, type LoopId, loopIdSchema } from "../../../domain/ids";
import { err, ok, type Result } from "../../../domain/result";
import type { Setting, SettingRepository } from "../../../store/repositories/setting-repository";

const borrowedPrefix = "borrowed.";

/** Whether the loop's person said that this laptop is borrowed. Names no person and no candidate. */
export const borrowedSetting = (loopId: LoopId): Setting<boolean> => ({
  key: `${borrowedPrefix}${loopId}`,
  schema: z.boolean(),
  fallback: false,
});

export interface NotingParts {
  readonly store: { readonly settings: Pick<SettingRepository, "put"> };
  /** Tells main, which makes no recovery key from then on. */
  readonly lockRecovery: (loopId: LoopId) => Promise<Result<unknown, Failure>>;
}

/** Writes down that a loop's person borrowed this laptop: in main first, so that no crash leaves it unlocked. */
export const noteBorrowed = async (
  { store, lockRecovery }: NotingParts,
  loopId: LoopId,
): Promise<Result<void, Failure>> => {
  const locked = await lockRecovery(loopId);
  if (!locked.ok) return locked;
  const noted = await store.settings.put(borrowedSetting(loopId), true);
  return noted.ok ? ok(undefined) : err({ ...noted.error });
};

/** Tells main of every borrowed loop, whose own list may be of an older program or have been damaged. */
export const noteBorrowedAgain = async ({
  store,
  lockRecovery,
}: Pick<NotingParts, "lockRecovery"> & {
  readonly store: { readonly settings: Pick<SettingRepository, "keys"> };
}): Promise<void> => {
  // What fails here is said where the loop is opened, which asks for the same.
  for (const loopId of await borrowedLoopsIn(store.settings)) await lockRecovery(loopId);
};

/** The loops that were noted as borrowed here; none where that cannot be read. */
export const borrowedLoopsIn = async (
  settings: Pick<SettingRepository, "keys">,
): Promise<readonly LoopId[]> => {
  const keys = await settings.keys();
  return (keys.ok ? keys.value : [])
    .filter((key) => key.startsWith(borrowedPrefix))
    .flatMap((key) => loopIdSchema.safeParse(key.slice(borrowedPrefix.length)).data ?? []);
};

/** Whether a loop on this laptop is somebody's who borrowed it; also where that cannot be read, since words must not stay. */
export const hasBorrowedLoop = async (settings: Pick<SettingRepository, "keys">): Promise<boolean> => {
  const keys = await settings.keys();
  return !keys.ok || keys.value.some((key) => key.startsWith(borrowedPrefix));
};

/** Whether a loop other than this one is somebody's who borrowed the laptop; not where that cannot be read. */
export const hasOtherBorrowedLoop = async (
  settings: Pick<SettingRepository, "keys">,
  loopId: string,
): Promise<boolean> => {
  const keys = await settings.keys();
  return keys.ok && keys.value.some((key) => key.startsWith(borrowedPrefix) && key !== `borrowed.${loopId}`);
};

/** What is left to do of a wiping beside what every loop has: its frozen kit, known only while the loop was open. */
export interface Wiping {
  readonly kitRoot: Hash | null;
}

/**
 * Stands while a loop is being taken off this laptop, so that a crash half-way is finished at the next start. `true` is how
 * it was first written, without the kit.
 */
export const wipingSetting = (loopId: LoopId): Setting<Wiping | null> => ({
  key: `${wipingPrefix}${loopId}`,
  schema: z.union([
    z.boolean().transform((isWiping) => (isWiping ? { kitRoot: null } : null)),
    z.object({ kitRoot: hashSchema.nullable() }),
    z.null(),
  ]),
  fallback: null,
});

export const wipingPrefix = "wiping.";
