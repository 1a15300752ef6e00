import { HocuspocusProvider } from "@hocuspocus/provider";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { markOf, nextMoment } from "../../sync/bench-page";

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
    const { key, mark } = markOf(question);
    const before = performance.now();
    marks.set(key, mark);
    return before;
  },
  watch: moment.watch,
  seen: moment.seen,
};
