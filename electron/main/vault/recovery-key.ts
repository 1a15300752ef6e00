import { rmSync } from "node:fs";
import { join } from "node:path";
import { base64UrlSchema, type Timestamp, timestampSchema } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { AgreementKey } from "../../../src/domain/sealing/crypto-port";
import { recoveryEntropyBytes, recoverySecret } from "../../../src/domain/sealing/recovery-key";
import type { RecoveryState, RecoveryWordsFailure, VaultFailure } from "../../contract/vault";
import { agreementKeyFrom } from "./agreement-key";
import type { DeviceKey } from "./device-key";
import { entropyOf, wordsOf } from "./mnemonic";
import { nodeCrypto } from "./node-crypto";
import { readWrapped, writeWrapped } from "./wrapped-file";

export const recoveryFile = "recovery.json";
/** Words that were typed while the laptop was lent: they are not its owner's, and go with the loop. */
export const lentRecoveryFile = "recovery-lent.json";

/**
 * The recovery key of whoever writes cards on this laptop. The laptop that makes it shows its words once and keeps the
 * public half alone; a laptop that was given the words keeps the private half, so that it opens what only they open.
 */
export interface RecoveryKey {
  readonly state: () => Result<RecoveryState, VaultFailure>;
  /** Makes a key in the place of any before it; the words are nowhere else. */
  readonly make: (at: Timestamp) => Result<{ readonly words: string }, VaultFailure>;
  /**
   * Takes the words of the person's key, from now on also for what is sealed here. `lent` words open and are in nobody's
   * way: the owner's key stays, and nothing is sealed to them here.
   */
  readonly use: (
    words: string,
    at: Timestamp,
    lent?: boolean,
  ) => Result<RecoveryState, VaultFailure | RecoveryWordsFailure>;
  /** Takes lent words off the disk; does nothing where there are none. */
  readonly forgetLent: () => Result<undefined, VaultFailure>;
  /** To whom cards are wrapped besides laptops; null where the person has no recovery key. */
  readonly publicKey: () => Result<Uint8Array | null, VaultFailure>;
  /** The key itself where its words were given here; null elsewhere. */
  readonly agreement: () => Result<AgreementKey | null, VaultFailure>;
}

interface Kept {
  readonly publicKey: Uint8Array;
  readonly secret: Uint8Array | null;
  readonly madeAt: Timestamp;
}

const none: RecoveryState = { madeAt: null, canOpen: false };

const toState = (kept: Kept | null): RecoveryState =>
  kept === null ? none : { madeAt: kept.madeAt, canOpen: kept.secret !== null };

export const openRecoveryKey = (folder: string, deviceKey: DeviceKey): RecoveryKey => {
  const lentPath = join(folder, lentRecoveryFile);
  const readFrom = (file: string): Result<Kept | null, VaultFailure> => {
    const stored = readWrapped(join(folder, file), { kind: "recovery", facts: {} }, deviceKey);
    if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
    const { secret, facts } = stored.value;
    const publicKey = base64UrlSchema.length(43).safeParse(facts.publicKey);
    const madeAt = timestampSchema.safeParse(facts.madeAt);
    if (!publicKey.success || !madeAt.success) return err({ type: "vaultDamaged", file });
    return ok({
      publicKey: nodeCrypto.fromBase64Url(publicKey.data),
      secret: facts.holds === "secret" ? secret : null,
      madeAt: madeAt.data,
    });
  };
  const read = (): Result<Kept | null, VaultFailure> => readFrom(recoveryFile);
  /** What opens here: lent words before the owner's. */
  const opener = (): Result<Kept | null, VaultFailure> => {
    const lent = readFrom(lentRecoveryFile);
    return !lent.ok || lent.value !== null ? lent : read();
  };
  const write = (
    { publicKey, secret, madeAt }: Kept,
    path = join(folder, recoveryFile),
  ): Result<void, VaultFailure> => {
    const facts = {
      publicKey: nodeCrypto.toBase64Url(publicKey),
      madeAt,
      holds: secret === null ? "public" : "secret",
    };
    return writeWrapped(path, secret ?? publicKey, { kind: "recovery", facts }, deviceKey);
  };
  const keyOf = (entropy: Uint8Array) => {
    const secret = recoverySecret(entropy, nodeCrypto);
    return { secret, publicKey: agreementKeyFrom(secret).publicKey };
  };
  return {
    state: () => {
      const kept = opener();
      return kept.ok ? ok(toState(kept.value)) : kept;
    },
    make: (madeAt) => {
      const entropy = nodeCrypto.randomBytes(recoveryEntropyBytes);
      const written = write({ publicKey: keyOf(entropy).publicKey, secret: null, madeAt });
      return written.ok ? ok({ words: wordsOf(entropy) }) : written;
    },
    use: (words, at, lent = false) => {
      const entropy = entropyOf(words);
      if (!entropy.ok) return entropy;
      const kept = { ...keyOf(entropy.value), madeAt: at };
      const written = lent ? write(kept, lentPath) : write(kept);
      return written.ok ? ok(toState(kept)) : written;
    },
    forgetLent: () => {
      try {
        rmSync(lentPath, { force: true });
        return ok(undefined);
      } catch (error) {
        // Whatever keeps the file there, the wiping is not done while it is.
        return err({ type: "vaultNotWritable", code: (error as NodeJS.ErrnoException).code ?? "" });
      }
    },
    publicKey: () => {
      const kept = read();
      return kept.ok ? ok(kept.value?.publicKey ?? null) : kept;
    },
    agreement: () => {
      const kept = opener();
      if (!kept.ok) return kept;
      const secret = kept.value?.secret ?? null;
      return ok(secret === null ? null : agreementKeyFrom(secret));
    },
  };
};
