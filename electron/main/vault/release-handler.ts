import type { Hash, Timestamp } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { mayRelease } from "../../../src/domain/sealing/call";
import type { SignedEntry } from "../../../src/domain/sealing/entries";
import { isReleaser } from "../../../src/domain/sealing/open-by-escrow";
import { releaseCard } from "../../../src/domain/sealing/release";
import type { ReleaseFailure } from "../../contract/vault";
import { authenticOnes, ledgerOfEntries } from "./judged-entries";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

export interface ReleaseRequest {
  /** Everything the laptop holds of the loop. */
  readonly entries: readonly SignedEntry[];
  readonly callHash: Hash;
  readonly envelopeHash: Hash;
  readonly charterHash: Hash | null;
  /** As whom; a laptop that holds escrow says so each time, since others' keys are another act than its own. */
  readonly releaser: "author" | "escrow";
}

/**
 * Signs the release of a card, after main itself judged the call by the loop's entries. The window's word is not enough:
 * a released key cannot be taken back.
 */
export const releaseFor = (
  { identity, recovery }: Pick<Vault, "identity" | "recovery">,
  request: ReleaseRequest,
  at: Timestamp,
): Result<SignedEntry, ReleaseFailure> => {
  const { releaser, callHash, envelopeHash, charterHash } = request;
  const entries = authenticOnes(request.entries);
  const call = entries.find((entry) => entry.hash === callHash);
  const envelope = entries.find((entry) => entry.hash === envelopeHash);
  if (call?.kind !== "call") return err({ type: "callNotAccepted" });
  if (envelope?.kind !== "card") return err({ type: "envelopeNotAccepted" });
  const ledger = ledgerOfEntries(entries, call.body.loopId, charterHash);
  const allowed = mayRelease(call, envelope, ledger);
  if (!allowed.ok) return allowed;
  if (!isReleaser(releaser, envelope, ledger, identity.deviceId))
    return err({ type: releaser === "escrow" ? "notTheEscrow" : "notMyCard" });
  const recovering = releaser === "author" ? recovery.agreement() : ok(null);
  if (!recovering.ok) return recovering;
  return releaseCard(envelope, { callHash, at, releaser }, identity, nodeCrypto, recovering.value);
};
