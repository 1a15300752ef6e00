import * as Y from "yjs";
import type { DeviceId, PersonId } from "../../domain/ids";
import type { SharedNote, ShortenedNote } from "../../domain/loop/kept-words";
import { discussionName, isSharedText, noteNamed, slotNotesName } from "../loop-doc/names";
import { observeLoopDoc } from "../loop-doc/observe";
import { writersOf } from "../loop-doc/slot-notes";

/** What a colleague's laptop took out of a shared text since it began to, within one window of time. */
export interface WordsTaken extends ShortenedNote {
  readonly note: SharedNote;
  /** Whose changes they were; null where that was not one laptop, or they came with what this one had missed. */
  readonly deviceId: DeviceId | null;
  /** By whose word it was that laptop's; null where it came over that laptop's own connection, or nobody is named. */
  readonly passedBy: DeviceId | null;
}

export interface WatchWordsOptions {
  /** Over whose connection a change is just coming. */
  readonly speaker: () => DeviceId | null;
  /** Whose change that is, by the speaker's word; null where that cannot be told. */
  readonly author: () => DeviceId | null;
  readonly onTaken: (taken: WordsTaken) => void;
  /** Milliseconds that only go forward; tests pass their own. */
  readonly now?: () => number;
}

/** Whoever takes words out letter by letter takes them out all the same. */
const windowMs = 10 * 60_000;

interface Window {
  readonly since: number;
  readonly before: string;
  /** What of the text was there when the window began: how far each client had written. */
  readonly known: ReadonlyMap<number, number>;
  readonly lost: Map<PersonId | null, number>;
  /** Whose changes took something out. */
  readonly authors: Set<DeviceId | null>;
}

/** How many units a transaction took out of each text, by the client that had written them; without what is newer than `known`. */
const removedIn = (
  transaction: Y.Transaction,
  text: Y.Text,
  known: Window["known"],
): ReadonlyMap<number, number> => {
  const removed = new Map<number, number>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    const { client, clock } = struct.id;
    if (!(struct instanceof Y.Item) || struct.parent !== text || clock >= (known.get(client) ?? 0)) return;
    removed.set(client, (removed.get(client) ?? 0) + struct.length);
  });
  return removed;
};

/**
 * Tells of every change by others that takes words out of a shared text: what it said before, what is left, and who had
 * written what went. Changes of one text that come over one laptop's connection within ten minutes count together: whose they are
 * is that laptop's word, which may be another each time. Changes nothing. Returns the undo.
 */
export const watchWords = (
  doc: Y.Doc,
  { speaker, author, onTaken, ...options }: WatchWordsOptions,
): (() => void) => {
  const now = options.now ?? (() => performance.now());
  const said = new Map(
    [...doc.share.keys()].filter(isSharedText).map((name) => [name, doc.getText(name).toString()]),
  );
  const windows = new Map<string, Window>();

  const forgetOld = (): void => {
    for (const [key, { since }] of windows) if (now() - since >= windowMs) windows.delete(key);
  };
  const windowOf = (key: string, before: string, known: Window["known"]): Window => {
    forgetOld();
    const open = windows.get(key);
    // The longest it was: one letter taken out early must not hide what was written since.
    if (open !== undefined && before.length <= open.before.length) return open;
    const fresh = { since: now(), before, known, lost: new Map(), authors: new Set<DeviceId | null>() };
    windows.set(key, fresh);
    return fresh;
  };
  const look = (transaction: Y.Transaction, name: string): void => {
    const text = doc.getText(name);
    const [before, after] = [said.get(name) ?? "", text.toString()];
    said.set(name, after);
    const note = noteNamed(name);
    if (transaction.local || before === "" || note === null) return;
    const by = speaker();
    const key = `${by} ${name}`;
    const window = windowOf(key, before, transaction.beforeState);
    const removed = removedIn(transaction, text, window.known);
    // A window is of no use before something went: what is written meanwhile belongs to what is kept.
    if (window.lost.size === 0 && removed.size === 0) windows.delete(key);
    if (removed.size === 0) return;
    const writers = writersOf(doc);
    for (const [client, units] of removed) {
      const writer = writers.get(client) ?? null;
      window.lost.set(writer, (window.lost.get(writer) ?? 0) + units);
    }
    window.authors.add(author());
    const [deviceId = null] = window.authors.size === 1 ? window.authors : [];
    const passedBy = deviceId === null || deviceId === by ? null : by;
    onTaken({ note, deviceId, passedBy, before: window.before, after, lost: window.lost });
  };
  return observeLoopDoc(doc, ({ discussions, slotNotes }, transaction) => {
    const names = [...[...discussions].map(discussionName), ...[...slotNotes].map(slotNotesName)];
    for (const name of names) look(transaction, name);
  });
};
