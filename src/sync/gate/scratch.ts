import * as Y from "yjs";
import { isLoopDocName, isSharedText } from "../loop-doc/names";
import { defaultGateLimits } from "./limits";
import type { GateReason } from "./refusal";

/** A second copy of a document on which a peer's update is tried first. */
export interface Scratch {
  /**
   * Null where the update applied; otherwise why not, and the copy is as if it had never come. What waits for a
   * missing predecessor may not grow to more than `maxWaiting` bytes.
   */
  readonly attempt: (update: Uint8Array, maxWaiting: number) => GateReason | null;
  /** Lets go of the copy, and with it of everything that was tried; the next attempt makes a new one. */
  readonly forget: () => void;
  readonly close: () => void;
}

/** Bytes of what waits in `doc` for something that is missing. */
const waitingBytes = ({ store }: Y.Doc): number =>
  (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0);

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/** True for every laptop alike, whatever it held before: refusing it parts nobody from anybody honest. */
const hasEndlessNote = (doc: Y.Doc, maxUnits: number): boolean =>
  [...doc.share.keys()].some((name) => isSharedText(name) && doc.getText(name).length > maxUnits);

/**
 * Follows `doc`. Yjs applies part of a bad update before it throws, and keeps what lacks a predecessor for ever in
 * every snapshot; here both happen to the copy, which is then made anew.
 */
export const openScratch = (doc: Y.Doc, maxNoteUnits = defaultGateLimits.noteUnits): Scratch => {
  let copy: Y.Doc | null = null;

  const current = (): Y.Doc => {
    copy ??= copyOf(doc);
    return copy;
  };
  const forget = (): void => {
    copy?.destroy();
    copy = null;
  };
  const follow = (update: Uint8Array): void => {
    if (copy !== null) Y.applyUpdate(copy, update);
  };
  const reasonAgainst = (update: Uint8Array, maxWaiting: number): GateReason | null => {
    const tried = current();
    const waiting = waitingBytes(tried);
    try {
      Y.applyUpdate(tried, update);
    } catch {
      return "notAnUpdate";
    }
    const waits = waitingBytes(tried);
    if (waits > waiting && waits > maxWaiting) return "gap";
    if (![...tried.share.keys()].every(isLoopDocName)) return "foreignName";
    return hasEndlessNote(tried, maxNoteUnits) ? "noteTooLong" : null;
  };

  doc.on("update", follow);
  return {
    attempt: (update, maxWaiting) => {
      const reason = reasonAgainst(update, maxWaiting);
      if (reason !== null) forget();
      return reason;
    },
    forget,
    close: () => {
      doc.off("update", follow);
      forget();
    },
  };
};
