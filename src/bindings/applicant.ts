import { createContext, useContext } from "react";
import type { CandidateAnswer } from "../../electron/contract/candidate-contract";
import type { ShownApplication } from "../domain/application/shown";
import type { TakeEnd } from "../domain/application/taken-application";
import type { Hash, KitItemId } from "../domain/ids";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

export type { CandidateAnswer } from "../../electron/contract/candidate-contract";

/** Everything the candidate's page may do. It has no store, no key and no other service. */
export interface Applicant {
  readonly prompts: () => Promise<Result<ShownApplication, Failure>>;
  readonly answer: (answer: CandidateAnswer) => Promise<Result<ShownApplication, Failure>>;
  /** Begins a take and gives its number. */
  readonly start: (promptId: KitItemId, mimeType: string) => Promise<Result<number, Failure>>;
  /** Bytes are kept in the order in which they come; resolved, they survive a power cut. */
  readonly keep: (take: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<void, Failure>>;
  readonly stop: (
    take: number,
    seconds: number,
    end: Exclude<TakeEnd, "crash">,
  ) => Promise<Result<ShownApplication, Failure>>;
  readonly finish: () => Promise<Result<ShownApplication, Failure>>;
  readonly leave: (pin: string) => Promise<Result<void, Failure>>;
  /** Where a finished recording is played from. */
  readonly clipAddress: (hash: Hash) => string;
}

const ApplicantContext = createContext<Applicant | null>(null);
export const ApplicantProvider = ApplicantContext.Provider;

export const useApplicant = (): Applicant => {
  const applicant = useContext(ApplicantContext);
  if (applicant === null) throw new Error("no applicant's service around this component");
  return applicant;
};
