import { z } from "zod";
import type { LoopId, SubjectId } from "../../domain/ids";
import {
  candidateIdSchema,
  hashSchema,
  kitIdSchema,
  loopIdSchema,
  personIdSchema,
  timestampSchema,
} from "../../domain/ids";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { RowFormat } from "../rows/row-format";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

/** A loop as this laptop lists it. What happens in it is in its update log; this is only the way in. */
export const storedLoopSchema = z.object({
  loopId: loopIdSchema,
  /** Whether this laptop founded the loop or was admitted to it. */
  role: z.enum(["facilitator", "member"]),
  /** Who this laptop belongs to; null until admitted. */
  me: personIdSchema.nullable(),
  /** The loop's first signed entry, by which everything else is checked; null until it arrived. */
  charterHash: hashSchema.nullable(),
  /** The candidate's row on this laptop; null where the loop was made elsewhere. */
  candidateId: candidateIdSchema.nullable(),
  candidateName: z.string(),
  kitTitle: z.string(),
  /** The role kit it was planned from; absent until the plan is known. */
  kitId: kitIdSchema.optional(),
  levelName: z.string(),
  phase: z.enum(["planned", "live", "revealed", "decided", "withdrawn", "cancelled"]),
  /** Local date of the first slot, "2026-11-23", or empty. */
  day: z.union([z.literal(""), z.iso.date()]),
  createdAt: timestampSchema,
});
export type StoredLoop = z.infer<typeof storedLoopSchema>;

const loopFormat: RowFormat<StoredLoop> = {
  collection: "loops",
  kind: "loop",
  v: 1,
  schema: storedLoopSchema,
  upgrades: {},
};

/** The loops this laptop takes part in. A loop is the subject of its own row and of everything in it. */
export interface LoopRepository {
  /** Newest first. Rows that cannot be read are in the store's list of unreadable rows. */
  readonly list: Live<Loadable<readonly StoredLoop[]>>;
  /** The same once; those that cannot be read are left out. */
  readonly all: () => Promise<Result<readonly StoredLoop[], StoreFailure>>;
  readonly one: (loopId: LoopId) => Promise<Result<StoredLoop | null, StoreFailure>>;
  /** Writes a new loop; its key is made where it is missing. Doing it twice changes nothing. */
  readonly add: (loop: StoredLoop) => Promise<Result<void, StoreFailure>>;
  /** Writes a changed loop over the old one. */
  readonly put: (loop: StoredLoop) => Promise<Result<void, StoreFailure>>;
  readonly forget: (subjectId: SubjectId) => void;
}

const newestFirst = (one: StoredLoop, other: StoredLoop): number =>
  other.createdAt.localeCompare(one.createdAt) || one.loopId.localeCompare(other.loopId);

export const createLoopRepository = (context: RowTableContext): LoopRepository => {
  const table = createRowTable(context, loopFormat, { remember: true });
  const all: LoopRepository["all"] = async () => {
    const read = await table.all();
    return read.ok ? ok(read.value.rows.map(({ value }) => value).sort(newestFirst)) : read;
  };
  return {
    list: liveLoad((changed) => context.connection.watch(["loops"], changed), all),
    all,
    one: table.one,
    add: (loop) => table.putFirst({ id: loop.loopId, subjectId: loop.loopId }, loop),
    put: (loop) => table.put({ id: loop.loopId, subjectId: loop.loopId }, loop),
    forget: table.forget,
  };
};
