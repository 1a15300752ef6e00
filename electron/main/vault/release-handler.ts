import type { Hash, Timestamp } from "../../../src/domain/ids";
import { err, type Result } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import { mayRelease } from "../../../src/domain/sealing/call";
import type { AuthenticEntry, SignedEntry } from "../../../src/domain/sealing/entries";
import { buildLedger, type LoopLedger } from "../../../src/domain/sealing/ledger/ledger";
import { releaseCard } from "../../../src/domain/sealing/release";
import type { ReleaseFailure } from "../../contract/vault";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

export interface ReleaseRequest {
  /** Everything the laptop holds of the loop. */
  readonly entries: readonly SignedEntry[];
  readonly callHash: Hash;
  readonly envelopeHash: Hash;
  readonly charterHash: Hash | null;
}

/** Entries that are not authentic do not count, as everywhere. */
const authenticOnes = (entries: readonly SignedEntry[]): readonly AuthenticEntry[] =>
  entries.flatMap((entry) => {
    const authentic = authenticate(entry, nodeCrypto);
    return authentic.ok ? [authentic.value] : [];
  });

const ledgerFor = (
  call: AuthenticEntry<"call">,
  request: ReleaseRequest,
  entries: readonly AuthenticEntry[],
) =>
  buildLedger(entries, {
    loopId: call.body.loopId,
    anchor: { charterHash: request.charterHash, founder: null },
  });

/** Escrow laptops can unwrap other persons' keys; giving those out is another act than this one. */
const isMine = (envelope: AuthenticEntry<"card">, deviceId: string, { rosters }: LoopLedger): boolean =>
  rosters.some(({ body }) =>
    body.devices.some(
      (device) => device.deviceId === deviceId && device.personId === envelope.body.header.personId,
    ),
  );

/**
 * Signs the release of a card, after main itself judged the call by the loop's entries. The window's word is not enough:
 * a released key cannot be taken back.
 */
export const releaseFor = (
  { identity }: Vault,
  request: ReleaseRequest,
  at: Timestamp,
): Result<SignedEntry, ReleaseFailure> => {
  const entries = authenticOnes(request.entries);
  const call = entries.find((entry) => entry.hash === request.callHash);
  const envelope = entries.find((entry) => entry.hash === request.envelopeHash);
  if (call?.kind !== "call") return err({ type: "callNotAccepted" });
  if (envelope?.kind !== "card") return err({ type: "envelopeNotAccepted" });
  const ledger = ledgerFor(call, request, entries);
  const allowed = mayRelease(call, envelope, ledger);
  if (!allowed.ok) return allowed;
  if (!isMine(envelope, identity.deviceId, ledger)) return err({ type: "notMyCard" });
  return releaseCard(envelope, { callHash: call.hash, at }, identity, nodeCrypto);
};
