import { simpleDiffString } from "lib0/diff";
import * as Y from "yjs";
import type { Hash, PersonId, SlotId } from "../../domain/ids";
import { slotIdSchema } from "../../domain/ids";
import type { PartWrap } from "../../domain/kit/part-wraps";
import type { SharedNote } from "../../domain/loop/kept-words";
import type { CardProgress, CoverageMark, HandOff } from "../../domain/loop/loop-view";
import type { SharedLine } from "../../domain/loop/shared-line";
import type { LoopDocMap } from "./names";
import { discussionName, loopDocMaps, nameOfNote, slotOfNotes } from "./names";
import type { LoopDocChange } from "./observe";
import { observeLoopDoc } from "./observe";
import { puttingBackUpdate } from "./restored-text";
import { linesOf, openPen, type SlotNotesPen, signWriting } from "./slot-notes";
import type { Stored, StoredKitPart } from "./values";
import {
  coverageFrom,
  entryFrom,
  handOffFrom,
  isSameValue,
  kitPartFrom,
  kitWrapFrom,
  noteWriterFrom,
  progressFrom,
  storedCoverage,
  storedHandOff,
  storedKitPart,
  storedKitWrap,
  storedProgress,
} from "./values";

/** A value that is in the document and is none of ours. It is left out of every reading and stays where it is. */
export interface DocProblem {
  readonly map: LoopDocMap;
  readonly key: string;
}

