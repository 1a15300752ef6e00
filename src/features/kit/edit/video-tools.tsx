import type { Kit, VideoPrompt } from "../../../domain/kit/kit";
import { words as kitWords } from "../words";
import classes from "./edit.module.css";
import { EditableNumber } from "./editable-number";
import { EditableText } from "./editable-text";
import { words } from "./words";

const numbers = [
  ["responseSeconds", words.answerSeconds],
  ["preparationSeconds", words.preparationSeconds],
  ["takes", kitWords.takes],
] as const;

/** The title and format of a video prompt, how long one may answer, prepare and how often. */
export const VideoTools = ({ kit, video }: { readonly kit: Kit; readonly video: VideoPrompt }) => (
  <>
    <div className={classes.labelled}>
      <small>{words.videoTitle}</small>
      <EditableText
        kit={kit}
        spot={{ in: "videoPrompts", id: video.id, field: "title" }}
        label={words.videoTitle}
        placeholder={words.nothingYet}
      />
    </div>
    <div className={classes.labelled}>
      <small>{kitWords.format}</small>
      <EditableText
        kit={kit}
        spot={{ in: "videoPrompts", id: video.id, field: "format" }}
        label={words.videoFormat}
        placeholder={words.nothingYet}
      />
    </div>
    <div className={classes.tools}>
      {numbers.map(([field, label]) => (
        <EditableNumber
          key={field}
          spot={{ in: "videoPrompts", id: video.id, field }}
          value={video[field]}
          label={label}
          isShown
        />
      ))}
    </div>
  </>
);
