import type { Failure } from "../../../bindings/services";
import type { LoopId } from "../../../domain/ids";
import type { Result } from "../../../domain/result";
import type { StoreFailure } from "../../../store/failure";
import type { Store } from "../../../store/open-store";
import { borrowedLoopsIn, wipingSetting } from "./borrowed-setting";

export interface ForgetParts {
  readonly store: Pick<Store, "settings" | "closeSubject"> & {
    readonly loops: Pick<Store["loops"], "one">;
    readonly drafts: Pick<Store["drafts"], "ofLoop">;
    readonly heldDrafts: Pick<Store["heldDrafts"], "ofLoop">;
    readonly envelopes: Pick<Store["envelopes"], "ofLoop">;
    readonly records: Pick<Store["records"], "ofLoop">;
    readonly loopUpdates: Pick<Store["loopUpdates"], "load">;
  };
  /** Erases the loop's key and secrets in main, which may be made again, and forgets there that it was borrowed. */
  readonly forgetJoining: (loopId: LoopId) => Promise<Result<unknown, Failure>>;
}

interface Readout {
  readonly rows: readonly unknown[];
  readonly unreadable: readonly unknown[];
}

const isEmpty = (read: Result<Readout, StoreFailure>): boolean =>
  read.ok && read.value.rows.length === 0 && read.value.unreadable.length === 0;

/**
 * Nothing of the loop ever came to lie here: neither its row nor anything that is read with its key, as where the row alone was
 * lost. Not where that cannot be read.
 */
const isNothingThere = async ({ store }: ForgetParts, loopId: LoopId): Promise<boolean> => {
  const loop = await store.loops.one(loopId);
  if (!loop.ok || loop.value !== null) return false;
  const parts = [store.drafts, store.heldDrafts, store.envelopes, store.records];
  for (const part of parts) if (!isEmpty(await part.ofLoop(loopId))) return false;
  const log = await store.loopUpdates.load(loopId);
  return log.ok && log.value.updates.length === 0 && log.value.unreadable.length === 0;
};

/** What the next joining needs is made anew; the note goes last, so that a crash half-way is met at the next start. */
const forget = async ({ store, forgetJoining }: ForgetParts, loopId: LoopId): Promise<void> => {
  const forgotten = await forgetJoining(loopId);
  if (!forgotten.ok) return;
  store.closeSubject(loopId);
  await store.settings.removeAll((key) => key.endsWith(`.${loopId}`));
};

/**
 * Forgets joinings on this borrowed laptop that broke off after they were noted: the laptop would count as borrowed for ever, and
 * its owner be without a recovery key. Whoever's it was may join that loop here again. Asked at the start, before anybody can be joining.
 */
export const forgetBegunJoinings = async (parts: ForgetParts): Promise<void> => {
  for (const loopId of await borrowedLoopsIn(parts.store.settings)) {
    const wiping = await parts.store.settings.get(wipingSetting(loopId));
    // A wiping that could not be finished goes on at the next start, by the note it left.
    if (!wiping.ok || wiping.value !== null) continue;
    if (await isNothingThere(parts, loopId)) await forget(parts, loopId);
  }
};
