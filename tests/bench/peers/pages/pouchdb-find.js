import PouchDB from "pouchdb-browser";
import Find from "pouchdb-find";
import { mostShown, peerEntries, wordPatterns } from "../../library/peer-page";

/** PouchDB's find with regular expressions, over its IndexedDB adapter. */
PouchDB.plugin(Find);
const database = new PouchDB("peer");

const selectorOf = (text) => ({
  $and: wordPatterns(text).map((word) => ({
    $or: ["title", "text", "signs"].map((field) => ({ [field]: { $regex: new RegExp(word, "i") } })),
  })),
});

window.peer = {
  fill: async (kits) => {
    for (const some of peerEntries(kits))
      await database.bulkDocs(some.map(({ key, ...entry }) => ({ _id: key, ...entry })));
  },
  find: async (text) => {
    const before = performance.now();
    await database.find({ selector: selectorOf(text), limit: mostShown });
    return performance.now() - before;
  },
};
