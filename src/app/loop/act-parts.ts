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
  /** Why this laptop itself would keep an entry apart, or null. */
  readonly faultOf: (entry: AuthenticEntry) => string | null;
  /** Resolves when everything in the document is durable, or with why not. */
  readonly saved: () => Promise<Done>;
}

/** An act's outcome; a failure says what the screens word. */
export type Done = Result<void, Failure>;

export const now = ({ ids }: ActParts): Timestamp => timestampSchema.parse(ids.now());

/** Puts an entry into the loop. Nothing is published that this laptop itself would refuse. */
export const publish = async (parts: ActParts, signed: Result<SignedEntry, Failure>): Promise<Done> => {
  const checked = signed.ok ? await parts.book.check(signed.value) : signed;
  if (!checked.ok) return err({ ...checked.error });
  const fault = parts.faultOf(checked.value);
  if (fault !== null) return err({ type: fault });
  await parts.book.put(checked.value);
  return ok(undefined);
};
