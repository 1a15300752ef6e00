import type { SubjectId } from "../domain/ids";
import type { Result } from "../domain/result";

/** A subject's key as the window may hold it: usable for AES-GCM, never readable. */
export interface LentKey {
  readonly keyVersion: number;
  /** AES-256-GCM, not extractable, usages encrypt and decrypt. */
  readonly key: CryptoKey;
}

/** Why a key is not lent: the vault names it ("noKey", "locked", "destroyed"), the screen words it. */
export type KeyRefusal = { readonly type: string };

/** Where the store borrows the keys of candidates and loops. The vault in Electron main keeps them. */
export interface SubjectKeys {
  /** The key of a subject that has one; never makes one, so that a lost key is seen as lost. */
  readonly lend: (subjectId: SubjectId) => Promise<Result<LentKey, KeyRefusal>>;
  /** The key of a subject, made now if there is none. A destroyed key is not made again. */
  readonly create: (subjectId: SubjectId) => Promise<Result<LentKey, KeyRefusal>>;
}
