import { networkInterfaces } from "node:os";
import { timestampSchema } from "../../../src/domain/ids";
import {
  defaultLanPort,
  type LanAddress,
  parseAddress,
  signalPath,
} from "../../../src/domain/loop/lan-address";
import { readKnock } from "../../../src/domain/loop/lobby/passed-on";
import { ok } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { LanNotices, lanChannels } from "../../contract/lan";
import { askCurrent } from "./ask-current";
import { type CurrentDeskOptions, createCurrentDesk } from "./current-desk";
import { createDiscovery, type DiscoveryOptions } from "./discovery/discovery";
import { type HostingOptions, hostedLoops } from "./hosting";
import { type JoinsOptions, joins } from "./joins";
import { createLobbyHost, type LobbyHostOptions } from "./lobby-host";
import type { LobbyVault } from "./lobby-vault";
import { wordsFor } from "./words";

export type { LobbyVault, ReceivedSecret, WrappedSecret } from "./lobby-vault";

export interface LanOptions {
  readonly vault: LobbyVault;
  readonly notify: <Name extends keyof LanNotices>(name: Name, payload: LanNotices[Name]) => void;
  /** Hears of errors that are bugs. */
  readonly report: (error: unknown) => void;
  /** What our windows say in `Origin`. */
  readonly origins: readonly string[];
  /** For tests; the app leaves these out. */
  readonly server?: Partial<Pick<HostingOptions, "port" | "ports" | "hosts" | "limits" | "doorMs">>;
  readonly lobbyLimits?: LobbyHostOptions["limits"];
  readonly currentLimits?: CurrentDeskOptions["limits"];
  readonly joinLimits?: JoinsOptions["limits"];
  readonly discovery?: Pick<DiscoveryOptions, "limits" | "port">;
  readonly interfaces?: () => ReturnType<typeof networkInterfaces>;
}

export interface Lan {
  readonly handlers: HandlersOf<typeof lanChannels>;
  /** Leaves every lobby and stops listening. */
  readonly stop: () => Promise<void>;
}

/** "ws://192.168.10.4:47111/signal" as an address, or null where it is none of ours. */
const hostOf = (signalingUrl: string): LanAddress | null => {
  const [, host, path] = /^ws:\/\/([^/]+)(\/.*)$/.exec(signalingUrl) ?? [];
  return host === undefined || path !== signalPath ? null : parseAddress(host);
};

const portsTried = 10;

/** Hosting and joining over the local network, as the contract's `lan` channels. Nothing listens until a loop is hosted. */
export const setupLan = (options: LanOptions): Lan => {
  const { vault, notify, report, origins } = options;
  const interfaces = options.interfaces ?? networkInterfaces;
  const lobby = createLobbyHost({
    vault,
    report,
    ...(options.lobbyLimits === undefined ? {} : { limits: options.lobbyLimits }),
    onChange: (requests) => notify("lan.lobby", { requests }),
  });
  const current = createCurrentDesk({
    vault,
    report,
    ...(options.currentLimits === undefined ? {} : { limits: options.currentLimits }),
  });
  const discovery = createDiscovery({
    ...options.discovery,
    interfaces,
    instance: Buffer.from(vault.crypto.randomBytes(4)).toString("hex"),
    onNearby: (loops) => notify("lan.nearby", { loops, listening: discovery.isListening() }),
  });
  const everywhere = { port: defaultLanPort, ports: portsTried, hosts: ["0.0.0.0", "::"] };
  const hosting = hostedLoops({
    ...everywhere,
    ...options.server,
    vault,
    lobby,
    current,
    origins,
    report,
    interfaces,
    onDoors: discovery.announce,
  });
  const joining = joins({
    vault,
    report,
    interfaces,
    ...(options.joinLimits === undefined ? {} : { limits: options.joinLimits }),
    now: () => timestampSchema.parse(new Date().toISOString()),
    onProgress: (joinId, progress) => notify("lan.join", { joinId, progress }),
  });
  return {
    handlers: {
      "lan.host": (loop) => hosting.host(loop),
      "lan.stopHosting": async ({ loopId }) => {
        await hosting.stopHosting(loopId);
        return ok(undefined);
      },
      "lan.serve": ({ loopId }) => hosting.serve(loopId),
      "lan.requests": () => ok(lobby.requests()),
      "lan.admit": ({ requestId, personId }) => lobby.admit(requestId, personId),
      "lan.readKnock": ({ host, proof }) => {
        const read = readKnock(vault.crypto, host, proof);
        if (!read.ok) return read;
        const { device, deviceLabel: label, personName: name, wordsDigest } = read.value;
        return ok({ device, label, name, words: wordsFor(wordsDigest) });
      },
      "lan.deny": ({ requestId }) => lobby.deny(requestId),
      "lan.offerPassages": ({ loopId, passages }) => {
        current.offer(loopId, passages);
        return ok(undefined);
      },
      "lan.askCurrent": ({ loopId, signalingUrls }) =>
        askCurrent({ vault, loopId, addresses: signalingUrls.flatMap((url) => hostOf(url) ?? []) }),
      "lan.join": (input) => joining.join(input),
      "lan.confirmWords": ({ joinId }) => {
        joining.confirmWords(joinId);
        return ok(undefined);
      },
      "lan.look": () => {
        const loops = discovery.look();
        return ok({ loops, listening: discovery.isListening() });
      },
      "lan.stopLooking": () => {
        discovery.stopLooking();
        return ok(undefined);
      },
      "lan.cancelJoin": ({ joinId }) => {
        joining.cancel(joinId);
        return ok(undefined);
      },
    },
    stop: async () => {
      joining.cancelAll();
      await hosting.stop();
      await discovery.stop();
    },
  };
};
