import { join } from "node:path";
import type { Page } from "playwright-core";
import { build, preview } from "vite";
import type { SignalingServer } from "../../../electron/main/lan/signaling-server";
import type { RigPeer } from "../../contract/sync/transport-suite";
import { aServer, type TestServer } from "../lan/signaling";
import { aDevice } from "../sync/keys";
import type { ChannelCounts } from "./page-rig";
import { openRigWindows } from "./rig-windows";

const configFile = join(import.meta.dirname, "vite.config.ts");
const modes = ["chunking", "stock"] as const;

/** `chunking` is the page with the peer of the app, `stock` with the one y-webrtc comes with. */
export type RigMode = (typeof modes)[number];

/** A laptop in a window of its own. */
export interface RigLaptop extends RigPeer {
  /** Resolves once the signaling server has passed on what this laptop said after it joined. */
  readonly introduced: () => Promise<void>;
  /** From now on the laptop knows these servers and no others; it may have joined. */
  readonly setServers: (urls: readonly string[]) => Promise<void>;
  /** What this laptop sends on its channels is lost from now on, or no longer. */
  readonly swallow: (swallowing: boolean) => Promise<void>;
  /** Keeps every direct connection that begins from now on from coming about. */
  readonly isolate: (isolated: boolean) => Promise<void>;
  /** SHA-256 of the note in hex. */
  readonly digest: () => Promise<string>;
  readonly channels: () => Promise<ChannelCounts>;
  /** Resolves at the next change in the window, at the latest after `limitMs`. */
  readonly changed: (limitMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RigRoom {
  readonly topic: string;
  readonly mode: RigMode;
  /** One laptop per transport key; they are not joined yet. */
  readonly keys: readonly number[];
}

export interface WebrtcRig {
  /** Loads the page anew in as many windows as there are keys; laptops of an earlier call have to be closed. */
  readonly laptops: (room: RigRoom) => Promise<readonly RigLaptop[]>;
  /** The program's own server; it knows no topic at first. */
  readonly signaling: SignalingServer;
  readonly url: string;
  /** Starts another server, as the app of another member does; it is stopped with the rig. */
  readonly anotherServer: (topic: string) => Promise<TestServer>;
  /** Errors that nothing caught, in a window or in the server. */
  readonly errors: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

const laptopIn = (page: Page, deviceId: string): RigLaptop => ({
  deviceId,
  join: () => page.evaluate(() => window.rig.join()),
  introduced: () => page.evaluate(() => window.rig.introduced()),
  leave: () => page.evaluate(() => window.rig.leave()),
  close: () => page.evaluate(() => window.rig.close()),
  write: (text) => page.evaluate((given) => window.rig.write(given), text),
  length: () => page.evaluate(() => window.rig.length()),
  tail: (count) => page.evaluate((given) => window.rig.tail(given), count),
  setServers: (urls) => page.evaluate((given) => window.rig.setServers(given), urls),
  isolate: (isolated) => page.evaluate((given) => window.rig.isolate(given), isolated),
  swallow: (swallowing) => page.evaluate((given) => window.rig.swallow(given), swallowing),
  heldBy: () => page.evaluate(() => window.rig.heldBy()),
  digest: () => page.evaluate(() => window.rig.digest()),
  peers: () => page.evaluate(() => window.rig.peers()),
  channels: () => page.evaluate(() => window.rig.channels()),
  changed: (limitMs) => page.evaluate((given) => window.rig.changed(given), limitMs),
});

/** Both pages on one origin, each in a folder named after its mode. */
const servePages = async () => {
  for (const mode of modes) await build({ configFile, mode });
  const server = await preview({
    configFile: false,
    appType: "mpa",
    logLevel: "warn",
    build: { outDir: join(import.meta.dirname, "../../../out/webrtc-rig") },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const base = server.resolvedUrls?.local[0];
  if (base === undefined) throw new Error("the pages are not served");
  return { base, close: () => server.close() };
};

/** Builds the pages, starts the signaling server and an Electron for windows that meet over WebRTC. */
export const openWebrtcRig = async (): Promise<WebrtcRig> => {
  const pages = await servePages();
  const origins = [new URL(pages.base).origin];
  const { server, bugs, url } = await aServer({}, { knownTopics: [], origins });
  const others: TestServer[] = [];
  const windows = await openRigWindows();

  const laptop = async (index: number, key: number, { mode, topic }: RigRoom): Promise<RigLaptop> => {
    const page = await windows.window(index);
    await page.goto(`${pages.base}${mode}/index.html`);
    const deviceId = aDevice(index + 1);
    // The relay would bring what the stock peer cannot.
    const relayAfter = mode === "stock" ? Number.MAX_SAFE_INTEGER : 2;
    const setup = { deviceId, key, topic, signalingUrl: url, relayAfter };
    await page.evaluate((given) => window.rig.start(given), setup);
    return laptopIn(page, deviceId);
  };
  return {
    laptops: async (room) => {
      const laptops: RigLaptop[] = [];
      for (const [index, key] of room.keys.entries()) laptops.push(await laptop(index, key, room));
      return laptops;
    },
    signaling: server,
    url,
    anotherServer: async (topic) => {
      const started = await aServer({}, { knownTopics: [topic], origins });
      others.push(started);
      return started;
    },
    errors: () => [...bugs, ...others.flatMap((other) => other.bugs), ...windows.errors],
    close: async () => {
      await windows.close();
      await server.stop();
      for (const other of others) await other.server.stop();
      await pages.close();
    },
  };
};
