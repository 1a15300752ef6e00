import { mkdtemp, rm } from "node:fs/promises";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../../dev/build-state";
import { type Rig, rigLine } from "../rig";
import { playSession } from "../session/session";
import { type NetworkUse, netLogSwitch, readNetLog } from "./net-log";
import { isAllowedUrl, isOwn } from "./own-addresses";

/** Everything a program asked for or spoke to, as what it was and whether it may be. */
interface Request {
  readonly what: string;
  readonly allowed: boolean;
}

const requestsOf = (use: NetworkUse): readonly Request[] => [
  ...use.urls.map((url) => ({ what: `asked for ${url}`, allowed: isAllowedUrl(url) })),
  ...use.sentTo.map((address) => ({ what: `sent to ${address}`, allowed: isOwn(address) })),
  ...use.hosts
    .map((host) => new URL(host).hostname)
    .map((host) => ({ what: `looked up ${host}`, allowed: isOwn(host) || isIP(host) !== 0 })),
  ...Array.from({ length: use.nameQuestions }, () => ({ what: "asked a name server", allowed: false })),
];

/**
 * Reads Chromium's own log of the network of two laptops' whole session: only the program's files and the laptops of
 * the loop may be in it. The door both laptops used has to be seen, or the log is blind.
 */
export const requestsRig: Rig = {
  name: "requests",
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-requests-"));
    const logs = [0, 1].map((person) => join(folder, `${person}.json`));
    try {
      await playSession(folder, { switches: (person) => [netLogSwitch(logs[person] ?? "")] });
      const uses = await Promise.all(logs.map(readNetLog));
      const requests = uses.flatMap(requestsOf);
      return rigLine("requests", {
        tried: requests.length,
        lost: requests.filter(({ allowed }) => !allowed).map(({ what }) => what),
        seesFaults: uses.every(({ urls }) => urls.some((url) => url.startsWith("ws://"))),
        facts: [
          `two laptops, from the start to a decision: ${new Set(requests.map(({ what }) => what)).size} kinds`,
        ],
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
