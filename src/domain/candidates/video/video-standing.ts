import type { Timestamp } from "../../ids";
import type { Indicator } from "../../kit/kit";
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
  /** Who is waited for no longer, whoever names them afterwards. */
  readonly excused: readonly string[];
  readonly reviews: readonly VideoReview[];
  /** Two laptops that had not met began it with other signs or another scale: the reviews do not compare point by point. */
  readonly begunApart: boolean;
}

/** What is told when a video review begins. */
export interface VideoBegun {
  readonly at: Timestamp;
  readonly items: readonly VideoItem[];
  readonly scale: RatingScale;
  readonly reviewers: readonly string[];
}

const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => isSameReviewer(one, name));

const withSigns = (known: readonly Indicator[], more: readonly Indicator[]): Indicator[] => [
  ...known,
  ...more.filter(({ id }) => !known.some((one) => one.id === id)),
];

/** The items of the first beginning, each with the signs that a later one gives it: no sign that was ticked is lost. */
const joinedItems = (items: readonly VideoItem[], later: readonly VideoItem[]): readonly VideoItem[] => [
  ...items.map((item) => {
    const other = later.find(({ promptId }) => promptId === item.promptId);
    if (other === undefined) return item;
    const { positive, negative } = other;
    return {
      ...item,
      positive: withSigns(item.positive, positive),
      negative: withSigns(item.negative, negative),
    };
  }),
  ...later.filter(({ promptId }) => !items.some((one) => one.promptId === promptId)),
];

const judgedAlike = (video: VideoStanding, { items, scale }: VideoBegun): boolean =>
  JSON.stringify([video.items, video.scale]) === JSON.stringify([items, scale]);

/**
 * A video review that begins. Where another laptop had begun it, everybody whom either named is waited for: nobody's review is
 * opened before those are in who were promised that.
 */
export const begunVideo = (before: VideoStanding | null, begun: VideoBegun): VideoStanding => {
  const { at, items, scale, reviewers } = begun;
  if (before === null)
    return { begunAt: at, items, scale, waited: reviewers, excused: [], reviews: [], begunApart: false };
  const more = reviewers.filter((name) => !isAmong([...before.waited, ...before.excused], name));
  return {
    ...before,
    items: joinedItems(before.items, items),
    waited: [...before.waited, ...more],
    begunApart: before.begunApart || !judgedAlike(before, begun),
  };
};

/**
 * Without a reviewer who was excused. The last one who is waited for stays while no review is in, where two laptops that had
 * not met each excused one: there would be nothing to read and nobody to write it.
 */
export const withoutReviewer = (video: VideoStanding, reviewer: string): VideoStanding => {
  const waited = video.waited.filter((one) => !isSameReviewer(one, reviewer));
  if (waited.length === 0 && video.reviews.length === 0) return video;
  return { ...video, waited, excused: [...video.excused, reviewer] };
};

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
