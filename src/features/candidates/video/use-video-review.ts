import { useRef, useState } from "react";
import type { ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import type { Application } from "../../../domain/candidates/application";
import { isSameReviewer } from "../../../domain/candidates/resume-review";
import { handInVideoReview, keepVideoReview } from "../../../domain/candidates/video/video-acts";
import {
  judgementOf,
  type VideoItem,
  type VideoJudgement,
  type VideoNote,
  withJudgement,
  withNote,
  withSign,
} from "../../../domain/candidates/video/video-review";
import type { Rating } from "../../../domain/card/card";
import type { IndicatorId } from "../../../domain/ids";

const draftOf = (application: Application, reviewer: string): readonly VideoJudgement[] =>
  application.videoDrafts?.find((draft) => isSameReviewer(draft.reviewer, reviewer))?.judgements ?? [];

/** One reviewer's review of one application's answers: what is said is kept at once, and handed in as a whole. */
export const useVideoReview = (application: Application, items: readonly VideoItem[], reviewer: string) => {
  const { applications } = useServices();
  const [judgements, setJudgements] = useState(() => draftOf(application, reviewer));
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  // Two keys may come before the screen is drawn anew.
  const newest = useRef(judgements);

  const keep = async (changed: VideoJudgement) => {
    newest.current = withJudgement(newest.current, changed);
    setJudgements(newest.current);
    const kept = await applications.act(application.id, (stored) =>
      keepVideoReview(stored, reviewer, newest.current),
    );
    setFailure(kept.ok ? null : kept.error);
  };
  const now = (item: VideoItem): VideoJudgement => judgementOf(newest.current, item.promptId);

  return {
    judgements,
    at,
    busy,
    failure,
    choose: setAt,
    go: (step: 1 | -1) => setAt((place) => Math.min(Math.max(place + step, 0), items.length - 1)),
    rate: (item: VideoItem, rating: Rating) => void keep({ ...now(item), rating }),
    tick: (item: VideoItem, id: IndicatorId) => void keep(withSign(now(item), id)),
    mark: (item: VideoItem, note: VideoNote) => void keep(withNote(now(item), note)),
    /** Replaces the note at this place. */
    write: (item: VideoItem, place: number, text: string) => {
      const { notes, ...rest } = now(item);
      if (notes[place] === undefined || notes[place].text === text) return;
      void keep({
        ...rest,
        notes: notes.map((note, index) => (index === place ? { ...note, text } : note)),
      });
    },
    removeNote: (item: VideoItem, place: number) => {
      const { notes, ...rest } = now(item);
      void keep({ ...rest, notes: notes.filter((_, index) => index !== place) });
    },
    /** Whether it came about. */
    handIn: async (): Promise<boolean> => {
      setBusy(true);
      const handed = await applications.act(application.id, (stored, time) =>
        handInVideoReview(stored, { at: time, by: reviewer }, newest.current),
      );
      setBusy(false);
      setFailure(handed.ok ? null : handed.error);
      return handed.ok;
    },
  };
};

export type VideoReviewing = ReturnType<typeof useVideoReview>;
