import type { Kit, KnockOut, VideoPrompt } from "../../domain/kit/kit";
import { Chip } from "../../ui/chip";
import { GroupLabel, Section } from "../../ui/section";
import { introOf, sectionIds } from "./kit-index";
import { endingSentence } from "./knock-out-text";
import { Facts, Lead } from "./parts";
import classes from "./parts.module.css";
import { shortfall } from "./questions";
import { secondsText } from "./time-text";
import { words } from "./words";

const KnockOutLine = ({ knockOut }: { readonly knockOut: KnockOut }) => (
  <li>
    <p>{knockOut.prompt}</p>
    <small>{endingSentence(knockOut.answer)}</small>
  </li>
);

const videoFacts = (video: VideoPrompt): readonly (readonly [string, string])[] => [
  [words.answerTime, video.responseSeconds === null ? "" : secondsText(video.responseSeconds)],
  [words.preparationTime, video.preparationSeconds === null ? "" : secondsText(video.preparationSeconds)],
  [words.takes, video.takes === null ? "" : String(video.takes)],
  [words.format, video.format],
];

const VideoLine = ({ video }: { readonly video: VideoPrompt }) => (
  <li>
    {video.title === "" ? null : <small>{video.title}</small>}
    <p>{video.prompt}</p>
    <Facts facts={videoFacts(video)} />
  </li>
);

/** What the candidate meets at the door: knock-outs and video prompts with their time limits. */
export const ApplicationSection = ({ kit }: { readonly kit: Kit }) => {
  const missing = shortfall(kit.announced.videoPrompts, kit.videoPrompts.length);
  return (
    <Section id={sectionIds.application} level={3} title={words.application}>
      <Lead paragraphs={introOf(kit, "application")} />
      <GroupLabel>{words.knockOuts}</GroupLabel>
      {kit.knockOuts.length === 0 ? (
        <p className={classes.quiet}>{words.noneHere}</p>
      ) : (
        <>
          <ol className={classes.numbered}>
            {kit.knockOuts.map((knockOut) => (
              <KnockOutLine key={knockOut.id} knockOut={knockOut} />
            ))}
          </ol>
          <p className={classes.quiet}>{words.knockOutNote}</p>
        </>
      )}
      <GroupLabel>
        {words.videoPrompts} {missing === null ? null : <Chip tone="attention">{missing}</Chip>}
      </GroupLabel>
      {kit.videoPrompts.length === 0 ? <p className={classes.quiet}>{words.noneHere}</p> : null}
      <ol className={classes.numbered}>
        {kit.videoPrompts.map((video) => (
          <VideoLine key={video.id} video={video} />
        ))}
      </ol>
    </Section>
  );
};
