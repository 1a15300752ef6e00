import type { Candidate } from "../domain/candidate/candidate";
import type { Application } from "../domain/candidates/application";
import type { CandidateId, Hash } from "../domain/ids";
import type { Kit } from "../domain/kit/kit";
import type { Live, Loadable } from "../domain/live";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** Giving this laptop to a candidate, and what comes back. */
export interface ApplicationDesk {
  readonly pinIsSet: () => Promise<boolean>;
  /** `before` is the PIN until now, or null where none is set. */
  readonly setPin: (pin: string, before: string | null) => Promise<Result<void, Failure>>;
  /** Hides this window and opens the candidate's; the staff PIN brings this one back. */
  readonly begin: (candidate: Candidate, kit: Kit) => Promise<Result<void, Failure>>;
  readonly applications: Live<Loadable<readonly Application[]>>;
  /** Where a clip is played from. */
  readonly clipAddress: (candidateId: CandidateId, hash: Hash) => string;
}