/** The exact bytes of one signed entry under the hash it claims; whoever reads them verifies both. */
export interface StoredEntry {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** One loop's shared document in plain data. Readings are fresh copies, sorted; writings are one transaction each. */
export interface LoopDoc {
  readonly entries: () => readonly StoredEntry[];
  readonly entry: (hash: string) => Uint8Array | null;
  readonly kitParts: () => readonly StoredKitPart[];
  /** Kit parts that are for some, each encrypted to one laptop. */
  readonly kitWraps: () => readonly PartWrap[];
  readonly coverage: () => readonly CoverageMark[];
  readonly progress: () => readonly CardProgress[];
  /** Oldest first by the writers' clocks. */
  readonly handOffs: () => readonly HandOff[];
  readonly discussion: (item: string) => string;
  /** What a slot's interviewers wrote together, line by line with who wrote it. */
  readonly slotNotes: (slotId: SlotId) => readonly SharedLine[];
  /** The slots that have shared notes, sorted. */
  readonly slotsWithNotes: () => readonly SlotId[];
  /** Opens a slot's shared notes for writing as this person; `close` forgets what could be undone. */
  readonly writeSlotNotes: (slotId: SlotId, personId: PersonId) => SlotNotesPen;
  readonly problems: () => readonly DocProblem[];
  /** Adds entries that are not there yet; what is under a hash is never replaced. */
  readonly putEntries: (entries: readonly { readonly hash: Hash; readonly bytes: Uint8Array }[]) => void;
  /** Adds parts that are not there yet. */
  readonly putKitParts: (parts: readonly StoredKitPart[]) => void;
  /** Puts parts that were verified in the place of whatever stands there, and takes out what is no part of the kit. */
  readonly restoreKitParts: (parts: readonly StoredKitPart[], strayPaths: readonly string[]) => void;
  /** Puts wraps of this laptop into their places. */
  readonly putKitWraps: (wraps: readonly PartWrap[]) => void;
  readonly markCoverage: (mark: CoverageMark) => void;
  readonly setProgress: (progress: CardProgress) => void;
  readonly addHandOff: (handOff: HandOff) => void;
  /**
   * Makes the note read `text` with the smallest edit, so that what others type meanwhile stays. `by` says whose typing it is,
   * in loops whose protocol knows that.
   */
  readonly setDiscussion: (item: string, text: string, by?: PersonId | null) => void;
  readonly note: (note: SharedNote) => string;
  /** Puts words into a note again that went out of it; once, on however many laptops that is done at the same time. */
  readonly putBack: (note: SharedNote, words: string) => void;
  /** Makes the writings within `write` one change: one message to every peer, one record on the disk. */
  readonly together: (write: () => void) => void;
  readonly observe: (listener: (change: LoopDocChange) => void) => () => void;
}

type Reader<Item> = (key: string, value: unknown) => Item | null;

/** How each map is read; a map without a reader does not compile. */
const readers: { readonly [Map in LoopDocMap]: Reader<unknown> } = {
  entries: entryFrom,
  kitParts: kitPartFrom,
  coverage: coverageFrom,
  progress: progressFrom,
  handOffs: handOffFrom,
  kitWraps: kitWrapFrom,
  noteWriters: noteWriterFrom,
};

const sortedKeys = (map: Y.Map<unknown>): readonly string[] => [...map.keys()].sort();

const readAll = <Item>(map: Y.Map<unknown>, reader: Reader<Item>): readonly Item[] =>
  sortedKeys(map).flatMap((key) => reader(key, map.get(key)) ?? []);

const problemsIn = (doc: Y.Doc, map: LoopDocMap): readonly DocProblem[] => {
  const held = doc.getMap(map);
  return sortedKeys(held)
    .filter((key) => readers[map](key, held.get(key)) === null)
    .map((key) => ({ map, key }));
};

const entriesIn = (map: Y.Map<unknown>): readonly StoredEntry[] =>
  readAll(map, (hash, value) => {
    const bytes = entryFrom(hash, value);
    return bytes === null ? null : { hash, bytes };
  });

const byTime = (one: HandOff, other: HandOff): number =>
  one.at.localeCompare(other.at) || one.id.localeCompare(other.id);

const editText = (text: Y.Text, next: string): void => {
  const { index, remove, insert } = simpleDiffString(text.toString(), next);
  if (remove > 0) text.delete(index, remove);
  if (insert !== "") text.insert(index, insert);
};

/** Opens a document as a loop. Top-level types are defined here, whatever the document holds so far. */
export const openLoopDoc = (doc: Y.Doc): LoopDoc => {
  const maps = new Map(loopDocMaps.map((name) => [name, doc.getMap(name)]));
  const map = (name: LoopDocMap): Y.Map<unknown> => maps.get(name) ?? doc.getMap(name);
  const set = (name: LoopDocMap, { key, value }: Stored): void => {
    // Writing what is there already would still grow the document.
    if (!isSameValue(map(name).get(key), value)) map(name).set(key, value);
  };
  const add = (name: LoopDocMap, items: readonly Stored[]): void => {
    const missing = items.filter(({ key }) => !map(name).has(key));
    if (missing.length === 0) return;
    doc.transact(() => {
      for (const item of missing) map(name).set(item.key, item.value);
    });
  };
  return {
    entries: () => entriesIn(map("entries")),
    entry: (hash) => entryFrom(hash, map("entries").get(hash)),
    kitParts: () => readAll(map("kitParts"), kitPartFrom),
    kitWraps: () => readAll(map("kitWraps"), kitWrapFrom),
    coverage: () => readAll(map("coverage"), coverageFrom),
    progress: () => readAll(map("progress"), progressFrom),
    handOffs: () => [...readAll(map("handOffs"), handOffFrom)].sort(byTime),
    discussion: (item) => doc.getText(discussionName(item)).toString(),
    slotNotes: (slotId) => linesOf(doc, slotId),
    slotsWithNotes: () =>
      [...doc.share.keys()]
        .flatMap((name) => slotIdSchema.safeParse(slotOfNotes(name)).data ?? [])
        .filter((slotId) => linesOf(doc, slotId).length > 0)
        .sort(),
    writeSlotNotes: (slotId, personId) => openPen(doc, slotId, personId),
    problems: () => loopDocMaps.flatMap((name) => problemsIn(doc, name)),
    putEntries: (entries) =>
      add(
        "entries",
        entries.map(({ hash, bytes }) => ({ key: hash, value: bytes })),
      ),
    putKitParts: (parts) => add("kitParts", parts.map(storedKitPart)),
    restoreKitParts: (parts, strayPaths) =>
      doc.transact(() => {
        for (const path of strayPaths) map("kitParts").delete(path);
        for (const part of parts) set("kitParts", storedKitPart(part));
      }),
    putKitWraps: (wraps) =>
      doc.transact(() => {
        for (const wrap of wraps) set("kitWraps", storedKitWrap(wrap));
      }),
    markCoverage: (mark) => set("coverage", storedCoverage(mark)),
    setProgress: (progress) => set("progress", storedProgress(progress)),
    addHandOff: (handOff) => add("handOffs", [storedHandOff(handOff)]),
    setDiscussion: (item, text, by = null) =>
      doc.transact(() => {
        if (by !== null) signWriting(doc, by);
        editText(doc.getText(discussionName(item)), text);
      }),
    note: (note) => doc.getText(nameOfNote(note)).toString(),
    putBack: (note, words) => {
      if (doc.getText(nameOfNote(note)).toString().includes(words)) return;
      Y.applyUpdate(doc, puttingBackUpdate(doc, nameOfNote(note), words));
    },
    together: (write) => doc.transact(write),
    observe: (listener) => observeLoopDoc(doc, listener),
  };
};
