import type { Timestamp } from "../../ids";
import type { RatingScale } from "../../kit/scale";
import { err, ok, type Result } from "../../result";
import { type Acted, type ApplicationRefusal, added, type Doing, named } from "../acts";
import type { Application } from "../application";
import { isSameReviewer } from "../resume-review";
import { type ApplicationState, knockOutWaits, standingOf } from "../standing";
import { unrated, type VideoItem, type VideoJudgement } from "./video-review";
import type { VideoStanding } from "./video-standing";

const reviewable: readonly ApplicationState[] = ["applied", "screening", "screened", "held", "advanced"];

/** What a video review is begun with. */
export interface VideoBeginning {
  readonly items: readonly VideoItem[];
  /** The kit's scale for answers. */
  readonly scale: RatingScale;
  /** Who reviews: nobody reads another's review before all of them are in. */
  readonly reviewers: readonly string[];
}

const distinct = (names: readonly string[]): readonly string[] => {
  const told: string[] = [];
  for (const name of names.map((one) => one.trim()).filter((one) => one !== ""))
    if (!told.some((one) => isSameReviewer(one, name))) told.push(name);
  return told;
};

const openNow = (application: Application): Result<VideoStanding | null, ApplicationRefusal> => {
  const standing = standingOf(application);
  if (knockOutWaits(standing)) return err({ type: "notNow", state: "knockedOut" });
  return reviewable.includes(standing.state)
    ? ok(standing.video)
    : err({ type: "notNow", state: standing.state });
};

/** Fixes what is judged, by which scale and by whom. */
export const beginVideoReview = (
  application: Application,
  doing: Doing,
  { items, scale, reviewers }: VideoBeginning,
): Acted => {
  const open = openNow(application);
  if (!open.ok) return open;
  if (open.value !== null) return err({ type: "videoBegunAlready" });
  if (items.length === 0) return err({ type: "noAnswers" });
  const names = distinct(reviewers);
  if (names.length === 0) return err({ type: "noReviewers" });
  const who = named(doing);
  if (!who.ok) return who;
  return added(application, {
    ...who.value,
    kind: "videoReviewBegun",
    items: [...items],
    scale: [...scale],
    reviewers: [...names],
  });
};

const mayReview = (application: Application, reviewer: string): Result<VideoStanding, ApplicationRefusal> => {
  const open = openNow(application);
  if (!open.ok) return open;
  if (reviewer.trim() === "") return err({ type: "nameMissing" });
  const video = open.value;
  if (video === null || !video.waited.some((one) => isSameReviewer(one, reviewer)))
    return err({ type: "notNamed" });
  const has = video.reviews.some((review) => isSameReviewer(review.reviewer, reviewer));
  return has ? err({ type: "alreadyReviewed" }) : ok(video);
};

const otherDrafts = (application: Application, reviewer: string) =>
  (application.videoDrafts ?? []).filter((draft) => !isSameReviewer(draft.reviewer, reviewer));

/** Keeps a review in progress. */
export const keepVideoReview = (
  application: Application,
  reviewer: string,
  judgements: readonly VideoJudgement[],
): Acted => {
  const checked = mayReview(application, reviewer);
  if (!checked.ok) return checked;
  const draft = { reviewer: reviewer.trim(), judgements: [...judgements] };
  return ok({ ...application, videoDrafts: [...otherDrafts(application, reviewer), draft] });
};

/** A reviewer hands the review in; it is not changed afterwards. */
export const handInVideoReview = (
  application: Application,
  doing: { readonly at: Timestamp; readonly by: string },
  judgements: readonly VideoJudgement[],
): Acted => {
  const checked = mayReview(application, doing.by);
  if (!checked.ok) return checked;
  const left = unrated(checked.value.items, judgements);
  if (left.length > 0) return err({ type: "answersUnrated", count: left.length });
  const reviewer = doing.by.trim();
  const review = { reviewer, at: doing.at, judgements: [...judgements] };
  const videoDrafts = otherDrafts(application, reviewer);
  return added(
    { ...application, videoDrafts },
    { at: doing.at, by: reviewer, kind: "videoReviewed", review },
  );
};

/** Somebody who does not come to it is waited for no longer, and reviews it no more: the others' reviews may be open by then. */
export const excuseVideoReviewer = (
  application: Application,
  doing: Doing,
  reviewer: string,
  reason: string,
): Acted => {
  const checked = mayReview(application, reviewer);
  if (!checked.ok) return checked;
  if (checked.value.waited.length < 2) return err({ type: "lastReviewer" });
  const who = named(doing);
  if (!who.ok) return who;
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  const videoDrafts = otherDrafts(application, reviewer);
  return added(
    { ...application, videoDrafts },
    { ...who.value, kind: "videoReviewerExcused", reviewer: reviewer.trim(), reason: reason.trim() },
  );
};
