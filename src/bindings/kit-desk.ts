import { applyEdit } from "../domain/kit/edit/apply-edit";
import type { EditRefusal, KitEdit } from "../domain/kit/edit/kit-edit";
import { type KitHistory, redone, startHistory, undone, withEdit } from "../domain/kit/edit/kit-history";
import { type KitConflict, mergeKits } from "../domain/kit/edit/merge-kits";
import { isSame, type Preference } from "../domain/kit/edit/merge-values";
import type { Kit } from "../domain/kit/kit";
import { type Live, liveCell } from "../domain/live";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./services";

/** What stands in the way; a refusal concerns the last act alone, the others what is not saved yet. */
export type DeskTrouble =
  | { readonly kind: "refused"; readonly refusal: EditRefusal }
  | { readonly kind: "conflict"; readonly conflict: KitConflict }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface DeskState {
  readonly kit: Kit;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** `saved` means that the write is durable. */
  readonly save: "saved" | "saving" | "failed";
  readonly trouble: DeskTrouble | null;
}

/** A kit on the desk: every change is shown at once, saved by itself and can be taken back. */
export interface KitDesk extends Live<DeskState> {
  /** Edits with one group, without a pause between them, are one step. Answers the kit afterwards. */
  readonly change: (edit: KitEdit, group?: string) => Kit;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Tries again to save; with a preference, where two windows changed the same. */
  readonly retry: (preference?: Preference) => void;
  /** Takes in what another window, or another screen, wrote. */
  readonly takeIn: (stored: Kit) => void;
  /** Resolves when nothing is being saved. */
  readonly whenIdle: () => Promise<void>;
}

interface DeskParts {
  /** The kit as it is stored. */
  readonly stored: Kit;
  /** Writes what `act` makes of the kit as it is stored then. */
  readonly write: (act: (stored: Kit) => Result<Kit, Failure>) => Promise<Result<Kit, Failure>>;
  /** Milliseconds on a clock that only goes forward. */
  readonly nowMs: () => number;
}

const isConflict = (failure: Failure): failure is KitConflict & Failure =>
  failure.type === "changedElsewhere" || failure.type === "removedElsewhere";

const troubleOf = (failure: Failure): DeskTrouble =>
  isConflict(failure) ? { kind: "conflict", conflict: failure } : { kind: "failed", failure };

/** What kept something from being saved is over; a refusal and a conflict stay until the next act. */
const afterSaving = (trouble: DeskTrouble | null): DeskTrouble | null =>
  trouble?.kind === "failed" ? null : trouble;

/** Opens a desk over a stored kit. */
export const createKitDesk = ({ stored, write, nowMs }: DeskParts): KitDesk => {
  let base = stored;
  let history: KitHistory = startHistory(stored);
  let saving: Promise<void> | null = null;
  let preference: Preference = "neither";
  const cell = liveCell<DeskState>({
    kit: stored,
    canUndo: false,
    canRedo: false,
    save: "saved",
    trouble: null,
  });

  const show = (changed: Partial<DeskState>): void =>
    cell.set({
      ...cell.get(),
      kit: history.kit,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      ...changed,
    });

  /** What is stored now, with what was changed here since `mine`. */
  const onto = (mine: Kit, now: Kit): void => {
    const merged = mergeKits(mine, history.kit, now, "mine");
    base = now;
    if (merged.ok && !isSame(merged.value, history.kit)) history = { ...history, kit: merged.value };
  };

  const saveOnce = async (): Promise<boolean> => {
    const [from, mine, prefer] = [base, history.kit, preference];
    const isRead = isSame(from, mine);
    const written = await write((now) => (isRead ? ok(now) : mergeKits(from, mine, now, prefer)));
    if (!written.ok) {
      show({ save: "failed", trouble: troubleOf(written.error) });
      return false;
    }
    preference = "neither";
    onto(mine, written.value);
    return true;
  };

  const saveAll = async (): Promise<void> => {
    while (!isSame(history.kit, base)) if (!(await saveOnce())) return;
    show({ save: "saved", trouble: afterSaving(cell.get().trouble) });
  };

  const save = (): void => {
    if (saving !== null) return;
    if (!isSame(history.kit, base)) show({ save: "saving" });
    saving = saveAll().finally(() => {
      saving = null;
    });
  };

  const step = (stepped: ReturnType<typeof undone>): void => {
    history = stepped.ok ? stepped.value : stepped.error.history;
    show({ trouble: stepped.ok ? null : { kind: "conflict", conflict: stepped.error } });
    save();
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    change: (edit, group) => {
      const edited = applyEdit(history.kit, edit);
      if (!edited.ok) {
        show({ trouble: { kind: "refused", refusal: edited.error } });
        return history.kit;
      }
      if (!isSame(edited.value, history.kit))
        history = withEdit(history, edited.value, group ?? null, nowMs());
      show({ trouble: null });
      save();
      return history.kit;
    },
    undo: () => step(undone(history)),
    redo: () => step(redone(history)),
    retry: (wanted = "neither") => {
      preference = wanted;
      show({ trouble: null });
      save();
    },
    takeIn: (now) => {
      // While something is saved the writing itself meets what is stored.
      if (saving !== null) return;
      if (isSame(now, base)) {
        // A store that speaks again after a write failed may have been opened anew, with room.
        if (cell.get().trouble?.kind === "failed") save();
        return;
      }
      // It may be older than what was written since; only the store's own turn tells what is stored.
      saving = saveOnce().then((isSaved) => {
        saving = null;
        if (isSaved) show({});
        if (isSaved && !isSame(history.kit, base)) save();
      });
    },
    whenIdle: async () => {
      while (saving !== null) await saving;
    },
  };
};
