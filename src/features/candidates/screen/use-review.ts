import { useRef, useState } from "react";
import type { ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import { beginScreen, handInReview, keepReading } from "../../../domain/candidates/acts";
import type { Application } from "../../../domain/candidates/application";
import {
  type CriterionMark,
  isSameReviewer,
  type MarkedCriterion,
  type ScreenCriterion,
  withMark,
} from "../../../domain/candidates/resume-review";

/** How many independent reviews an application waits for. */
export const wantedReviews = 2;

interface ReviewParts {
  readonly application: Application;
  readonly criteria: readonly ScreenCriterion[];
  readonly reviewer: string;
}

const draftOf = ({ application, reviewer }: ReviewParts): readonly MarkedCriterion[] =>
  application.drafts.find((draft) => isSameReviewer(draft.reviewer, reviewer))?.marks ?? [];

/** One reviewer's reading of one application: what is marked is kept at once, and handed in as a whole. */
export const useReview = (parts: ReviewParts) => {
  const { application, criteria, reviewer } = parts;
  const { applications } = useServices();
  const [marks, setMarks] = useState(() => draftOf(parts));
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  // Two keys may come before the screen is drawn anew.
  const newest = useRef(marks);

  const keep = async (changed: readonly MarkedCriterion[]) => {
    newest.current = changed;
    setMarks(changed);
    const kept = await applications.act(application.id, (stored, now) =>
      keepReading(stored, { at: now, by: reviewer }, { criteria, wanted: wantedReviews }, changed),
    );
    setFailure(kept.ok ? null : kept.error);
  };
  const markOf = (criterion: ScreenCriterion | undefined) =>
    newest.current.find(({ criterionId }) => criterionId === criterion?.id);
  const go = (step: 1 | -1) =>
    setAt((place) => Math.min(Math.max(place + step, 0), Math.max(0, criteria.length - 1)));

  return {
    marks,
    at,
    busy,
    failure,
    go,
    choose: setAt,
    /** Marks the lit criterion and goes on to the one after it. */
    mark: (mark: CriterionMark) => {
      const criterion = criteria[at];
      if (criterion === undefined) return;
      const evidence = markOf(criterion)?.evidence ?? "";
      void keep(withMark(newest.current, { criterionId: criterion.id, mark, evidence }));
      go(1);
    },
    markAt: (criterion: ScreenCriterion, mark: CriterionMark) =>
      void keep(
        withMark(newest.current, {
          criterionId: criterion.id,
          mark,
          evidence: markOf(criterion)?.evidence ?? "",
        }),
      ),
    /** The line of evidence of a criterion that is marked. */
    note: (criterion: ScreenCriterion, evidence: string) => {
      const known = markOf(criterion);
      if (known !== undefined && known.evidence !== evidence)
        void keep(withMark(newest.current, { ...known, evidence }));
    },
    /** Whether it came about. */
    handIn: async (): Promise<boolean> => {
      setBusy(true);
      const handed = await applications.act(application.id, (stored, now) => {
        const begun = beginScreen(stored, { at: now, by: reviewer }, criteria, wantedReviews);
        return begun.ok ? handInReview(begun.value, { at: now, by: reviewer }, newest.current) : begun;
      });
      setBusy(false);
      setFailure(handed.ok ? null : handed.error);
      return handed.ok;
    },
  };
};

export type Review = ReturnType<typeof useReview>;
