import { join } from "node:path";
import { type SubjectId, type Timestamp, timestampSchema } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { HandlersOf } from "../../contract/channels";
import type { lockChannels } from "../../contract/lock";
import type { VaultFailure, vaultChannels } from "../../contract/vault";
import { type BundleKeys, bundleKeysOf } from "../bundles/bundle-keys";
import type { LobbyVault } from "../lan/lobby-vault";
import { checkDraft, openDraft, sealDraft } from "./draft-handlers";
import { holdsKeysOf, openByEscrowFor } from "./escrow-handlers";
import { followGenerations, newGeneration } from "./generation-handlers";
import { publicKeysOf } from "./identity";
import type { SubjectKey } from "./keyring";
import { openKitParts, wrapKitParts } from "./kit-part-handlers";
import { type DeviceLock, openDeviceLock } from "./lock/device-lock";
import type { KeyStore } from "./lock/key-store";
import { lockHandlers } from "./lock/lock-handlers";
import { lobbyVault } from "./loop-exchange";
import { openVault, type Vault } from "./open-vault";
import { openSheetFor, readSheet } from "./opening-handlers";
import { makeRecoveryKey, useRecoveryWords } from "./recovery-handlers";
import { releaseFor } from "./release-handler";
import { nameEntry, openWithRelease, sealCardFor, signEntry } from "./sealing-handlers";
import { runVaultSelfTest } from "./self-test";
import {
  createLoopSecret,
  destroySubject,
  forgetJoining,
  lendSubjectKeys,
  loopChannel,
} from "./subject-handlers";

export { runVaultSelfTest } from "./self-test";

export interface VaultOptions {
  /** The program's own folder; the vault makes `vault` in it. */
  readonly userDataPath: string;
  /** Left out where there is none. */
  readonly keyStore?: KeyStore;
  /** For tests. */
  readonly now?: () => Timestamp;
  /** For tests: scrypt's N. */
  readonly cost?: number;
}

export interface VaultSetup {
  readonly handlers: HandlersOf<typeof vaultChannels> & HandlersOf<typeof lockChannels>;
  /** For the local network; throws where the vault cannot be opened, which every window was told before. */
  readonly lobby: () => LobbyVault;
  readonly bundleKeys: () => Result<BundleKeys, VaultFailure>;
  readonly identity: () => Result<DeviceIdentity, VaultFailure>;
  /** For files beside the database; null where the key was never made, is destroyed or cannot be read. */
  readonly subjectKey: (subjectId: SubjectId) => SubjectKey | null;
  /** After how many minutes without a touch the open vault is to be locked; null for never, and while it is locked. */
  readonly lockAfterMinutes: () => number | null;
}

const clock = (): Timestamp => timestampSchema.parse(new Date().toISOString());

interface OnceOpened {
  readonly vault: () => Result<Vault, VaultFailure>;
  readonly forget: () => void;
}

/** Opens once; a vault that could not be opened is tried again at the next question, since a disk may have been full. */
const openOnce = (folder: string, { key }: DeviceLock): OnceOpened => {
  let opened: Result<Vault, VaultFailure> | null = null;
  return {
    vault: () => {
      if (opened === null || !opened.ok) opened = openVault(folder, key);
      return opened;
    },
    forget: () => {
      opened = null;
    },
  };
};

/** The keys and what is done with them, as the contract's `vault` channels. The folder is made at the first question. */
export const setupVault = ({ userDataPath, now = clock, ...options }: VaultOptions): VaultSetup => {
  const folder = join(userDataPath, "vault");
  const lock = openDeviceLock({ folder, now: () => Date.parse(now()), ...options });
  const { vault, forget } = openOnce(folder, lock);
  /** Answers with the open vault, or says why it is not open. */
  const withVault = <Value, Failure extends { readonly type: string }>(
    answer: (open: Vault) => Result<Value, Failure>,
  ): Result<Value, Failure | VaultFailure> => {
    const open = vault();
    return open.ok ? answer(open.value) : open;
  };
  const mustOpen = (): Vault => {
    const open = vault();
    if (!open.ok) throw new Error(`the vault is not open: ${open.error.type}`);
    return open.value;
  };
  return {
    handlers: { ...handlersOf(withVault, now), ...lockHandlers(lock, forget) },
    lobby: () => lobbyVault(mustOpen()),
    identity: () => withVault(({ identity }) => ok(identity)),
    bundleKeys: () => withVault((open) => ok(bundleKeysOf(open))),
    subjectKey: (subjectId) => {
      const lent = withVault(({ keyring }) => keyring.lend(subjectId));
      return lent.ok ? lent.value : null;
    },
    lockAfterMinutes: () => {
      const state = lock.state();
      const guarded = state.ok && state.value.protection === "passphrase" && !state.value.isLocked;
      return guarded ? state.value.lockAfterMinutes : null;
    },
  };
};

