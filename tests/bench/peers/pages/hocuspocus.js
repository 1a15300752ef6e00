import { HocuspocusProvider } from "@hocuspocus/provider";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { nextMoment } from "./moment.js";

/** Yjs through a Hocuspocus server, with y-indexeddb as the copy on this laptop. */
const moment = nextMoment();
const doc = new Y.Doc();
const marks = doc.getMap("coverage");

window.bench = {
  start: async ({ laptop, server }) => {
    await new IndexeddbPersistence(`peer-${laptop}`, doc).whenSynced;
    marks.observe((_event, transaction) => {
      if (!transaction.local) moment.note();
    });
    const provider = new HocuspocusProvider({ url: server, name: "bench", document: doc });
    await new Promise((done) => provider.on("synced", done));
  },
  edit: (question) => {
    const before = performance.now();
    marks.set(`morning/q-${question}/ana`, {
      slotId: "morning",
      questionId: `q-${question}`,
      personId: "ana",
      state: "asked",
    });
    return before;
  },
  watch: moment.watch,
  seen: moment.seen,
};
