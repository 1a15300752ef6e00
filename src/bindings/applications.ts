import type { ApplicationRefusal } from "../domain/candidates/acts";
import type { Application, ApplicationSource } from "../domain/candidates/application";
import type { ApplicationId, CandidateId, Hash, KitId, Timestamp } from "../domain/ids";
import type { Live, Loadable } from "../domain/live";
import type { Result } from "../domain/result";

/** Why an act did not come about: the domain's refusal, or a failure of the store with its parameters. */
export type ApplicationFailure = ApplicationRefusal | { readonly type: string };

/** Changes an application at a time, or refuses. */
export type ApplicationAct = (
  application: Application,
  at: Timestamp,
) => Result<Application, ApplicationRefusal>;

/** A file that is kept about a candidate. */
export interface KeptFile {
  readonly hash: Hash;
  /** Bytes. */
  readonly size: number;
}

/** The applications of this laptop's candidates, and the files kept with them. */
export interface ApplicationService {
  /** While somebody listens, loops that are planned and decided are written down in their applications. */
  readonly list: Live<Loadable<readonly Application[]>>;
  readonly begin: (
    candidateId: CandidateId,
    kitId: KitId,
    source: ApplicationSource,
    by: string | null,
  ) => Promise<Result<ApplicationId, ApplicationFailure>>;
  /** Durable once it resolved. */
  readonly act: (id: ApplicationId, act: ApplicationAct) => Promise<Result<Application, ApplicationFailure>>;
  /** Encrypts a file with the candidate's key beside the database. */
  readonly keepFile: (
    candidateId: CandidateId,
    bytes: Uint8Array,
  ) => Promise<Result<KeptFile, ApplicationFailure>>;
  readonly readFile: (
    candidateId: CandidateId,
    hash: Hash,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, ApplicationFailure>>;
  /**
   * Where `act` refuses, the file stays; it is said in the application once the file is gone, so that one that could not be
   * removed is still offered. A clip that is gone already is no failure.
   */
  readonly removeRecording: (
    id: ApplicationId,
    hash: Hash,
    act: ApplicationAct,
  ) => Promise<Result<void, ApplicationFailure>>;
  readonly removeFile: (candidateId: CandidateId, hash: Hash) => Promise<Result<void, ApplicationFailure>>;
}
