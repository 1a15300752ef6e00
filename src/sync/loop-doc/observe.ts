import type * as Y from "yjs";
import type { LoopDocMap } from "./names";
import { discussionItemOf, isLoopDocMap, slotOfNotes } from "./names";

/** What one transaction changed: keys by map, debrief notes, slots' shared notes. Parts that did not change have no key. */
export interface LoopDocChange {
  readonly maps: ReadonlyMap<LoopDocMap, ReadonlySet<string>>;
  readonly discussions: ReadonlySet<string>;
  /** Slots whose shared notes changed. */
  readonly slotNotes: ReadonlySet<string>;
  /** False where another laptop or the disk brought it. */
  readonly local: boolean;
}

const keysOf = (changed: ReadonlySet<string | null>): ReadonlySet<string> =>
  new Set([...changed].filter((key) => key !== null));

const changeOf = (doc: Y.Doc, transaction: Y.Transaction): LoopDocChange => {
  const maps = new Map<LoopDocMap, ReadonlySet<string>>();
  const discussions = new Set<string>();
  const slotNotes = new Set<string>();
  for (const [name, type] of doc.share) {
    const changed = transaction.changed.get(type);
    if (changed === undefined) continue;
    const item = discussionItemOf(name);
    const slotId = slotOfNotes(name);
    if (item !== null) discussions.add(item);
    else if (slotId !== null) slotNotes.add(slotId);
    else if (isLoopDocMap(name)) maps.set(name, keysOf(changed));
  }
  return { maps, discussions, slotNotes, local: transaction.local };
};

const changes = new WeakMap<Y.Transaction, LoopDocChange>();

/** Found once: a listener that reads a text for the first time puts another object in its place, which the next would miss. */
const changeOnce = (doc: Y.Doc, transaction: Y.Transaction): LoopDocChange => {
  const change = changes.get(transaction) ?? changeOf(doc, transaction);
  changes.set(transaction, change);
  return change;
};

/** Calls `listener` once after every transaction that changed something; returns its undo. */
export const observeLoopDoc = (
  doc: Y.Doc,
  listener: (change: LoopDocChange, transaction: Y.Transaction) => void,
): (() => void) => {
  const onTransaction = (transaction: Y.Transaction): void => {
    const change = changeOnce(doc, transaction);
    if (change.maps.size + change.discussions.size + change.slotNotes.size > 0) listener(change, transaction);
  };
  doc.on("afterTransaction", onTransaction);
  return () => doc.off("afterTransaction", onTransaction);
};
