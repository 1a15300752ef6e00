import { createRxDatabase, type RxCollection } from "rxdb";
import { getConnectionHandlerSimplePeer, replicateWebRTC } from "rxdb/plugins/replication-webrtc";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { nextMoment } from "./bench-page";

/** RxDB's own WebRTC replication, on the same storage with the same strict durability. */
interface Mark {
  readonly id: string;
  readonly state: string;
}

const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: { id: { type: "string", maxLength: 40 }, state: { type: "string" } },
  required: ["id", "state"],
} as const;

// What RxDB's documentation asks for where there is no Node; a microtask is the quickest there is.
Object.assign(window, {
  process: {
    env: {},
    nextTick: (act: (...given: readonly unknown[]) => void, ...given: readonly unknown[]) =>
      queueMicrotask(() => act(...given)),
  },
});

const moment = nextMoment();
let marks: RxCollection<Mark> | null = null;

window.bench = {
  start: async ({ laptop, server }) => {
    const storage = getRxStorageDexie({ chromeTransactionDurability: "strict" });
    const database = await createRxDatabase({ name: `peer-${laptop}`, storage, multiInstance: false });
    const { collection } = await database.addCollections({ collection: { schema } });
    if (collection === undefined) throw new Error("no collection");
    marks = collection as unknown as RxCollection<Mark>;
    marks.insert$.subscribe(({ documentId }) => {
      if (!documentId.startsWith(`${laptop}-`)) moment.note();
    });
    await replicateWebRTC({
      collection: marks,
      topic: "panelbook-bench",
      connectionHandlerCreator: getConnectionHandlerSimplePeer({
        signalingServerUrl: server,
        config: { iceServers: [] },
      }),
      pull: {},
      push: {},
    });
  },
  edit: (question) => {
    const before = performance.now();
    void marks?.insert({ id: `0-${question}`, state: "asked" });
    return before;
  },
  watch: moment.watch,
  seen: moment.seen,
};
