import { automergeWasmBase64 } from "@automerge/automerge/automerge.wasm.base64";
import { initializeBase64Wasm } from "@automerge/automerge/slim";
import { Repo } from "@automerge/automerge-repo/slim";
import { BrowserWebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";
import { IndexedDBStorageAdapter } from "@automerge/automerge-repo-storage-indexeddb";
import { markOf, nextMoment } from "../../sync/bench-page";

/** automerge-repo through its WebSocket adapter, with IndexedDB as the copy on this laptop. */
const moment = nextMoment();
let handle = null;

window.bench = {
  start: async ({ laptop, server }) => {
    await initializeBase64Wasm(automergeWasmBase64);
    const repo = new Repo({
      network: [new BrowserWebSocketClientAdapter(server)],
      storage: new IndexedDBStorageAdapter(`peer-${laptop}`),
    });
    const asked = await fetch(`${server.replace("ws:", "http:")}/document`);
    handle = await repo.find(await asked.text());
    handle.on("change", moment.note);
  },
  edit: (question) => {
    const { key, mark } = markOf(question);
    const before = performance.now();
    handle.change((document) => {
      document.coverage[key] = mark;
    });
    return before;
  },
  watch: moment.watch,
  seen: moment.seen,
};
