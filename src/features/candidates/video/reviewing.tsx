import { Button, Group, SegmentedControl } from "@mantine/core";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../../bindings/paths";
import type { Application } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import { answerTo } from "../../../domain/candidates/video/begin-items";
import { judgementOf, unrated, type VideoItem } from "../../../domain/candidates/video/video-review";
import type { VideoStanding } from "../../../domain/candidates/video/video-standing";
import type { ApplicationId } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { applicationTrouble } from "../application-words";
import { Answer } from "./answer";
import { Judging } from "./judging";
import { Notes } from "./notes";
import { usePlayer } from "./use-player";
import { useVideoKeys } from "./use-video-keys";
import { useVideoReview, type VideoReviewing } from "./use-video-review";
import classes from "./video.module.css";
import { videoWords as words } from "./words";

interface ReviewingProps {
  readonly application: Application;
  readonly video: VideoStanding;
  readonly reviewer: string;
  readonly next: ApplicationId | null;
}

const AnswerChoice = ({
  items,
  review,
}: {
  readonly items: readonly VideoItem[];
  readonly review: VideoReviewing;
}) =>
  items.length < 2 ? null : (
    <SegmentedControl
      aria-label={words.answers}
      size="xs"
      value={String(review.at)}
      onChange={(value) => review.choose(Number(value))}
      data={items.map((_, index) => ({
        value: String(index),
        label: words.answerOf(index + 1, items.length),
      }))}
    />
  );

const HandIn = ({
  left,
  busy,
  onHandIn,
  onGoOn,
}: {
  readonly left: number;
  readonly busy: boolean;
  readonly onHandIn: () => void;
  readonly onGoOn: () => void;
}) => (
  <div>
    <p role="status" className={classes.soft}>
      {left === 0 ? words.complete : words.left(left)}
    </p>
    <Group gap="sm">
      <Button
        loading={busy}
        disabled={left > 0}
        rightSection={<KeyHint keys="ctrl+enter" />}
        onClick={onHandIn}
      >
        {words.handIn}
      </Button>
      <Button variant="default" rightSection={<KeyHint keys="n" />} onClick={onGoOn}>
        {words.next}
      </Button>
    </Group>
  </div>
);

/** What is still being written is kept as its field loses the focus. */
const endTyping = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** One reviewer's review: the answer and the notes at the left, the signs and the rating beside them. */
export const Reviewing = ({ application, video, reviewer, next }: ReviewingProps) => {
  const navigate = useNavigate();
  const place = useRef<HTMLVideoElement>(null);
  const player = usePlayer(place);
  const review = useVideoReview(application, video.items, reviewer);
  const item = video.items[review.at];
  if (item === undefined) throw new Error("a review begins with answers");
  const judgement = judgementOf(review.judgements, item.promptId);
  const answer = answerTo(application, item);
  const goOn = () => void navigate(paths.videoReview(next ?? undefined));
  const handIn = async () => {
    endTyping();
    if (await review.handIn()) goOn();
  };
  const acts = {
    mark: () => review.mark(item, { seconds: player.now(), text: "" }),
    handIn: () => void handIn(),
    goOn,
  };
  useVideoKeys({ item, judgement, scale: video.scale, review, player, acts });
  return (
    <div className={classes.screen}>
      <div className={classes.side}>
        <AnswerChoice items={video.items} review={review} />
        <Answer
          {...{ item, answer, player }}
          removedClips={standingOf(application).removedClips}
          candidateId={application.candidateId}
          video={place}
        />
        <Notes
          {...{ item, judgement, review }}
          timed={answer?.kind === "video"}
          onMark={acts.mark}
          onJump={player.goTo}
        />
      </div>
      <div className={classes.side}>
        {review.failure === null ? null : (
          <ErrorCard trouble={applicationTrouble(review.failure, words.notKept)} />
        )}
        <Judging {...{ item, judgement, review }} scale={video.scale} />
        <HandIn
          left={unrated(video.items, review.judgements).length}
          busy={review.busy}
          onHandIn={acts.handIn}
          onGoOn={goOn}
        />
      </div>
    </div>
  );
};
