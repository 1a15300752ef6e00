import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { ensureBuilt } from "../../../dev/build-state";
import { launchPanelbook } from "../../../dev/launch";
import { projectRoot } from "../../../dev/project-root";
import { type Rig, rigLine } from "../rig";
import { type FuzzOrder, type FuzzTally, fuzzBridge } from "./fuzz-page";

const smallCalls = 4_000;
const fullCalls = 100_000;
const abreast = 16;
/** Of all calls this share comes from our own page, as much from each kind of sender that is none of ours. */
const senders = 3;

const preload = join(projectRoot, "out/preload/index.cjs");

/** Opens a window that has our bridge and is none of ours, at an address; gives its page. */
const foreignWindow = async (app: ElectronApplication, url: string): Promise<Page> => {
  const opened = app.waitForEvent("window");
  await app.evaluate(
    ({ BrowserWindow }, where) => {
      const webPreferences = { preload: where.preload, contextIsolation: true, sandbox: true };
      void new BrowserWindow({ show: false, webPreferences }).loadURL(where.url);
    },
    { preload, url },
  );
  const page = await opened;
  await page.waitForFunction(() => "panelbook" in globalThis);
  return page;
};

/** What starts TypeScript names every function by this helper, which a page does not have. */
const fuzz = async (page: Page, order: FuzzOrder): Promise<FuzzTally> => {
  await page.evaluate("globalThis.__name ??= (named) => named");
  return page.evaluate(fuzzBridge, order);
};

const identityOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    type Vault = { identity: () => Promise<unknown> };
    return JSON.stringify(await (Reflect.get(globalThis, "panelbook") as { vault: Vault }).vault.identity());
  });

const said = (who: string, { calls, answers }: FuzzTally): string =>
  `${who}: ${calls} calls, ${Object.entries(answers)
    .map(([answer, count]) => `${answer} ${count}`)
    .join(", ")}`;

/** From a sender that is none of ours nothing but the refusal of the sender may come back. */
const believed = ({ answers }: FuzzTally): readonly string[] =>
  Object.entries(answers)
    .filter(([answer]) => answer !== "refusedSender" && answer !== "not cloned")
    .map(([answer, count]) => `a foreign window was answered ${answer} ${count} times`);

const fuzzAll = async (app: ElectronApplication, own: Page, calls: number, seed: number) => {
  const each = Math.ceil(calls / senders);
  const before = await identityOf(own);
  const foreign = await foreignWindow(app, "app://panelbook/");
  const remote = await foreignWindow(app, "data:text/html,<title>elsewhere</title>");
  const order = (add: number) => ({ seed: seed + add, calls: each, abreast });
  const [ours, theirs, others] = [
    await fuzz(own, order(0)),
    await fuzz(foreign, order(1)),
    await fuzz(remote, order(2)),
  ];
  const stays = (await identityOf(own)) === before ? [] : ["main answers otherwise than before"];
  return rigLine("ipc", {
    tried: each * senders,
    lost: [...ours.odd, ...theirs.odd, ...others.odd, ...believed(theirs), ...believed(others), ...stays],
    seesFaults:
      (ours.answers.refusedPayload ?? 0) > each / 2 &&
      [theirs, others].every(({ answers }) => (answers.refusedSender ?? 0) > each / 2),
    facts: [
      said("our page", ours),
      said("a window that is none of ours", theirs),
      said("another page", others),
    ],
  });
};

/** Calls main with rubbish, from our page and from windows that are none of ours: everything is refused, main goes on. */
export const ipcRig: Rig = {
  name: "ipc",
  run: async ({ full, seed }) => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-ipc-"));
    const saveDir = join(folder, "saved");
    await mkdir(saveDir);
    try {
      const launched = await launchPanelbook({
        userDataDir: join(folder, "profile"),
        args: [`--panelbook-save-dir=${saveDir}`],
      });
      try {
        await launched.page.getByText("Library").first().waitFor();
        return await fuzzAll(launched.app, launched.page, full ? fullCalls : smallCalls, seed);
      } finally {
        await launched.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
