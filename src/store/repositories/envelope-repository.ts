import { z } from "zod";
import type { LoopId } from "../../domain/ids";
import { hashSchema, timestampSchema } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { signedEntrySchema } from "../../domain/sealing/entries";
import type { StoreFailure } from "../failure";
import type { RowFormat } from "../rows/row-format";
import { derivedRowId } from "../rows/row-id";
import type { Readout } from "../rows/row-reader";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const storedEnvelopeSchema = z.object({
  /** SHA-256 of the signed bytes. */
  hash: hashSchema,
  /** Byte for byte as it was received. */
  entry: signedEntrySchema,
  keptAt: timestampSchema,
});
export type StoredEnvelope = z.infer<typeof storedEnvelopeSchema>;

const envelopeFormat: RowFormat<StoredEnvelope> = {
  collection: "envelopes",
  kind: "envelope",
  v: 1,
  schema: storedEnvelopeSchema,
  upgrades: {},
};

/** Every valid sealed envelope this laptop has seen, so that one that vanishes from the loop can be put back. */
export interface EnvelopeRepository {
  /** Keeps envelopes by their hash, all in one write; those already kept stay as they are. The caller verified them. */
  readonly keep: (
    loopId: LoopId,
    envelopes: readonly Pick<StoredEnvelope, "hash" | "entry">[],
  ) => Promise<Result<void, StoreFailure>>;
  /** All envelopes of a loop, in no order. */
  readonly ofLoop: (loopId: LoopId) => Promise<Result<Readout<StoredEnvelope>, StoreFailure>>;
}

export const createEnvelopeRepository = (context: RowTableContext): EnvelopeRepository => {
  const table = createRowTable(context, envelopeFormat, { remember: false });
  return {
    keep: async (loopId, envelopes) => {
      const once = [...new Map(envelopes.map((envelope) => [envelope.hash, envelope])).values()];
      const rows = once.map(async ({ hash, entry }) => ({
        id: await derivedRowId("envelopes", loopId, hash),
        value: { hash, entry, keptAt: context.now() },
      }));
      return table.keep(loopId, await Promise.all(rows));
    },
    ofLoop: table.ofSubject,
  };
};
