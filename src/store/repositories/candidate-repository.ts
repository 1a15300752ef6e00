import type { Candidate } from "../../domain/candidate/candidate";
import { candidateSchema } from "../../domain/candidate/candidate";
import type { CandidateId, KitId, SubjectId } from "../../domain/ids";
import { candidateIdSchema } from "../../domain/ids";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { RowFormat } from "../rows/row-format";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const candidateFormat: RowFormat<Candidate> = {
  collection: "candidates",
  kind: "candidate",
  v: 1,
  schema: candidateSchema,
  upgrades: {},
};

/** The candidates of this laptop. A candidate is the subject of its own row. */
export interface CandidateRepository {
  /** Newest first. Rows that cannot be read are in the store's list of unreadable rows. */
  readonly list: Live<Loadable<readonly Candidate[]>>;
  /** The same as they are now, also while nobody listens to the list. */
  readonly all: () => Promise<Result<readonly Candidate[], StoreFailure>>;
  readonly one: (id: CandidateId) => Promise<Result<Candidate | null, StoreFailure>>;
  readonly add: (candidate: {
    readonly name: string;
    readonly contact: string;
    readonly kitId: KitId | null;
  }) => Promise<Result<CandidateId, StoreFailure>>;
  /** Writes a changed candidate over the old one. */
  readonly put: (candidate: Candidate) => Promise<Result<void, StoreFailure>>;
  readonly forget: (subjectId: SubjectId) => void;
}

const newestFirst = (one: Candidate, other: Candidate): number =>
  other.createdAt.localeCompare(one.createdAt) || one.id.localeCompare(other.id);

export const createCandidateRepository = (
  context: RowTableContext & { readonly newId: () => string },
): CandidateRepository => {
  const table = createRowTable(context, candidateFormat, { remember: true });
  const all: CandidateRepository["all"] = async () => {
    const read = await table.all();
    return read.ok ? ok(read.value.rows.map(({ value }) => value).sort(newestFirst)) : read;
  };
  return {
    list: liveLoad((changed) => context.connection.watch(["candidates"], changed), all),
    all,
    one: table.one,
    add: async (input) => {
      const id = candidateIdSchema.parse(context.newId());
      const candidate = { ...input, id, createdAt: context.now() };
      const added = await table.putFirst({ id, subjectId: id }, candidate);
      return added.ok ? ok(id) : added;
    },
    put: (candidate) => table.put({ id: candidate.id, subjectId: candidate.id }, candidate),
    forget: table.forget,
  };
};
