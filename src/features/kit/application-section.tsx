import type { Kit, KnockOut, VideoPrompt } from "../../domain/kit/kit";
import { GroupLabel, Section } from "../../ui/section";
import { AnswerEditor } from "./edit/answer-editor";
import { EditableText } from "./edit/editable-text";
import { useEditing } from "./edit/editing";
import { NumberedLines } from "./edit/numbered-lines";
import { ShortfallNote } from "./edit/shortfall-note";
import { Add } from "./edit/tools";
import { VideoTools } from "./edit/video-tools";
import { words as editWords } from "./edit/words";
import { Intro } from "./intro";
import { sectionIds } from "./kit-index";
import { endingSentence } from "./knock-out-text";
import { Facts } from "./parts";
import classes from "./parts.module.css";
import { shortfall } from "./questions";
import { secondsText } from "./time-text";
import { words } from "./words";

const KnockOutLine = ({ kit, knockOut }: { readonly kit: Kit; readonly knockOut: KnockOut }) => (
  <>
    <EditableText
      kit={kit}
      spot={{ in: "knockOuts", id: knockOut.id, field: "prompt" }}
      label={editWords.knockOut}
    >
      <p>{knockOut.prompt}</p>
    </EditableText>
    <small>{endingSentence(knockOut.answer)}</small>
    <AnswerEditor knockOut={knockOut} />
  </>
);

const videoFacts = (video: VideoPrompt): readonly (readonly [string, string])[] => [
  [words.answerTime, video.responseSeconds === null ? "" : secondsText(video.responseSeconds)],
  [words.preparationTime, video.preparationSeconds === null ? "" : secondsText(video.preparationSeconds)],
  [words.takes, video.takes === null ? "" : String(video.takes)],
  [words.format, video.format],
];

const VideoLine = ({ kit, video }: { readonly kit: Kit; readonly video: VideoPrompt }) => {
  const isEdited = useEditing() !== null;
  return (
    <>
      {video.title === "" || isEdited ? null : <small>{video.title}</small>}
      <EditableText
        kit={kit}
        spot={{ in: "videoPrompts", id: video.id, field: "prompt" }}
        label={editWords.videoPrompt}
      >
        <p>{video.prompt}</p>
      </EditableText>
      {isEdited ? <VideoTools kit={kit} video={video} /> : <Facts facts={videoFacts(video)} />}
    </>
  );
};

/** What the candidate meets at the door: knock-outs and video prompts with their time limits. */
export const ApplicationSection = ({ kit }: { readonly kit: Kit }) => {
  const missing = shortfall(kit.announced.videoPrompts, kit.videoPrompts.length);
  return (
    <Section id={sectionIds.application} level={3} title={words.application}>
      <Intro kit={kit} section="application" />
      <GroupLabel>{words.knockOuts}</GroupLabel>
      {kit.knockOuts.length === 0 ? (
        <p className={classes.quiet}>{words.noneHere}</p>
      ) : (
        <>
          <NumberedLines list="knockOuts" items={kit.knockOuts} nameOf={({ prompt }) => prompt}>
            {(knockOut) => <KnockOutLine kit={kit} knockOut={knockOut} />}
          </NumberedLines>
          <p className={classes.quiet}>{words.knockOutNote}</p>
        </>
      )}
      <Add
        label={editWords.addKnockOut}
        edit={(salt) => ({ type: "add", list: "knockOuts", name: editWords.newKnockOut, salt })}
      />
      <GroupLabel>
        {words.videoPrompts} <ShortfallNote missing={missing} what="videoPrompts" />
      </GroupLabel>
      {kit.videoPrompts.length === 0 ? <p className={classes.quiet}>{words.noneHere}</p> : null}
      <NumberedLines list="videoPrompts" items={kit.videoPrompts} nameOf={({ prompt }) => prompt}>
        {(video) => <VideoLine kit={kit} video={video} />}
      </NumberedLines>
      <Add
        label={editWords.addVideoPrompt}
        edit={(salt) => ({ type: "add", list: "videoPrompts", name: editWords.newVideoPrompt, salt })}
      />
    </Section>
  );
};
