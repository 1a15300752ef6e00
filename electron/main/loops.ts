import { app } from "electron";
import type { HandlersOf } from "../contract/channels";
import type { Notices, Notify } from "../contract/contract";
import type { lanChannels } from "../contract/lan";
import type { vaultChannels } from "../contract/vault";
import { logBug } from "./crash-log";
import { ownOrigin } from "./guards/own-page";
import { type LanOptions, type LobbyVault, setupLan } from "./lan";
import { setupVault } from "./vault";
import { nodeCrypto } from "./vault/node-crypto";

type LoopHandlers = HandlersOf<typeof vaultChannels> & HandlersOf<typeof lanChannels>;

/** The vault is opened at the first question, so that a full disk is told to the window that asks. */
const lobbyOf = (open: () => LobbyVault): LobbyVault => ({
  crypto: nodeCrypto,
  identity: () => open().identity(),
  roomTopics: (loopId) => open().roomTopics(loopId),
  wrapSecret: (...wrap) => open().wrapSecret(...wrap),
  acceptSecret: (received) => open().acceptSecret(received),
});

/** What loops need of main: the keys, and the local network that hands them on. */
export const setupLoops = (notify: Notify): LoopHandlers => {
  const vault = setupVault({ userDataPath: app.getPath("userData") });
  // Every notice of the network is one of the program's; the compiler cannot see that through the type parameter.
  const tell: LanOptions["notify"] = (name, payload) => notify(name, payload as Notices[typeof name]);
  const lan = setupLan({
    vault: lobbyOf(vault.lobby),
    notify: tell,
    report: (error) => void logBug("lan", error),
    origins: [ownOrigin],
  });
  app.on("will-quit", () => void lan.stop());
  return { ...vault.handlers, ...lan.handlers };
};
