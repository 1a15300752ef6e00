import { type LoopId, loopIdSchema, type SubjectId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type {
  LentSubjectKey,
  LentSubjectKeys,
  LoopChannel,
  MissingSubjectKey,
  VaultFailure,
} from "../../contract/vault";
import { deriveLoopKey, topicOf } from "./loop-keys";
import type { LoopSecret, NoLoopSecret } from "./loop-secrets";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

type Lent = ReturnType<Vault["keyring"]["lend"]>;
type LendFailure = Extract<Lent, { readonly ok: false }>["error"];

/** What is missing of one subject; anything else is wrong with the whole vault. */
const missingOf = (subjectId: SubjectId, failure: LendFailure): Result<MissingSubjectKey, VaultFailure> => {
  switch (failure.type) {
    case "noKey":
    case "destroyed":
      return ok({ subjectId, reason: failure.type });
    case "vaultDamaged":
      return ok({ subjectId, reason: "damaged" });
    default:
      return err(failure);
  }
};

/** Lends what is there and names what is not; only a disk that cannot be read at all fails the whole. */
export const lendSubjectKeys = (
  { keyring }: Vault,
  subjectIds: readonly SubjectId[],
): Result<LentSubjectKeys, VaultFailure> => {
  const keys: LentSubjectKey[] = [];
  const missing: MissingSubjectKey[] = [];
  for (const subjectId of subjectIds) {
    const lent = keyring.lend(subjectId);
    if (lent.ok) {
      keys.push({ subjectId, ...lent.value });
      continue;
    }
    const gap = missingOf(subjectId, lent.error);
    if (!gap.ok) return gap;
    missing.push(gap.value);
  }
  return ok({ keys, missing });
};

type Destroyed = Pick<Vault, "keyring" | "loopSecrets" | "borrowed">;

/** A loop's secrets go with its key, and with a borrowed one that the laptop was lent. */
const forgetLoop = (
  { loopSecrets, borrowed }: Destroyed,
  subjectId: SubjectId,
): Result<undefined, VaultFailure> => {
  const secrets = loopSecrets.destroy(loopIdSchema.parse(subjectId));
  return secrets.ok ? borrowed.forget(subjectId) : secrets;
};

/** A subject is a candidate or a loop. */
export const destroySubject = (vault: Destroyed, subjectId: SubjectId): Result<undefined, VaultFailure> => {
  const destroyed = vault.keyring.destroy(subjectId);
  return destroyed.ok ? forgetLoop(vault, subjectId) : destroyed;
};

/** Of a loop that never came: its key goes without the mark, so that the same person may still join it here. */
export const forgetJoining = (vault: Destroyed, loopId: LoopId): Result<undefined, VaultFailure> => {
  const forgotten = vault.keyring.forget(loopId);
  return forgotten.ok ? forgetLoop(vault, loopId) : forgotten;
};

export const createLoopSecret = (
  { keyring, loopSecrets }: Vault,
  loopId: LoopId,
): Result<{ readonly generation: number }, VaultFailure | { readonly type: "destroyed" }> => {
  const destroyed = keyring.isDestroyed(loopId);
  if (!destroyed.ok) return destroyed;
  if (destroyed.value) return err({ type: "destroyed" });
  const created = loopSecrets.create(loopId);
  return created.ok ? ok({ generation: created.value.generation }) : created;
};

const channelFrom = ({ generation, secret }: LoopSecret): LoopChannel => ({
  generation,
  topic: topicOf(secret),
  signalingPassword: nodeCrypto.toBase64Url(deriveLoopKey(secret, "signalingPassword")),
  transportKey: deriveLoopKey(secret, "transportKey"),
});

export const loopChannel = (
  { loopSecrets }: Vault,
  loopId: LoopId,
): Result<LoopChannel, VaultFailure | NoLoopSecret> => {
  const newest = loopSecrets.newest(loopId);
  return newest.ok ? ok(channelFrom(newest.value)) : newest;
};
