import type { Page } from "playwright-core";
import type { Bridge } from "../../../electron/contract/bridge";

type Undo = () => void;
type Listener = (payload: undefined) => void;

/** The window's own bridge, asked from the test process; `settled` waits for what listening started in the window. */
export interface RemoteBridge {
  readonly bridge: Pick<Bridge, "app" | "files" | "folders" | "opened">;
  readonly settled: () => Promise<void>;
}

/** Listens in the window under a name of its own; calls come back through a function Playwright puts there. */
const listenIn = async (page: Page, name: string, listener: Listener): Promise<() => Promise<void>> => {
  await page.exposeFunction(name, () => listener(undefined));
  const undo = await page.evaluateHandle(
    (call) => window.panelbook.app.onResumed(() => (window as unknown as Record<string, Undo>)[call]?.()),
    name,
  );
  return () => undo.evaluate((stop) => stop());
};

export const remoteBridge = (page: Page): RemoteBridge => {
  let work: Promise<unknown> = Promise.resolve();
  let listeners = 0;
  const onResumed = (listener: Listener): Undo => {
    listeners += 1;
    const listening = listenIn(page, `resumedListener${listeners}`, listener);
    work = Promise.all([work, listening]);
    return () => {
      work = Promise.all([work, listening.then((undo) => undo())]);
    };
  };
  return {
    bridge: {
      app: {
        info: () => page.evaluate(() => window.panelbook.app.info()),
        copyText: (text) => page.evaluate((copied) => window.panelbook.app.copyText(copied), text),
        onResumed,
      },
      opened: {
        take: () => page.evaluate(() => window.panelbook.opened.take()),
        onWaiting: () => () => undefined,
      },
      files: {
        save: (file) => page.evaluate((saved) => window.panelbook.files.save(saved), file),
        savePage: (request) => page.evaluate((saved) => window.panelbook.files.savePage(saved), request),
        openText: (request) => page.evaluate((opened) => window.panelbook.files.openText(opened), request),
      },
      folders: {
        choose: () => page.evaluate(() => window.panelbook.folders.choose()),
        names: (request) => page.evaluate((asked) => window.panelbook.folders.names(asked), request),
        readText: (request) => page.evaluate((asked) => window.panelbook.folders.readText(asked), request),
        hashOf: (request) => page.evaluate((asked) => window.panelbook.folders.hashOf(asked), request),
        write: (request) => page.evaluate((written) => window.panelbook.folders.write(written), request),
      },
    },
    settled: async () => {
      await work;
    },
  };
};
