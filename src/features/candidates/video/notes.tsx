import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { VideoItem, VideoJudgement, VideoNote } from "../../../domain/candidates/video/video-review";
import { clockText } from "../../../ui/clock-text";
import { KeyHint } from "../../../ui/keys/key-hint";
import { GroupLabel } from "../../../ui/section";
import type { VideoReviewing } from "./use-video-review";
import classes from "./video.module.css";
import { videoWords as words } from "./words";

interface NotesProps {
  readonly item: VideoItem;
  readonly judgement: VideoJudgement;
  readonly review: VideoReviewing;
  /** The answer is a recording, so that notes have a time. */
  readonly timed: boolean;
  readonly onMark: () => void;
  readonly onJump: (seconds: number) => void;
}

const nameOf = ({ seconds }: VideoNote, place: number): string =>
  seconds === null ? words.noteOn(place + 1) : words.noteAt(clockText(seconds));

const Note = ({
  item,
  note,
  place,
  review,
  onJump,
}: Pick<NotesProps, "item" | "review" | "onJump"> & {
  readonly note: VideoNote;
  readonly place: number;
}) => (
  <li className={classes.note}>
    {note.seconds === null ? null : (
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.jumpTo(clockText(note.seconds))}
        onClick={() => onJump(note.seconds ?? 0)}
      >
        {clockText(note.seconds)}
      </Button>
    )}
    <TextInput
      size="xs"
      data-note={place}
      aria-label={nameOf(note, place)}
      placeholder={words.noteHint}
      maxLength={500}
      defaultValue={note.text}
      onKeyDown={(event) => {
        // Back to the keys of the screen.
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
      onBlur={(event) => review.write(item, place, event.currentTarget.value)}
    />
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={words.removeNote(nameOf(note, place))}
      onClick={() => review.removeNote(item, place)}
    >
      <IconX size={16} stroke={1.8} aria-hidden="true" />
    </ActionIcon>
  </li>
);

/** What the reviewer noted of an answer; a press on its time goes there. */
export const Notes = ({ item, judgement, review, timed, onMark, onJump }: NotesProps) => (
  <div className={classes.notes}>
    <div className={classes.notesHead}>
      <GroupLabel as="h3">{words.marks}</GroupLabel>
      <Button variant="default" size="compact-sm" rightSection={<KeyHint keys="m" />} onClick={onMark}>
        {timed ? words.mark : words.markWritten}
      </Button>
    </div>
    {judgement.notes.length === 0 ? <p className={classes.soft}>{words.noMarks}</p> : null}
    <ol aria-label={words.marks}>
      {judgement.notes.map((note, place) => (
        // A note that came or went before it moves it to another place, and its field with it.
        // biome-ignore lint/suspicious/noArrayIndexKey: together with time and text the place tells notes apart
        <Note key={`${place} ${note.seconds} ${note.text}`} {...{ item, note, place, review, onJump }} />
      ))}
    </ol>
  </div>
);
