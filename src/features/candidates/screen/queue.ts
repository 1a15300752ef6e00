import type { Application } from "../../../domain/candidates/application";
import { isSameReviewer } from "../../../domain/candidates/resume-review";
import { standingOf } from "../../../domain/candidates/standing";
import type { ApplicationId, KitId } from "../../../domain/ids";

const readable = ["applied", "screening", "screened", "held"];

const waitsFor = (application: Application, reviewer: string): boolean => {
  const { state, reviews, screen } = standingOf(application);
  if (!readable.includes(state)) return false;
  if (reviews.some((review) => isSameReviewer(review.reviewer, reviewer))) return false;
  // Where all wanted reviews are in, one more would not be independent.
  return screen === null || reviews.length < screen.wanted;
};

/** The applications for a role that this reviewer has not read yet, who applied first standing first. */
export const reviewQueue = (
  applications: readonly Application[],
  kitId: KitId,
  reviewer: string,
): readonly Application[] =>
  applications
    .filter((application) => application.kitId === kitId && waitsFor(application, reviewer))
    .map((application) => ({ application, appliedAt: standingOf(application).appliedAt }))
    .sort(
      (one, other) =>
        one.appliedAt.localeCompare(other.appliedAt) ||
        one.application.id.localeCompare(other.application.id),
    )
    .map(({ application }) => application);

/** The one to read after `current`, also where that has left the queue; null where nobody else waits. */
export const nextInQueue = (queue: readonly Application[], current: Application): ApplicationId | null => {
  const others = queue.filter(({ id }) => id !== current.id);
  const { appliedAt } = standingOf(current);
  const isLater = (one: Application): boolean => {
    const its = standingOf(one).appliedAt;
    return its > appliedAt || (its === appliedAt && one.id > current.id);
  };
  return (others.find(isLater) ?? others[0])?.id ?? null;
};
