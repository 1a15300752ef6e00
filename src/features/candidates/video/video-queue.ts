import type { Application } from "../../../domain/candidates/application";
import { isSameReviewer } from "../../../domain/candidates/resume-review";
import { knockOutWaits, standingOf } from "../../../domain/candidates/standing";
import { answersOf } from "../../../domain/candidates/video/begin-items";
import { visibleVideoReviews } from "../../../domain/candidates/video/video-standing";
import type { ApplicationId } from "../../../domain/ids";

const open = ["applied", "screening", "screened", "held", "advanced"];

/** Whether reviews of the answers may be begun and handed in now. */
export const isOpenForVideo = (application: Application): boolean => {
  const standing = standingOf(application);
  return !knockOutWaits(standing) && open.includes(standing.state);
};

/** What an application's answers ask of somebody. */
export type VideoTask = "begin" | "review" | "wait" | "read" | "open";

/** What `reviewer` is to do; nobody in particular looks where the name is empty. */
export const videoTaskOf = (application: Application, reviewer: string): VideoTask => {
  const { video } = standingOf(application);
  const isOpen = isOpenForVideo(application);
  if (video === null) return isOpen ? "begin" : "open";
  const { allIn, reviews } = visibleVideoReviews(video, reviewer);
  if (allIn) return "read";
  if (reviews.length > 0) return "wait";
  const isNamed = video.waited.some((one) => isSameReviewer(one, reviewer));
  return isOpen && isNamed ? "review" : "open";
};

/** Applications that have answers, who applied first standing first. */
export const withAnswers = (applications: readonly Application[]): readonly Application[] =>
  applications
    .filter((one) => answersOf(one).length > 0)
    .toSorted((one, other) => standingOf(one).appliedAt.localeCompare(standingOf(other).appliedAt));

/** The next one that waits for this reviewer, after the current one and then from the beginning; null where none does. */
export const nextToReview = (
  applications: readonly Application[],
  current: ApplicationId,
  reviewer: string,
): ApplicationId | null => {
  const all = withAnswers(applications);
  const at = all.findIndex(({ id }) => id === current);
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return others.find((one) => videoTaskOf(one, reviewer) === "review")?.id ?? null;
};
