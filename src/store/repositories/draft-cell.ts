import type { Card } from "../../domain/card/card";
import type { Live, Loadable } from "../../domain/live";
import { liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { whileListening } from "../live/live-load";
import { createQueuedWriter } from "../live/queued-writer";

/** A draft as it lies on the disk. */
export interface StoredDraft {
  readonly card: Card;
  readonly savedAt: string;
}

/** The newest card and whether it is on the disk: `saved` only once its write is durable. */
export interface DraftState {
  readonly card: Card;
  readonly save: "saved" | "saving" | "failed";
  /** When the last durable write happened; null before the first. */
  readonly savedAt: string | null;
  /** How often a newer copy from elsewhere took the card's place; absent is never. */
  readonly replaced?: number;
}

/** One draft card: what is shown, what is being written, what is on the disk. */
export interface DraftCell {
  /** Null: there is no draft yet. Read from the disk when the first listener comes. */
  readonly live: Live<Loadable<DraftState | null>>;
  readonly save: (card: Card) => Promise<Result<void, StoreFailure>>;
  /** As `save`, for a card that nobody wrote here: whoever shows the card starts anew from it. */
  readonly replace: (card: Card) => Promise<Result<void, StoreFailure>>;
  readonly discard: () => Promise<Result<void, StoreFailure>>;
  /** Writes again what could not be written. */
  readonly retry: () => void;
  readonly whenIdle: () => Promise<void>;
  /** True while a screen shows it or a write is not done. */
  readonly isInUse: () => boolean;
}

export interface DraftDisk {
  readonly read: () => Promise<Result<StoredDraft | null, StoreFailure>>;
  /** Null removes the draft. Resolves when the disk has it. */
  readonly write: (card: Card | null) => Promise<Result<StoredDraft | null, StoreFailure>>;
}

const ready = (value: DraftState | null): Loadable<DraftState | null> => ({ state: "ready", value });

export const createDraftCell = (disk: DraftDisk): DraftCell => {
  const cell = liveCell<Loadable<DraftState | null>>({ state: "loading" });
  let listening = false;
  let unwritten = 0;

  const shown = (): DraftState | null => {
    const known = cell.get();
    return known.state === "ready" ? known.value : null;
  };

  const load = async (): Promise<void> => {
    const stored = await disk.read();
    // A save that came meanwhile is newer than the disk.
    if (cell.get().state === "ready") return;
    if (!stored.ok) cell.set({ state: "failed", error: stored.error });
    else cell.set(ready(stored.value && { ...stored.value, save: "saved" }));
  };

  const settle = (card: Card, written: Result<StoredDraft | null, StoreFailure>): void => {
    const state = shown();
    if (state === null) return;
    const savedAt = written.ok ? (written.value?.savedAt ?? null) : state.savedAt;
    const isNewest = state.card === card;
    cell.set(ready({ ...state, savedAt, save: isNewest ? (written.ok ? "saved" : "failed") : "saving" }));
  };

  const writeDown = async (card: Card | null): Promise<Result<void, StoreFailure>> => {
    const written = await disk.write(card);
    if (card !== null) settle(card, written);
    return written.ok ? ok(undefined) : written;
  };
  const writer = createQueuedWriter(writeDown, (_waiting, newer) => newer);

  const write = async (card: Card | null): Promise<Result<void, StoreFailure>> => {
    unwritten += 1;
    try {
      return await writer.save(card);
    } finally {
      unwritten -= 1;
    }
  };

  const put = (card: Card, times: number): Promise<Result<void, StoreFailure>> => {
    const replaced = (shown()?.replaced ?? 0) + times;
    const state: DraftState = { card, save: "saving", savedAt: shown()?.savedAt ?? null };
    cell.set(ready(replaced === 0 ? state : { ...state, replaced }));
    return write(card);
  };

  return {
    live: {
      get: cell.get,
      subscribe: whileListening(cell.subscribe, () => {
        listening = true;
        if (cell.get().state !== "ready") void load();
        return () => {
          listening = false;
        };
      }),
    },
    save: (card) => put(card, 0),
    replace: (card) => put(card, 1),
    discard: () => {
      cell.set(ready(null));
      return write(null);
    },
    retry: () => {
      const state = shown();
      // It stays shown as failed until it is written: a full disk may refuse it many times.
      if (state?.save === "failed") void write(state.card);
      else if (cell.get().state === "failed" && listening) void load();
    },
    whenIdle: writer.whenIdle,
    isInUse: () => listening || unwritten > 0 || shown()?.save === "failed",
  };
};
