import type { Bridge } from "../../../electron/contract/bridge";
import type { SubjectId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import type { KeyRefusal, LentKey, SubjectKeys } from "../../store/subject-keys";

/**
 * A key as the window may hold it: usable, never readable again. The bytes that crossed the process wall are
 * overwritten as soon as WebCrypto has them.
 */
export const importAesKey = async (bytes: Uint8Array): Promise<CryptoKey> => {
  const own = new Uint8Array(bytes);
  const key = await crypto.subtle.importKey("raw", own, "AES-GCM", false, ["encrypt", "decrypt"]);
  own.fill(0);
  bytes.fill(0);
  return key;
};

/** The keys of candidates and loops, borrowed from the vault in main. */
export const vaultSubjectKeys = (vault: Bridge["vault"]): SubjectKeys => {
  const lend = async (subjectId: SubjectId): Promise<Result<LentKey, KeyRefusal>> => {
    const answer = expectedOnly(await vault.lendSubjectKeys({ subjectIds: [subjectId] }));
    if (!answer.ok) return answer;
    const [lent] = answer.value.keys;
    if (lent === undefined) return err({ type: answer.value.missing[0]?.reason ?? "noKey" });
    return ok({ keyVersion: lent.keyVersion, key: await importAesKey(lent.key) });
  };
  return {
    lend,
    create: async (subjectId) => {
      const created = expectedOnly(await vault.createSubject({ subjectId }));
      return created.ok ? lend(subjectId) : created;
    },
  };
};
