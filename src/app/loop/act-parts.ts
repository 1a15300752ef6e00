import type { Failure, IdService } from "../../bindings/services";
import { type Timestamp, timestampSchema } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import type { EntryBook } from "./entry-book";
import type { LoopVault } from "./loop-vault";

/** What every act needs. */
export interface ActParts {
  readonly vault: LoopVault;
  readonly book: EntryBook;
  readonly ids: IdService;
  readonly ledger: () => LoopLedger;
  /** Why this laptop itself would keep one of these entries apart, or null. */
  readonly faultOf: (...entries: readonly AuthenticEntry[]) => string | null;
  /** Why this laptop signs nothing for the loop at all, for instance because it was removed; null where it does. */
  readonly mayNotSign: () => Promise<Failure | null>;
  /** Resolves when everything in the document is durable, or with why not. */
  readonly saved: () => Promise<Done>;
}

/** An act's outcome; a failure says what the screens word. */
export type Done = Result<void, Failure>;

export const now = ({ ids }: ActParts): Timestamp => timestampSchema.parse(ids.now());

type Signed = Result<SignedEntry, Failure>;

const checkAll = async (
  { book }: ActParts,
  signed: readonly Signed[],
): Promise<Result<readonly AuthenticEntry[], Failure>> => {
  const checked: AuthenticEntry[] = [];
  for (const entry of signed) {
    const answer = entry.ok ? await book.check(entry.value) : entry;
    if (!answer.ok) return err({ ...answer.error });
    checked.push(answer.value);
  }
  return ok(checked);
};

/** Puts entries into the loop, all in one change or none. Nothing is published that this laptop itself would refuse. */
export const publish = async (parts: ActParts, ...signed: readonly Signed[]): Promise<Done> => {
  const checked = await checkAll(parts, signed);
  if (!checked.ok) return checked;
  const fault = parts.faultOf(...checked.value);
  if (fault !== null) return err({ type: fault });
  await parts.book.put(...checked.value);
  return ok(undefined);
};
