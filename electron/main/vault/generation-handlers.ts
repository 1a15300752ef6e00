import type { Hash, LoopId, Timestamp } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import { sameBytes } from "../../../src/domain/sealing/bytes";
import type { AuthenticEntry, SignedEntry } from "../../../src/domain/sealing/entries";
import { layOutGeneration, openGeneration } from "../../../src/domain/sealing/generation";
import { generationLine } from "../../../src/domain/sealing/ledger/generations";
import { buildLedger } from "../../../src/domain/sealing/ledger/ledger";
import { signEntry } from "../../../src/domain/sealing/signing";
import type {
  FollowedGeneration,
  FollowFailure,
  NewGenerationFailure,
  VaultFailure,
} from "../../contract/vault";
import { type LoopSecret, secretBytes } from "./loop-secrets";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";

/**
 * Makes the secret of the generation that a roster of this laptop raises, wraps it to every laptop of the roster and
 * signs that. Nothing is kept: this laptop finds its own wrap in the record once the record is in the loop, so a crash
 * before that leaves no secret that nobody else has.
 */
export const newGeneration = (
  { identity }: Pick<Vault, "identity">,
  entry: SignedEntry,
  at: Timestamp,
): Result<SignedEntry, NewGenerationFailure> => {
  const roster = authenticate(entry, nodeCrypto);
  if (!roster.ok) return roster;
  if (roster.value.kind !== "roster") return err({ type: "notARoster" });
  if (roster.value.deviceId !== identity.deviceId) return err({ type: "otherDevice" });
  if (roster.value.body.generation < 2) return err({ type: "firstGeneration" });
  const secret = nodeCrypto.randomBytes(secretBytes);
  const facts = { roster: roster.value, secret, at, deviceId: roster.value.deviceId };
  const body = layOutGeneration(facts, nodeCrypto);
  return body.ok ? ok(signEntry("generation", body.value, identity, nodeCrypto)) : body;
};

/** What of the loop's entries is authentic; the rest cannot speak. */
const authentic = (entries: readonly SignedEntry[]): readonly AuthenticEntry[] =>
  entries.flatMap((entry) => {
    const checked = authenticate(entry, nodeCrypto);
    return checked.ok ? [checked.value] : [];
  });

type Record = AuthenticEntry<"generation">;
type Keys = Pick<Vault, "identity" | "loopSecrets"> & {
  readonly keyring: Pick<Vault["keyring"], "isDestroyed">;
};

const secretIn = (record: Record, { identity }: Pick<Vault, "identity">): LoopSecret | null => {
  const secret = openGeneration(record, identity, nodeCrypto);
  return secret.ok ? { generation: record.body.generation, secret: secret.value } : null;
};

const isSame = (one: LoopSecret, other: LoopSecret): boolean =>
  one.generation === other.generation && sameBytes(one.secret, other.secret);

/**
 * True where the newest secret of this laptop gives way to the record's. A newer one that came through a lobby stays, even
 * if its record is not here yet; one of a branch of rosters that lost does not.
 */
const givesWay = (newest: LoopSecret, to: LoopSecret, lost: readonly LoopSecret[]): boolean =>
  newest.generation <= to.generation || lost.some((secret) => isSame(secret, newest));

const followRecord = (
  { loopSecrets }: Keys,
  loopId: LoopId,
  secret: LoopSecret,
  lost: readonly LoopSecret[],
): Result<boolean, VaultFailure> => {
  const newest = loopSecrets.newest(loopId);
  if (!newest.ok && newest.error.type !== "noLoopSecret") return err(newest.error);
  if (newest.ok && !givesWay(newest.value, secret, lost)) return ok(false);
  return loopSecrets.follow(loopId, secret);
};

/** Older generations of the line, for reading: kept where this laptop slept through them. */
const catchUp = (
  { loopSecrets }: Keys,
  loopId: LoopId,
  secrets: readonly LoopSecret[],
): Result<void, VaultFailure> => {
  for (const secret of secrets) {
    const kept = loopSecrets.keep(loopId, secret);
    if (!kept.ok && kept.error.type !== "otherSecret") return err(kept.error);
  }
  return ok(undefined);
};

/**
 * Keeps the secrets of the generations that these entries prove, judged here from the charter on. The window cannot make
 * main take a secret that the loop's authority did not give.
 */
export const followGenerations = (
  vault: Keys,
  asked: { readonly loopId: LoopId; readonly entries: readonly SignedEntry[]; readonly charterHash: Hash },
): Result<FollowedGeneration, FollowFailure> => {
  const { loopId, entries, charterHash } = asked;
  const destroyed = vault.keyring.isDestroyed(loopId);
  if (!destroyed.ok) return destroyed;
  if (destroyed.value) return err({ type: "destroyed" });
  const ledger = buildLedger(authentic(entries), { loopId, anchor: { charterHash, founder: null } });
  const line = generationLine(ledger.generations, ledger.roster, ledger.rosters);
  const secretsOf = (records: readonly Record[]) =>
    records.flatMap((record) => secretIn(record, vault) ?? []);
  const older = catchUp(vault, loopId, secretsOf(line.slice(0, -1)));
  if (!older.ok) return older;
  const record = line.at(-1);
  const opened = record === undefined ? null : openGeneration(record, vault.identity, nodeCrypto);
  if (opened?.ok === false && opened.error.type === "wrapDoesNotOpen")
    return err({ type: "wrapDoesNotOpen" });
  const [last] = secretsOf(line.slice(-1));
  const lost = secretsOf(ledger.generations.filter((record) => !line.includes(record)));
  const moved = last === undefined ? ok(false) : followRecord(vault, loopId, last, lost);
  if (!moved.ok) return moved;
  const newest = vault.loopSecrets.newest(loopId);
  return newest.ok ? ok({ generation: newest.value.generation, moved: moved.value }) : newest;
};
