import type { SubjectId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { KeyRefusal, LentKey, SubjectKeys } from "../../../src/store/subject-keys";

/** A vault in memory: it outlives the stores of a test as the real one outlives a window. */
export interface FakeSubjectKeys extends SubjectKeys {
  /** Puts another key in a subject's place, under the same version unless told otherwise. */
  readonly replace: (subjectId: SubjectId, keyVersion?: number) => Promise<void>;
  /** From now on the subject's key is refused for this reason; null lends it again. */
  readonly refuse: (subjectId: SubjectId, reason: string | null) => void;
  /** The key is gone and another may be made. */
  readonly forget: (subjectId: SubjectId) => void;
  /** How often a key was asked for. */
  readonly asked: () => number;
}

const makeKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

export const createFakeSubjectKeys = (): FakeSubjectKeys => {
  const keys = new Map<SubjectId, Promise<LentKey>>();
  const refused = new Map<SubjectId, string>();
  let count = 0;

  const lend = async (subjectId: SubjectId): Promise<Result<LentKey, KeyRefusal>> => {
    count += 1;
    const reason = refused.get(subjectId);
    if (reason !== undefined) return err({ type: reason });
    const key = keys.get(subjectId);
    return key === undefined ? err({ type: "noKey" }) : ok(await key);
  };
  const make = async (keyVersion: number): Promise<LentKey> => ({ keyVersion, key: await makeKey() });

  return {
    lend,
    create: (subjectId) => {
      if (!keys.has(subjectId)) keys.set(subjectId, make(1));
      return lend(subjectId);
    },
    replace: async (subjectId, keyVersion = 1) => {
      keys.set(subjectId, make(keyVersion));
    },
    refuse: (subjectId, reason) => {
      if (reason === null) refused.delete(subjectId);
      else refused.set(subjectId, reason);
    },
    forget: (subjectId) => void keys.delete(subjectId),
    asked: () => count,
  };
};
