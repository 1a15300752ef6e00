import type { Kit, KnockOut, VideoPrompt } from "../../domain/kit/kit";
import { Chip } from "../../ui/chip";
import { GroupLabel, Section } from "../../ui/section";
import { EditableText } from "./edit/editable-text";
import { Add, Remove } from "./edit/tools";
import { words as editWords } from "./edit/words";
import { introOf, sectionIds } from "./kit-index";
import { endingSentence } from "./knock-out-text";
import { Facts, Lead } from "./parts";
import classes from "./parts.module.css";
import { shortfall } from "./questions";
import { secondsText } from "./time-text";
import { words } from "./words";

const KnockOutLine = ({ kit, knockOut }: { readonly kit: Kit; readonly knockOut: KnockOut }) => (
  <li>
    <EditableText
      kit={kit}
      spot={{ in: "knockOuts", id: knockOut.id, field: "prompt" }}
      label={editWords.knockOut}
    >
      <p>{knockOut.prompt}</p>
    </EditableText>
    <small>{endingSentence(knockOut.answer)}</small>
    <Remove edit={{ type: "remove", list: "knockOuts", id: knockOut.id }} name={knockOut.prompt} />
  </li>
);

const videoFacts = (video: VideoPrompt): readonly (readonly [string, string])[] => [
  [words.answerTime, video.responseSeconds === null ? "" : secondsText(video.responseSeconds)],
  [words.preparationTime, video.preparationSeconds === null ? "" : secondsText(video.preparationSeconds)],
  [words.takes, video.takes === null ? "" : String(video.takes)],
  [words.format, video.format],
];

const VideoLine = ({ kit, video }: { readonly kit: Kit; readonly video: VideoPrompt }) => (
  <li>
    {video.title === "" ? null : <small>{video.title}</small>}
    <EditableText
      kit={kit}
      spot={{ in: "videoPrompts", id: video.id, field: "prompt" }}
      label={editWords.videoPrompt}
    >
      <p>{video.prompt}</p>
    </EditableText>
    <Facts facts={videoFacts(video)} />
    <Remove edit={{ type: "remove", list: "videoPrompts", id: video.id }} name={video.prompt} />
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
              <KnockOutLine key={knockOut.id} kit={kit} knockOut={knockOut} />
            ))}
          </ol>
          <p className={classes.quiet}>{words.knockOutNote}</p>
        </>
      )}
      <Add
        label={editWords.addKnockOut}
        edit={(salt) => ({ type: "add", list: "knockOuts", name: editWords.newKnockOut, salt })}
      />
      <GroupLabel>
        {words.videoPrompts} {missing === null ? null : <Chip tone="attention">{missing}</Chip>}
      </GroupLabel>
      {kit.videoPrompts.length === 0 ? <p className={classes.quiet}>{words.noneHere}</p> : null}
      <ol className={classes.numbered}>
        {kit.videoPrompts.map((video) => (
          <VideoLine key={video.id} kit={kit} video={video} />
        ))}
      </ol>
      <Add
        label={editWords.addVideoPrompt}
        edit={(salt) => ({ type: "add", list: "videoPrompts", name: editWords.newVideoPrompt, salt })}
      />
    </Section>
  );
};
