import type { LoopId } from "../../domain/ids";
import { type KeptWords, keptWordsListSchema } from "../../domain/loop/kept-words";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import type { RowFormat } from "../rows/row-format";
import { derivedRowId } from "../rows/row-id";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

export const keptWordsKind = "keptWords";

/** One row a loop, beside the cards in progress that this laptop holds for colleagues. */
export const keptWordsFormat: RowFormat<readonly KeptWords[]> = {
  collection: "heldDrafts",
  kind: keptWordsKind,
  v: 1,
  schema: keptWordsListSchema,
  upgrades: {},
};

/** What shared notes said before somebody took it away, on this laptop alone. */
export interface KeptWordsRepository {
  /** Writes the whole list of a loop. */
  readonly put: (loopId: LoopId, kept: readonly KeptWords[]) => Promise<Result<void, StoreFailure>>;
  readonly ofLoop: (loopId: LoopId) => Promise<Result<readonly KeptWords[], StoreFailure>>;
}

export const createKeptWordsRepository = (context: RowTableContext): KeptWordsRepository => {
  const table = createRowTable(context, keptWordsFormat, { remember: false });
  const idOf = (loopId: LoopId): Promise<string> => derivedRowId("heldDrafts", loopId, keptWordsKind);
  return {
    put: async (loopId, kept) => table.put({ id: await idOf(loopId), subjectId: loopId }, kept),
    ofLoop: async (loopId) => {
      const found = await table.one(await idOf(loopId));
      return found.ok ? ok(found.value ?? []) : found;
    },
  };
};
