import * as Y from "yjs";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { timestampSchema } from "../../../src/domain/ids";
import { entryToBytes } from "../../../src/domain/sealing/wire";
import { type LoopDoc, openLoopDoc } from "../../../src/sync/loop-doc/loop-doc";
import { personId } from "../../support/builders/record";
import { textOf } from "../day-text";
import { dayEntries, panel, questionIds, slotOf } from "./day-entries";

const handOffs = 40;
const handOffCharacters = 180;
const items = 20;
/** Each item's note, typed by turns in bursts. */
const noteCharacters = 300;
const burst = 15;

interface Laptop {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly loop: LoopDoc;
}

/** Laptops that hear of each other's changes at once. */
const laptops = (): readonly Laptop[] => {
  const all = panel.map((name, index) => {
    const doc = new Y.Doc();
    // Otherwise the size would differ a little from run to run.
    doc.clientID = 1_000_000_000 + index;
    return { name, doc, loop: openLoopDoc(doc) };
  });
  for (const one of all)
    one.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "a colleague") return;
      for (const other of all) if (other !== one) Y.applyUpdate(other.doc, update, "a colleague");
    });
  return all;
};

const score = ({ name, loop }: Laptop): void => {
  const [slotId, person] = [slotOf(name).slotId, personId(name)];
  for (const [index, questionId] of questionIds.entries())
    loop.together(() => {
      loop.markCoverage({ slotId, questionId, personId: person, state: "asked" });
      loop.setProgress({ slotId, personId: person, answered: index + 1, of: questionIds.length });
    });
};

const at = timestampSchema.parse("2026-11-23T10:00:00.000Z");

const handOver = (all: readonly Laptop[]): void => {
  for (let index = 0; index < handOffs; index += 1) {
    const from = all[index % all.length] as Laptop;
    from.loop.addHandOff({
      id: `note-${index}`,
      from: personId(from.name),
      to: null,
      text: textOf(handOffCharacters),
      at,
    });
  }
};

const discuss = (all: readonly Laptop[]): void => {
  const text = textOf(noteCharacters);
  for (let item = 0; item < items; item += 1)
    for (let end = burst; end <= text.length; end += burst)
      all[(end / burst) % all.length]?.loop.setDiscussion(`item-${item}`, text.slice(0, end));
};

const sharedTexts = (loop: LoopDoc): number =>
  JSON.stringify({
    coverage: loop.coverage(),
    progress: loop.progress(),
    handOffs: loop.handOffs(),
    discussion: Array.from({ length: items }, (_, item) => loop.discussion(`item-${item}`)),
  }).length;

/** The document after a panel's full day, and what of it is text or sealed card. Bytes. */
export const dayDocument = () => {
  const all = laptops();
  const [first] = all;
  if (first === undefined) throw new Error("no laptop");
  const { cards, all: entries } = dayEntries();
  for (const laptop of all) score(laptop);
  handOver(all);
  const bytesOf = (entry: (typeof entries)[number]) => entryToBytes(entry.entry, nodeCrypto);
  for (const [index, entry] of entries.entries())
    all[index % all.length]?.loop.putEntries([{ hash: entry.hash, bytes: bytesOf(entry) }]);
  discuss(all);
  return {
    document: Y.encodeStateAsUpdateV2(first.doc).length,
    texts: sharedTexts(first.loop),
    cards: cards.reduce((sum, card) => sum + bytesOf(card).length, 0),
    entries: entries.reduce((sum, entry) => sum + bytesOf(entry).length, 0),
    count: entries.length,
  };
};
