import type { Timestamp } from "../../ids";
import type { RatingScale } from "../../kit/scale";
import { isSameReviewer } from "../resume-review";
import type { VideoItem, VideoReview } from "./video-review";

/** The video review of an application by all that happened to it. */
export interface VideoStanding {
  readonly begunAt: Timestamp;
  readonly items: readonly VideoItem[];
  readonly scale: RatingScale;
  /** Whose reviews are waited for before anybody reads another's: who was named and not excused. */
  readonly waited: readonly string[];
  readonly reviews: readonly VideoReview[];
}

/** Without a reviewer who was excused. */
export const withoutReviewer = (video: VideoStanding, reviewer: string): VideoStanding => ({
  ...video,
  waited: video.waited.filter((one) => !isSameReviewer(one, reviewer)),
});

/** What one person may read of the video reviews of an application. */
export interface VisibleVideoReviews {
  /** Own review first. Others' only once all who were named and not excused are in. */
  readonly reviews: readonly VideoReview[];
  /** Who has handed in a review that may not be read yet. */
  readonly hidden: readonly string[];
  /** Who is still waited for. */
  readonly missing: readonly string[];
  readonly allIn: boolean;
}

/** The reviews that `reader` may read: the own one, and everybody's once all are in. */
export const visibleVideoReviews = (video: VideoStanding, reader: string): VisibleVideoReviews => {
  const isIn = (name: string): boolean =>
    video.reviews.some(({ reviewer }) => isSameReviewer(reviewer, name));
  const missing = video.waited.filter((name) => !isIn(name));
  const allIn = missing.length === 0;
  const isOwn = ({ reviewer }: VideoReview): boolean => isSameReviewer(reviewer, reader);
  const own = video.reviews.filter(isOwn);
  const others = video.reviews.filter((review) => !isOwn(review));
  return {
    reviews: allIn ? [...own, ...others] : own,
    hidden: allIn ? [] : others.map(({ reviewer }) => reviewer),
    missing,
    allIn,
  };
};
