import { createRoot, type Root } from "react-dom/client";
import { App } from "../../../src/app/app";
import { paths } from "../../../src/bindings/paths";
import type { Services } from "../../../src/bindings/services";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../src/domain/record/record";
import { watchHeldUp } from "./held-up";
import { laptopOf } from "./laptop";
import { painted } from "./painted";
import type { WindowBench } from "./window-bench";

const debriefPart = 'main aside[aria-label="Evidence"]';
/** The library: a screen that has to read nothing. */
const otherPart = `main:not(:has(${debriefPart.slice("main ".length)})) h1`;

let root: Root | null = null;
let open: { readonly record: LoopRecord; readonly services: Services } | null = null;

const opened = () => {
  if (open === null) throw new Error("no record is open");
  return open;
};

const goTo = (path: string): void => {
  window.location.hash = path;
};

const bench: WindowBench = {
  open: async (recordText) => {
    root?.unmount();
    const record: LoopRecord = JSON.parse(recordText);
    open = { record, services: laptopOf(record) };
    goTo(paths.library);
    root = createRoot(document.getElementById("root") ?? document.body);
    root.render(<App services={open.services} />);
    await painted(otherPart);
  },
  paintDebrief: async () => {
    const { record } = opened();
    const started = performance.now();
    goTo(paths.debrief(record.loopId));
    await painted(debriefPart);
    const took = performance.now() - started;
    goTo(paths.library);
    await painted(otherPart);
    return took;
  },
  restFor: async (milliseconds) => {
    const watch = watchHeldUp();
    await new Promise((done) => window.setTimeout(done, milliseconds));
    return watch.stop();
  },
  exportPack: async () => {
    const { record, services } = opened();
    const watch = watchHeldUp();
    const started = performance.now();
    const order = { record, audience: "hrFile", disclosure: closedDisclosure } as const;
    const never = new AbortController().signal;
    const made = await services.exports.pack(order, { onProgress: () => undefined, signal: never });
    if (!made.ok) throw new Error(`the pack was not made: ${made.error.type}`);
    return { tookMs: performance.now() - started, heldUpMs: watch.stop() };
  },
};

Object.assign(window, { windowBench: bench });
