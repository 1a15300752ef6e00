import type { Application } from "./application";
import { isSameReviewer, type ResumeReview } from "./resume-review";
import { standingOf } from "./standing";

/** What one person may read of the reviews of an application. */
export interface VisibleReviews {
  /** Own review first. Others' only once the wanted number is in. */
  readonly reviews: readonly ResumeReview[];
  /** Who has handed in a review that may not be read yet. */
  readonly hidden: readonly string[];
  readonly allIn: boolean;
}

/** The reviews that `reader` may read: the own one, and everybody's once as many are in as are wanted. */
export const visibleReviews = (application: Application, reader: string): VisibleReviews => {
  const { screen, reviews } = standingOf(application);
  const allIn = screen !== null && reviews.length >= screen.wanted;
  const isOwn = (review: ResumeReview): boolean => isSameReviewer(review.reviewer, reader);
  const own = reviews.filter(isOwn);
  const others = reviews.filter((review) => !isOwn(review));
  return {
    reviews: allIn ? [...own, ...others] : own,
    hidden: allIn ? [] : others.map(({ reviewer }) => reviewer),
    allIn,
  };
};
