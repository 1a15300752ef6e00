import { createRxDatabase, type MangoQuerySelector, type RxCollection } from "rxdb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { mostShown, type PeerEntry, peerEntries, wordPatterns } from "./peer-page";

/** RxDB's own query with regular expressions, on the storage the program uses. */
const anyText = { type: "string" } as const;
const schema = {
  version: 0,
  primaryKey: "key",
  type: "object",
  properties: { key: { type: "string", maxLength: 200 }, title: anyText, text: anyText, signs: anyText },
  required: ["key", "title", "text", "signs"],
} as const;

// What RxDB's documentation asks for where there is no Node.
Object.assign(window, { process: { env: {}, nextTick: (act: () => void) => queueMicrotask(act) } });

let entries: RxCollection<PeerEntry> | null = null;

const selectorOf = (text: string): MangoQuerySelector<PeerEntry> => ({
  $and: wordPatterns(text).map((word) => ({
    $or: (["title", "text", "signs"] as const).map((field) => ({
      [field]: { $regex: word, $options: "i" },
    })),
  })),
});

window.peer = {
  fill: async (kits) => {
    const database = await createRxDatabase({
      name: "peer",
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    const { collection } = await database.addCollections({ collection: { schema } });
    if (collection === undefined) throw new Error("no collection");
    entries = collection as unknown as RxCollection<PeerEntry>;
    for (const some of peerEntries(kits)) await entries.bulkInsert([...some]);
  },
  find: async (text) => {
    const before = performance.now();
    await entries?.find({ selector: selectorOf(text), limit: mostShown }).exec();
    return performance.now() - before;
  },
};
