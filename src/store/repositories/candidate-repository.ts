import type { Candidate } from "../../domain/candidate/candidate";
import { candidateSchema } from "../../domain/candidate/candidate";
import type { CandidateId, KitId, SubjectId } from "../../domain/ids";
import { candidateIdSchema } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { RowFormat } from "../rows/row-format";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const candidateFormat: RowFormat<Candidate> = {
  collection: "candidates",
  kind: "candidate",
  v: 2,
  schema: candidateSchema,
  // Version 1 has no `sameness`; without it the schema takes nobody to have said anything.
  upgrades: { 1: (older) => older },
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
  /** Reads, changes and writes one candidate, one act after the other; where `act` refuses, nothing is written. */
  readonly edit: <Refusal extends { readonly type: string }>(
    id: CandidateId,
    act: (candidate: Candidate) => Result<Candidate, Refusal>,
  ) => Promise<Result<Candidate, Refusal | StoreFailure>>;
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
  const turns = inTurn();
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
      const candidate = { ...input, id, createdAt: context.now(), sameness: [] };
      const added = await table.putFirst({ id, subjectId: id }, candidate);
      return added.ok ? ok(id) : added;
    },
    edit: (id, act) =>
      turns.run(async () => {
        const found = await table.one(id);
        if (!found.ok) return found;
        if (found.value === null) return err({ type: "notFound", collection: "candidates", id });
        const acted = act(found.value);
        if (!acted.ok || acted.value === found.value) return acted;
        const written = await table.put({ id, subjectId: id }, acted.value);
        return written.ok ? acted : written;
      }),
    put: (candidate) => table.put({ id: candidate.id, subjectId: candidate.id }, candidate),
    forget: table.forget,
  };
};
