import { join } from "node:path";
import { app, session } from "electron";
import type { bundlesChannels } from "../contract/bundles";
import type { HandlersOf } from "../contract/channels";
import type { Notices, Notify } from "../contract/contract";
import type { handOversChannels } from "../contract/hand-overs";
import type { journalChannels } from "../contract/journal";
import type { keptChannels } from "../contract/kept";
import type { lanChannels } from "../contract/lan";
import type { lockChannels } from "../contract/lock";
import type { vaultChannels } from "../contract/vault";
import { setupBundles } from "./bundles";
import { logBug } from "./crash-log";
import { fileToOpen, placeToSave } from "./files/files";
import { keptHandlers } from "./files/kept-handlers";
import { createFileStore, type FileStore, type SubjectKeyOf } from "./files/store/file-store";
import { ownOrigin } from "./guards/own-page";
import { setupHandOvers } from "./hand-overs";
import { type JournalSetup, setupJournal } from "./journal";
import { type LanOptions, type LobbyVault, setupLan } from "./lan";
import { setupQuitting } from "./quitting";
import { setupVault } from "./vault";
import { systemKeyStore } from "./vault/lock/system-key-store";
import { nodeCrypto } from "./vault/node-crypto";

type VaultHandlers = HandlersOf<typeof vaultChannels> & HandlersOf<typeof lockChannels>;
type LoopHandlers = VaultHandlers &
  HandlersOf<typeof lanChannels> &
  HandlersOf<typeof journalChannels> &
  HandlersOf<typeof keptChannels> &
  HandlersOf<typeof bundlesChannels> &
  HandlersOf<typeof handOversChannels>;

export interface LoopsSetup {
  readonly handlers: LoopHandlers;
  /** Files about people. */
  readonly files: FileStore;
  readonly subjectKey: SubjectKeyOf;
  /** Null where this laptop does not lock itself. */
  readonly lockAfterMinutes: () => number | null;
}

/** The vault is opened at the first question, so that a full disk is told to the window that asks. */
const lobbyOf = (open: () => LobbyVault): LobbyVault => ({
  crypto: nodeCrypto,
  identity: () => open().identity(),
  rooms: (loopId) => open().rooms(loopId),
  wrapSecret: (...wrap) => open().wrapSecret(...wrap),
  acceptSecret: (received) => open().acceptSecret(received),
});

/** With a subject's key goes what the journal holds of it, and the files about it. */
const destroying = (vault: VaultHandlers, { journal }: JournalSetup, files: FileStore): VaultHandlers => ({
  ...vault,
  "vault.forgetJoining": async ({ loopId }) => {
    const forgotten = await vault["vault.forgetJoining"]({ loopId });
    if (forgotten.ok) await journal.destroy(loopId);
    return forgotten;
  },
  "vault.destroySubject": async ({ subjectId }) => {
    const destroyed = await vault["vault.destroySubject"]({ subjectId });
    // Without its key nothing there can be read; what the disk does not let go now is unreadable rubbish (the journal removes its own at the next start).
    if (destroyed.ok) await journal.destroy(subjectId);
    if (destroyed.ok) await files.removeAll(subjectId);
    return destroyed;
  },
});

/** The journal's last batch: what the disk refuses now fails, so that the log says so. */
const writeLast = async ({ journal }: JournalSetup): Promise<void> => {
  const written = await journal.flush();
  if (!written.ok) throw new Error("the journal could not be written");
};

/**
 * What loops need of main: the keys, the local network that hands them on, the journal beside the database, and the files
 * that do without a network.
 */
export const setupLoops = (notify: Notify, bundleToOpen: () => string | null): LoopsSetup => {
  const vault = setupVault({ userDataPath: app.getPath("userData"), keyStore: systemKeyStore });
  // Every notice of the network is one of the program's; the compiler cannot see that through the type parameter.
  const tell: LanOptions["notify"] = (name, payload) => notify(name, payload as Notices[typeof name]);
  const lan = setupLan({
    vault: lobbyOf(vault.lobby),
    notify: tell,
    report: (error) => void logBug("lan", error),
    origins: [ownOrigin],
  });
  const journal = setupJournal(
    app.getPath("userData"),
    (state) => notify("journal.state", state),
    () => session.defaultSession.clearStorageData({ storages: ["indexdb"] }),
  );
  setupQuitting([
    { name: "lan", finish: lan.stop },
    { name: "journal", finish: () => writeLast(journal) },
  ]);
  const bundles = setupBundles({
    keys: vault.bundleKeys,
    crypto: nodeCrypto,
    placeToSave: (name) => placeToSave("bundle", name),
    fileToOpen: async () => bundleToOpen() ?? (await fileToOpen("bundle")),
  });
  const files = createFileStore(join(app.getPath("userData"), "files"), vault.subjectKey);
  void files.sweep();
  const handOvers = setupHandOvers({
    identity: vault.identity,
    crypto: nodeCrypto,
    files,
    placeToSave: (name) => placeToSave("handOver", name),
    fileToOpen: () => fileToOpen("handOver"),
  });
  const handlers = {
    ...destroying(vault.handlers, journal, files),
    ...lan.handlers,
    ...journal.handlers,
    ...bundles,
    ...handOvers,
    ...keptHandlers(files),
  };
  return { handlers, files, subjectKey: vault.subjectKey, lockAfterMinutes: vault.lockAfterMinutes };
};
