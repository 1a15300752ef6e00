import { z } from "zod";
import type { LoopId } from "../../domain/ids";
import { timestampSchema } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import { type DraftCopy, draftCopySchema } from "../../domain/sealing/draft-copy";
import type { StoreFailure } from "../failure";
import type { RowFormat } from "../rows/row-format";
import { derivedRowId } from "../rows/row-id";
import type { Readout } from "../rows/row-reader";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";
import { keptWordsKind } from "./kept-words-repository";

const heldDraftSchema = z.object({ copy: draftCopySchema, keptAt: timestampSchema });
type HeldDraft = z.infer<typeof heldDraftSchema>;

const heldDraftFormat: RowFormat<HeldDraft> = {
  collection: "heldDrafts",
  kind: "heldDraft",
  beside: [keptWordsKind],
  v: 1,
  schema: heldDraftSchema,
  upgrades: {},
};

/** Colleagues' cards in progress that this laptop keeps for them and cannot open. */
export interface HeldDraftRepository {
  /** Keeps a copy in the place of an older one by the same laptop for the same slot; an older one changes nothing. */
  readonly keep: (copy: DraftCopy) => Promise<Result<void, StoreFailure>>;
  readonly ofLoop: (loopId: LoopId) => Promise<Result<Readout<HeldDraft>, StoreFailure>>;
}

export const createHeldDraftRepository = (context: RowTableContext): HeldDraftRepository => {
  const table = createRowTable(context, heldDraftFormat, { remember: false });
  const turns = inTurn();
  const keep = async (copy: DraftCopy): Promise<Result<void, StoreFailure>> => {
    const { loopId, slotId, deviceId, number } = copy.header;
    const id = await derivedRowId("heldDrafts", loopId, slotId, deviceId);
    const held = await table.one(id);
    // A row that no longer opens is written anew.
    if (!held.ok && held.error.type !== "unreadable") return held;
    if (held.ok && held.value !== null && held.value.copy.header.number >= number) return ok(undefined);
    return table.put({ id, subjectId: loopId }, { copy, keptAt: context.now() });
  };
  return {
    // One after the other, so that of two copies that come together the newer stays.
    keep: (copy) => turns.run(() => keep(copy)),
    ofLoop: table.ofSubject,
  };
};
