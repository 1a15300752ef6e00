import type { IndexPort } from "./kept-index";
import { portTo } from "./port-to";

/** The index in a worker: however long it takes, the window goes on. */
export const startIndexWorker = (): IndexPort =>
  portTo(new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" }));
