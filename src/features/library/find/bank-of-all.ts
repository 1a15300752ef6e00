import type { KitService } from "../../../bindings/services";
import { questionBankHead, questionBankLines } from "../../../documents/question-bank-csv";
import type { KitId } from "../../../domain/ids";

/** The questions of many kits as CSV. */
export interface Bank {
  readonly csv: string;
  /** How many kits could not be read and are not in it. */
  readonly unread: number;
}

/** Reads one kit after the other, as it is stored then, and keeps its lines only; null once `goesOn` says no. */
export const bankOfAll = async (
  readKit: KitService["read"],
  ids: readonly KitId[],
  goesOn: (read: number) => boolean,
): Promise<Bank | null> => {
  const lines = [questionBankHead];
  let unread = 0;
  for (const [at, id] of ids.entries()) {
    if (!goesOn(at)) return null;
    const kit = await readKit(id);
    if (kit.ok) lines.push(questionBankLines(kit.value));
    else unread += 1;
  }
  return goesOn(ids.length) ? { csv: lines.join(""), unread } : null;
};
