import { followGenerations, newGeneration } from "../../../electron/main/vault/generation-handlers";
import { openKitParts, wrapKitParts } from "../../../electron/main/vault/kit-part-handlers";
import type { LoopSecrets } from "../../../electron/main/vault/loop-secrets";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { openSheetFor, readSheet } from "../../../electron/main/vault/opening-handlers";
import { recoveryRecipients } from "../../../electron/main/vault/recovery-recipients";
import type { LoopVault } from "../../../src/app/loop/loop-vault";
import type { Card } from "../../../src/domain/card/card";
import { type Hash, timestampSchema } from "../../../src/domain/ids";
import { err, ok, type Result, unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import { mayRelease } from "../../../src/domain/sealing/call";
import type { AgreementKey, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { isSignedDraftCopy, openDraftCopy, sealDraftCopy } from "../../../src/domain/sealing/draft-copy";
import type { AuthenticEntry, EntryKind, SignedEntry } from "../../../src/domain/sealing/entries";
import { sealCard } from "../../../src/domain/sealing/envelope";
import { buildLedger } from "../../../src/domain/sealing/ledger/ledger";
import { isReleaser, openByEscrow } from "../../../src/domain/sealing/open-by-escrow";
import { unwrapContentKey } from "../../../src/domain/sealing/open-card";
import { openReleased, releaseCard } from "../../../src/domain/sealing/release";
import { signEntry } from "../../../src/domain/sealing/signing";
import { keysOf } from "../sealing/devices";
import { newLaptopSecrets } from "./laptop-secrets";

const authentic = (entries: readonly SignedEntry[]): readonly AuthenticEntry[] =>
  entries.flatMap((entry) => {
    const checked = authenticate(entry, nodeCrypto);
    return checked.ok ? [checked.value] : [];
  });

const find = <Kind extends EntryKind>(
  entries: readonly AuthenticEntry[],
  kind: Kind,
  hash: Hash,
): AuthenticEntry<Kind> | undefined =>
  entries.find((entry) => entry.kind === kind && entry.hash === hash) as AuthenticEntry<Kind> | undefined;

const toOwn = (device: DeviceIdentity) => [
  {
    recipient: { kind: "device" as const, deviceId: keysOf(device).deviceId },
    agreeKey: device.agreement.publicKey,
  },
];

type Release = Result<SignedEntry, { readonly type: string }>;

/** A recovery key as a laptop's vault holds it. */
export interface HeldRecovery {
  readonly publicKey: Uint8Array;
  readonly agreement: AgreementKey | null;
}

const noRecovery = (): HeldRecovery | null => null;

/** The vault of one laptop without a process wall: the domain's own functions on node:crypto. */
export const nodeVault = (
  device: DeviceIdentity,
  now: () => string,
  loopSecrets: LoopSecrets = newLaptopSecrets(),
  recovery: () => HeldRecovery | null = noRecovery,
): LoopVault => {
  const ownKey = { publicKey: () => ok(recovery()?.publicKey ?? null) };
  const spare = (card: Card, borrowed: boolean) => unwrap(recoveryRecipients(card, ownKey, borrowed));
  const keys = { identity: device, loopSecrets, keyring: { isDestroyed: () => ok(false) } };
  const release = (
    signed: readonly SignedEntry[],
    callHash: Hash,
    envelopeHash: Hash,
    charterHash: Hash | null,
    releaser: "author" | "escrow" = "author",
  ): Release => {
    const entries = authentic(signed);
    const [call, envelope] = [find(entries, "call", callHash), find(entries, "card", envelopeHash)];
    if (call === undefined || envelope === undefined) return err({ type: "notHere" });
    const { loopId } = envelope.body.header;
    const ledger = buildLedger(entries, { loopId, anchor: { charterHash, founder: null } });
    const allowed = mayRelease(call, envelope, ledger);
    if (!allowed.ok) return allowed;
    if (!isReleaser(releaser, envelope, ledger, device.deviceId)) return err({ type: "notTheReleaser" });
    const at = timestampSchema.parse(now());
    return releaseCard(
      envelope,
      { callHash, at, releaser },
      device,
      nodeCrypto,
      recovery()?.agreement ?? null,
    );
  };
  const failure = <Value>(answer: Result<Value, { readonly type: string }>) =>
    answer.ok ? answer : err({ ...answer.error });

  return {
    device: keysOf(device),
    sign: async (kind, body) => ok(signEntry(kind, body, device, nodeCrypto)),
    seal: async (card, facts, recipients, borrowed = false) => {
      const withKeys = recipients.map(({ recipient, agreeKey }) => ({
        recipient,
        agreeKey: nodeCrypto.fromBase64Url(agreeKey),
      }));
      return failure(sealCard(card, facts, [...withKeys, ...spare(card, borrowed)], device, nodeCrypto));
    },
    authenticate: async (entries) =>
      entries.map((entry) => {
        const checked = authenticate(entry, nodeCrypto);
        if (!checked.ok) return err({ ...checked.error });
        return ok({ hash: checked.value.hash, deviceId: checked.value.deviceId });
      }),
    newGeneration: async (roster) =>
      failure(newGeneration({ identity: device }, roster, timestampSchema.parse(now()))),
    followGenerations: async (loopId, entries, charterHash) =>
      failure(followGenerations(keys, { loopId, entries, charterHash })),
    wrapParts: async (context, parts, recipients) =>
      wrapKitParts({ identity: device }, { ...context, parts, recipients }),
    openParts: async (context, wraps) => openKitParts({ identity: device }, { ...context, wraps }),
    release: async (...asked) => failure(release(...asked)),
    openByEscrow: async (signed, envelopeHash, charterHash) => {
      const entries = authentic(signed);
      const envelope = find(entries, "card", envelopeHash);
      if (envelope === undefined) return err({ type: "envelopeNotAccepted" });
      const { loopId } = envelope.body.header;
      const ledger = buildLedger(entries, { loopId, anchor: { charterHash, founder: null } });
      return failure(openByEscrow(envelope, ledger, device, nodeCrypto));
    },
    openSheet: async (entries, owed, charterHash) =>
      failure(
        openSheetFor({ identity: device }, { entries, ...owed, charterHash }, timestampSchema.parse(now())),
      ),
    readSheet: async (opening, envelope) =>
      failure(readSheet({ identity: device }, { opening: opening.entry, envelope: envelope.entry })),
    holdsKeys: async (envelopes) =>
      envelopes.map((envelope) => unwrapContentKey(envelope, device, nodeCrypto).ok),
    canRecover: async () => (recovery()?.agreement ?? null) !== null,
    drafts: {
      seal: async (card, number, borrowed = false) => {
        const recipients = [...toOwn(device), ...spare(card, borrowed)];
        return failure(sealDraftCopy(card, number, recipients, device, nodeCrypto));
      },
      isSigned: async (copy) => isSignedDraftCopy(copy, nodeCrypto),
      open: async (copy) => {
        const agreement = recovery()?.agreement ?? null;
        if (copy.header.deviceId === device.deviceId) return failure(openDraftCopy(copy, device, nodeCrypto));
        if (agreement === null) return err({ type: "notForThisDevice" });
        return failure(openDraftCopy(copy, { agreement }, nodeCrypto));
      },
    },
    open: async (envelope, release) => failure(openReleased(envelope, release, nodeCrypto)),
  };
};
