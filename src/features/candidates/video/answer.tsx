import type { RefObject } from "react";
import { useServices } from "../../../bindings/services";
import type { PromptResponse } from "../../../domain/application/taken-application";
import type { VideoItem } from "../../../domain/candidates/video/video-review";
import type { CandidateId } from "../../../domain/ids";
import { ClipPlayer } from "../../../ui/clip-player";
import { GroupLabel } from "../../../ui/section";
import { cutWords } from "../application-here/words";
import { deleteWords } from "../delete/words";
import type { Player } from "./use-player";
import classes from "./video.module.css";
import { videoWords as words } from "./words";

interface AnswerProps {
  readonly candidateId: CandidateId;
  /** Why recordings of the application were deleted, by their hashes. */
  readonly removedClips: Readonly<Record<string, string>>;
  readonly item: VideoItem;
  /** Undefined where it is not kept any more. */
  readonly answer: PromptResponse | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly player: Player;
}

const Given = ({ candidateId, removedClips, item, answer, video, player }: AnswerProps) => {
  const { desk } = useServices();
  if (answer === undefined) return <p role="status">{words.answerGone}</p>;
  if (answer.kind === "text")
    return (
      <>
        <GroupLabel as="h3">{words.written}</GroupLabel>
        <p className={classes.text}>{answer.text}</p>
      </>
    );
  const removed = removedClips[answer.clip.hash];
  if (removed !== undefined) return <p role="status">{deleteWords.recording.gone(removed)}</p>;
  const cut = cutWords[answer.clip.end];
  return (
    <>
      <ClipPlayer
        key={answer.clip.hash}
        address={desk.clipAddress(candidateId, answer.clip.hash)}
        label={words.clip(item.prompt)}
        video={video}
        speed={{ value: player.speed, onChange: player.setSpeed }}
        notPlayed={words.notPlayed}
      />
      {cut === null ? null : <p className={classes.soft}>{cut}</p>}
    </>
  );
};

/** One answer as it was given, under the prompt as it was read. */
export const Answer = (props: AnswerProps) => (
  <div className={classes.answer}>
    <h2>{props.item.prompt}</h2>
    <Given {...props} />
  </div>
);
