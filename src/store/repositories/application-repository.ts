import type { Application, ApplicationEvent } from "../../domain/candidates/application";
import { applicationSchema } from "../../domain/candidates/application";
import { mergedEvents } from "../../domain/candidates/hand-over/merge-events";
import { openApplication } from "../../domain/candidates/open-application";
import type { ApplicationId, CandidateId, KitId, SubjectId } from "../../domain/ids";
import { applicationIdSchema } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { Live, Loadable } from "../../domain/live";
import { err, ok, type Result } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";
import type { RowFormat } from "../rows/row-format";
import type { RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";

const applicationFormat: RowFormat<Application> = {
  collection: "applications",
  kind: "application",
  v: 2,
  schema: applicationSchema,
  // What happened keeps its meaning: version 2 knows more kinds of events.
  upgrades: { 1: (older) => older },
};

/** The applications of this laptop's candidates. The candidate is the subject of their rows. */
export interface ApplicationRepository {
  /** Rows that cannot be read are in the store's list of unreadable rows. */
  readonly list: Live<Loadable<readonly Application[]>>;
  /** The same as they are now, also while nobody listens to the list. */
  readonly all: () => Promise<Result<readonly Application[], StoreFailure>>;
  readonly ofCandidate: (candidateId: CandidateId) => Promise<Result<readonly Application[], StoreFailure>>;
  /** Where the candidate has one for this role that is not over, nothing is written and that one is the answer. */
  readonly add: (application: {
    readonly candidateId: CandidateId;
    readonly kitId: KitId;
    readonly first: Extract<ApplicationEvent, { kind: "applied" }>;
  }) => Promise<Result<ApplicationId, StoreFailure>>;
  /**
   * Reads, changes and writes one application, one act after the other, so that of two acts at once neither is lost.
   * Where `act` refuses, or gives the same back, nothing is written.
   */
  readonly edit: <Refusal extends { readonly type: string }>(
    id: ApplicationId,
    act: (application: Application) => Result<Application, Refusal>,
  ) => Promise<Result<Application, Refusal | StoreFailure>>;
  /** Joins what another laptop knows of an application with what is known here, or keeps it as it came. */
  readonly bring: (
    application: Omit<Application, "drafts">,
  ) => Promise<Result<void, StoreFailure | { readonly type: "otherCandidate" }>>;
  /** Resolves once every act that was begun is written or refused. */
  readonly idle: () => Promise<void>;
  readonly forget: (subjectId: SubjectId) => void;
}

export const createApplicationRepository = (
  context: RowTableContext & { readonly newId: () => string },
): ApplicationRepository => {
  const table = createRowTable(context, applicationFormat, { remember: true });
  const turns = inTurn();
  const put = (application: Application) =>
    table.put({ id: application.id, subjectId: application.candidateId }, application);

  const all: ApplicationRepository["all"] = async () => {
    const read = await table.all();
    return read.ok ? ok(read.value.rows.map(({ value }) => value)) : read;
  };

  return {
    list: liveLoad((changed) => context.connection.watch(["applications"], changed), all),
    all,
    ofCandidate: async (candidateId) => {
      const read = await table.ofSubject(candidateId);
      return read.ok ? ok(read.value.rows.map(({ value }) => value)) : read;
    },
    add: ({ candidateId, kitId, first }) =>
      turns.run(async () => {
        const read = await table.ofSubject(candidateId);
        if (!read.ok) return read;
        const own = read.value.rows.map(({ value }) => value);
        const open = openApplication(own, candidateId, kitId);
        if (open !== undefined) return ok(open.id);
        const id = applicationIdSchema.parse(context.newId());
        const added = await put({ id, candidateId, kitId, events: [first], drafts: [] });
        return added.ok ? ok(id) : added;
      }),
    edit: (id, act) =>
      turns.run(async () => {
        const found = await table.one(id);
        if (!found.ok) return found;
        if (found.value === null) return err({ type: "notFound", collection: "applications", id });
        const acted = act(found.value);
        if (!acted.ok || acted.value === found.value) return acted;
        const written = await put(acted.value);
        return written.ok ? acted : written;
      }),
    bring: (brought) =>
      turns.run(async () => {
        const found = await table.one(brought.id);
        if (!found.ok) return found;
        const here = found.value;
        if (here === null) return put({ ...brought, drafts: [] });
        if (here.candidateId !== brought.candidateId) return err({ type: "otherCandidate" });
        const events = mergedEvents(here.events, brought.events);
        return events === here.events ? ok(undefined) : put({ ...here, events });
      }),
    idle: turns.idle,
    forget: table.forget,
  };
};
