import { simpleDiffStringWithCursor } from "lib0/diff";
import * as Y from "yjs";
import type { PersonId, SlotId } from "../../domain/ids";
import type { SharedLine } from "../../domain/loop/shared-line";
import { wellFormedText } from "../../domain/sealing/canonical-json";
import { slotNotesName } from "./names";
import { noteWriterFrom, storedNoteWriter } from "./values";

/** A place in the text that moves with what is typed before it. */
export type TextPlace = Uint8Array;

/** One person's hand on a slot's shared notes. */
export interface SlotNotesPen {
  readonly text: () => string;
  /** Makes the notes read `next` with the smallest edit; `cursor` tells which of equal letters was typed. */
  readonly edit: (next: string, cursor: number) => void;
  /** Takes back the last thing this laptop wrote here, and nothing that others wrote. False where there is nothing. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly placeAt: (index: number) => TextPlace;
  /** Where a place is now, or null where it is none of this text's. */
  readonly indexOf: (place: TextPlace) => number | null;
  readonly close: () => void;
}

const textOf = (doc: Y.Doc, slotId: SlotId): Y.Text => doc.getText(slotNotesName(slotId));

/** Whose typing each number is that Yjs gave a running program, by the word of the laptops. */
export const writersOf = (doc: Y.Doc): ReadonlyMap<number, PersonId> =>
  new Map(
    [...doc.getMap("noteWriters")].flatMap(([key, value]) => {
      const writer = noteWriterFrom(key, value);
      return writer === null ? [] : [[writer.clientId, writer.personId] as const];
    }),
  );

interface Piece {
  readonly text: string;
  readonly clientId: number;
}

/** What stands in the text, in order, by who typed it. */
const piecesOf = (text: Y.Text): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let item = text._start; item !== null; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString)
      pieces.push({ text: item.content.str, clientId: item.id.client });
  return pieces;
};

interface GrowingLine {
  text: string;
  readonly shares: Map<number, number>;
}

const growLines = (pieces: readonly Piece[]): readonly GrowingLine[] => {
  const lines: GrowingLine[] = [{ text: "", shares: new Map() }];
  for (const { text, clientId } of pieces)
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push({ text: "", shares: new Map() });
      const line = lines[lines.length - 1];
      if (line === undefined || part === "") continue;
      line.text += part;
      line.shares.set(clientId, (line.shares.get(clientId) ?? 0) + part.length);
    }
  return lines;
};

const writersIn = (line: GrowingLine, names: ReadonlyMap<number, PersonId>): PersonId[] => {
  const shares = new Map<PersonId, number>();
  for (const [clientId, length] of line.shares) {
    const personId = names.get(clientId);
    if (personId !== undefined) shares.set(personId, (shares.get(personId) ?? 0) + length);
  }
  return [...shares].sort(([, one], [, other]) => other - one).map(([personId]) => personId);
};

/** The shared notes of a slot, each line with its writers; none where nothing was written. */
export const linesOf = (doc: Y.Doc, slotId: SlotId): readonly SharedLine[] => {
  const text = textOf(doc, slotId);
  if (text.length === 0) return [];
  const names = writersOf(doc);
  return growLines(piecesOf(text)).map((line) => ({ text: line.text, writers: writersIn(line, names) }));
};

/** Where a place is now, or null where it is none of this text's. */
export const indexOfPlace = (doc: Y.Doc, slotId: SlotId, place: TextPlace): number | null => {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(place), doc);
    return found !== null && found.type === textOf(doc, slotId) ? found.index : null;
  } catch {
    // A colleague's laptop may send anything as a place.
    return null;
  }
};

/** Says whose typing this running program's is, before the first of it. */
export const signWriting = (doc: Y.Doc, personId: PersonId): void => {
  const { key, value } = storedNoteWriter({ clientId: doc.clientID, personId });
  const writers = doc.getMap("noteWriters");
  if (writers.get(key) !== value) writers.set(key, value);
};

/** Opens the notes for writing; what is written from now on can be taken back until `close`. */
export const openPen = (doc: Y.Doc, slotId: SlotId, personId: PersonId): SlotNotesPen => {
  const text = textOf(doc, slotId);
  const own = Symbol("this pen");
  const undoing = new Y.UndoManager(text, { trackedOrigins: new Set([own]), captureTimeout: 500 });
  const sign = (): void => signWriting(doc, personId);
  const edit = (next: string, cursor: number): void => {
    const { index, remove, insert } = simpleDiffStringWithCursor(
      text.toString(),
      wellFormedText(next),
      cursor,
    );
    if (remove === 0 && insert === "") return;
    doc.transact(() => {
      if (insert !== "") sign();
      if (remove > 0) text.delete(index, remove);
      if (insert !== "") text.insert(index, insert);
    }, own);
  };
  return {
    text: () => text.toString(),
    edit,
    undo: () => undoing.undo() !== null,
    redo: () => undoing.redo() !== null,
    placeAt: (index) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, -1)),
    indexOf: (place) => indexOfPlace(doc, slotId, place),
    close: () => undoing.destroy(),
  };
};
