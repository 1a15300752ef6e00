import type { SubjectId } from "../../domain/ids";
import type { Result } from "../../domain/result";
import type { KeyRefusal, LentKey, SubjectKeys } from "../subject-keys";

/** The keys this window has borrowed, each asked for once. */
export interface KeyRing {
  /** The key of a subject that has one. */
  readonly keyOf: (subjectId: SubjectId) => Promise<Result<LentKey, KeyRefusal>>;
  /** The key of a subject, made now if there is none. */
  readonly newKeyOf: (subjectId: SubjectId) => Promise<Result<LentKey, KeyRefusal>>;
  /** Forgets the key; the next use borrows it again. */
  readonly forget: (subjectId: SubjectId) => void;
}

export const createKeyRing = (keys: SubjectKeys): KeyRing => {
  const held = new Map<SubjectId, Promise<Result<LentKey, KeyRefusal>>>();
  const hold = (subjectId: SubjectId, asked: Promise<Result<LentKey, KeyRefusal>>) => {
    held.set(subjectId, asked);
    const drop = () => {
      if (held.get(subjectId) === asked) held.delete(subjectId);
    };
    // A refusal is not kept: the vault may be unlocked before the next try.
    asked.then((lent) => lent.ok || drop(), drop);
    return asked;
  };
  return {
    keyOf: (subjectId) => held.get(subjectId) ?? hold(subjectId, keys.lend(subjectId)),
    newKeyOf: (subjectId) => hold(subjectId, keys.create(subjectId)),
    forget: (subjectId) => {
      held.delete(subjectId);
    },
  };
};
