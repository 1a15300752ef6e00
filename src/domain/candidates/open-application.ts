import type { CandidateId, KitId } from "../ids";
import type { Application } from "./application";
import { standingOf } from "./standing";

/** Whether nothing more happens to it: whoever applies again begins another. */
const isOver = (application: Application): boolean =>
  ["archived", "decided"].includes(standingOf(application).state);

/** The candidate's application for a role that is not over; the latest where there are several. */
export const openApplication = (
  applications: readonly Application[],
  candidateId: CandidateId,
  kitId: KitId,
): Application | undefined =>
  applications
    .filter((one) => one.candidateId === candidateId && one.kitId === kitId && !isOver(one))
    .toSorted((one, other) => standingOf(other).appliedAt.localeCompare(standingOf(one).appliedAt))[0];
