import { Button } from "@mantine/core";
import { useRef } from "react";
import type { Application } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import { answerTo } from "../../../domain/candidates/video/begin-items";
import {
  type ComparedSign,
  compareVideoReviews,
  type VideoComparison,
} from "../../../domain/candidates/video/video-review";
import type { VideoStanding } from "../../../domain/candidates/video/video-standing";
import type { Rating } from "../../../domain/card/card";
import type { RatingScale } from "../../../domain/kit/scale";
import { Chip } from "../../../ui/chip";
import { clockText } from "../../../ui/clock-text";
import { type Column, DataTable } from "../../../ui/data-table";
import { Notice } from "../../../ui/notice";
import { ScaleBar } from "../../../ui/scale-bar";
import { GroupLabel, Section } from "../../../ui/section";
import { Answer } from "./answer";
import { usePlayer } from "./use-player";
import classes from "./video.module.css";
import { videoWords as words } from "./words";

const Rated = ({ rating, scale }: { readonly rating: Rating; readonly scale: RatingScale }) => {
  if (rating.kind === "rated") {
    const label = scale.find(({ value }) => value === rating.value)?.label ?? String(rating.value);
    return (
      <>
        <ScaleBar points={scale.length} mark={{ kind: "value", value: rating.value }} label={label} /> {label}
      </>
    );
  }
  if (rating.kind === "blank") return words.notRated;
  const sign = rating.reason === "insufficientEvidence" ? "~" : "?";
  const label =
    rating.reason === "notObserved" ? words.absences.notObserved : words.absences.insufficientEvidence;
  return <ScaleBar points={scale.length} mark={{ kind: "absent", sign }} label={label} />;
};

const signColumns: readonly Column<ComparedSign>[] = [
  { key: "side", header: words.signsColumn, cell: ({ side }) => words.side[side], width: "110px" },
  { key: "sign", header: words.signColumn, cell: ({ text }) => text },
  {
    key: "by",
    header: words.seenBy,
    cell: ({ by, agreed }) =>
      agreed === true ? words.allSaw : <Chip tone="attention">{by.join(", ")}</Chip>,
    width: "180px",
  },
];

const Agreement = ({ agreed }: Pick<VideoComparison, "agreed">) => {
  if (agreed === null) return null;
  return agreed ? words.agreed : <Chip tone="attention">{words.differs}</Chip>;
};

const One = ({
  application,
  compared,
  scale,
}: {
  readonly application: Application;
  readonly compared: VideoComparison;
  readonly scale: RatingScale;
}) => {
  const { item, ratings, signs, notes, agreed } = compared;
  const video = useRef<HTMLVideoElement>(null);
  const player = usePlayer(video);
  const answer = answerTo(application, item);
  return (
    <article className={classes.compared}>
      <Answer
        {...{ item, answer, video, player }}
        removedClips={standingOf(application).removedClips}
        candidateId={application.candidateId}
      />
      <div className={classes.judging}>
        <p>
          <Agreement agreed={agreed} />
        </p>
        <dl className={classes.ratings} aria-label={words.ratingColumn}>
          {ratings.map(({ reviewer, rating }) => (
            <div key={reviewer}>
              <dt>{reviewer}</dt>
              <dd>
                <Rated rating={rating} scale={scale} />
              </dd>
            </div>
          ))}
        </dl>
        {signs.length === 0 ? null : (
          <DataTable label={words.signsColumn} columns={signColumns} rows={signs} rowKey={({ id }) => id} />
        )}
        {notes.length === 0 ? null : <GroupLabel as="h3">{words.marks}</GroupLabel>}
        <ul className={classes.allNotes} aria-label={words.marks}>
          {notes.map(({ reviewer, seconds, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is handed in does not move any more
            <li key={place}>
              {seconds === null ? null : (
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={words.jumpTo(clockText(seconds))}
                  onClick={() => player.goTo(seconds)}
                >
                  {clockText(seconds)}
                </Button>
              )}
              <span>
                <b>{reviewer}</b> {text}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
};

/** Where the reviewers differ comes first. */
const differingFirst = (compared: readonly VideoComparison[]): readonly VideoComparison[] => [
  ...compared.filter(({ agreed }) => agreed === false),
  ...compared.filter(({ agreed }) => agreed !== false),
];

/** All reviews of an application's answers side by side: ratings, signs, and everybody's notes by their time. */
export const AllVideoReviews = ({
  application,
  video,
}: {
  readonly application: Application;
  readonly video: VideoStanding;
}) => {
  const compared = compareVideoReviews(video.items, video.reviews);
  const same = compared.filter(({ agreed }) => agreed === true).length;
  const agreement = video.reviews.length < 2 ? words.oneReview : words.agreement(same, compared.length);
  const note = video.begunApart ? undefined : agreement;
  return (
    <Section id="video-compared" title={words.compared} note={note}>
      {video.begunApart ? <Notice tone="attention">{words.begunApart}</Notice> : null}
      {differingFirst(compared).map((one) => (
        <One key={one.item.promptId} application={application} compared={one} scale={video.scale} />
      ))}
    </Section>
  );
};