type WithVault = <Value, Failure extends { readonly type: string }>(
  answer: (open: Vault) => Result<Value, Failure>,
) => Result<Value, Failure | VaultFailure>;

const handlersOf = (withVault: WithVault, now: () => Timestamp): HandlersOf<typeof vaultChannels> => ({
  "vault.identity": () =>
    withVault(({ identity, protection }) => ok({ ...publicKeysOf(identity), protection })),
  "vault.createSubject": ({ subjectId }) =>
    withVault(({ keyring }) => {
      const created = keyring.create(subjectId);
      return created.ok ? ok(undefined) : err(created.error);
    }),
  "vault.lendSubjectKeys": ({ subjectIds }) => withVault((vault) => lendSubjectKeys(vault, subjectIds)),
  "vault.destroySubject": ({ subjectId }) => withVault((vault) => destroySubject(vault, subjectId)),
  "vault.forgetJoining": ({ loopId }) => withVault((vault) => forgetJoining(vault, loopId)),
  "vault.signEntry": ({ kind, body }) => withVault((vault) => signEntry(vault, kind, body)),
  "vault.sealCard": (input) => withVault((vault) => sealCardFor(vault, input)),
  "vault.authenticate": ({ entries }) => ok(entries.map(nameEntry)),
  "vault.release": (input) =>
    withVault((vault) => {
      const { charterHash = null, releaser = "author" } = input;
      return releaseFor(vault, { ...input, charterHash, releaser }, now());
    }),
  "vault.openByEscrow": (input) => withVault((vault) => openByEscrowFor(vault, input)),
  "vault.openSheet": (input) => withVault((vault) => openSheetFor(vault, input, now())),
  "vault.readSheet": (input) => withVault((vault) => readSheet(vault, input)),
  "vault.holdsKeys": ({ envelopes }) => withVault((vault) => ok(holdsKeysOf(vault, envelopes))),
  "vault.openCards": ({ cards }) => ok(cards.map(openWithRelease)),
  "vault.wrapKitParts": (input) => withVault((vault) => wrapKitParts(vault, input)),
  "vault.openKitParts": (input) => withVault((vault) => openKitParts(vault, input)),
  "vault.createLoopSecret": ({ loopId }) => withVault((vault) => createLoopSecret(vault, loopId)),
  "vault.loopChannel": ({ loopId }) => withVault((vault) => loopChannel(vault, loopId)),
  "vault.newGeneration": ({ roster }) => withVault((vault) => newGeneration(vault, roster, now())),
  "vault.followGenerations": (asked) => withVault((vault) => followGenerations(vault, asked)),
  "vault.sealDraft": ({ card, number, borrowed }) =>
    withVault((vault) => sealDraft(vault, card, number, borrowed)),
  "vault.checkDraft": ({ copy }) => checkDraft(copy),
  "vault.openDraft": ({ copy }) => withVault((vault) => openDraft(vault, copy)),
  "vault.recovery": () => withVault(({ recovery }) => recovery.state()),
  "vault.makeRecoveryKey": () => withVault((vault) => makeRecoveryKey(vault, now())),
  "vault.useRecoveryKey": (input) => withVault((vault) => useRecoveryWords(vault, input, now())),
  "vault.noteBorrowed": ({ loopId }) => withVault(({ borrowed }) => borrowed.note(loopId)),
  "vault.forgetLentRecovery": () => withVault(({ recovery }) => recovery.forgetLent()),
  "vault.selfTest": () => ok(runVaultSelfTest()),
});
