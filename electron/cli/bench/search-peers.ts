import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";
import { queriesFor } from "../../../tests/bench/library/queries";
import { launchPanelbook } from "../../dev/launch";
import { type Bench, type BenchRow, benchRow, percentile } from "./bench";
import { ensurePeers, peerName, peersFolder } from "./install-peers";
import { openFindPage, typeQuery } from "./library/find-page";
import { libraryProfile, startLibrary } from "./library/library-profile";
import { openBlankOrigin } from "./page/blank-origin";
import { emptyApp } from "./page/empty-app";
import { pageScript } from "./page/page-script";

const kits = 1_000;
const seed = 20261123;
/** A peer takes a second or more for a letter. */
const queries = 3;

/** PouchDB asks for Node's events by their name, which a window has only from the package of that name. */
const nodesEvents = [{ find: /^events$/, replacement: join(peersFolder, "node_modules/events/events.js") }];

interface SearchPeer {
  readonly entry: string;
  /** In words, for the row; asked once it is installed. */
  readonly configuration: () => Promise<string>;
}

/** Our search and another, each in a window of its own with the same kits. */
const withBoth = async <Value>(
  peer: SearchPeer,
  act: (ours: Page, theirs: Page) => Promise<Value>,
): Promise<Value> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-search-peer-"));
  const origin = await openBlankOrigin();
  const ours = await startLibrary(await libraryProfile(kits));
  try {
    const app = await emptyApp(join(folder, "empty"), "<h1>Empty</h1>");
    const theirs = await launchPanelbook({ app, userDataDir: join(folder, "profile") });
    try {
      await theirs.page.goto(origin.url);
      await theirs.page.evaluate(await pageScript(peer.entry, "searchPeer", nodesEvents));
      await theirs.page.evaluate(`peer.fill(${kits})`);
      return await act(ours.page, theirs.page);
    } finally {
      await theirs.close();
    }
  } finally {
    await ours.close();
    await origin.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const typeAtPeer = async (page: Page, query: string): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let length = 1; length <= query.length; length += 1) {
    const text = JSON.stringify(query.slice(0, length));
    times.push(z.number().parse(await page.evaluate(`peer.find(${text})`)));
  }
  return times;
};

const compare = async (name: string, peer: SearchPeer): Promise<BenchRow> => {
  await ensurePeers();
  const [values, peers]: [number[], number[]] = [[], []];
  await withBoth(peer, async (ours, theirs) => {
    await openFindPage(ours);
    for (const query of queriesFor(queries, kits, seed + 1)) await typeQuery(ours, query);
    for (const query of queriesFor(queries, kits, seed)) {
      values.push(...(await typeQuery(ours, query)));
      peers.push(...(await typeAtPeer(theirs, query)));
    }
  });
  return benchRow({
    name,
    value: percentile(values, 0.99),
    against: `${await peer.configuration()}; ${kits} kits, one document for each thing that can be found, the first 60; p99 of the same ${values.length} keystrokes in turns, a quarter of the words misspelt, which it does not find (medians ${percentile(values, 0.5).toFixed(1)} and ${percentile(peers, 0.5).toFixed(1)} ms)`,
    againstValue: percentile(peers, 0.99),
    bound: 0.1,
  });
};

const searchPeerBench = (name: string, peer: SearchPeer): Bench => ({ name, run: () => compare(name, peer) });

/** Our search beside RxDB's query with regular expressions. */
export const rxdbRegexBench = searchPeerBench("peer-rxdb-regex", {
  entry: "tests/bench/library/rxdb-regex.ts",
  configuration: async () => "RxDB's query with regular expressions over its Dexie storage",
});

/** Our search beside PouchDB's find. */
export const pouchdbFindBench = searchPeerBench("peer-pouchdb-find", {
  entry: "tests/bench/peers/pages/pouchdb-find.js",
  configuration: async () =>
    `${await peerName("pouchdb-find")} with regular expressions over ${await peerName("pouchdb-browser")}`,
});
