import type { VideoItem, VideoJudgement } from "../../../domain/candidates/video/video-review";
import type { Rating } from "../../../domain/card/card";
import type { RatingScale } from "../../../domain/kit/scale";
import { type KeyBinding, useKeys } from "../../../ui/keys/keys";
import { absences, chosenRating, letterOf } from "./judging";
import type { Player } from "./use-player";
import type { VideoReviewing } from "./use-video-review";
import { videoWords } from "./words";

const words = videoWords.keys;

interface KeyParts {
  readonly item: VideoItem;
  readonly judgement: VideoJudgement;
  readonly scale: RatingScale;
  readonly review: VideoReviewing;
  readonly player: Player;
  readonly acts: {
    readonly mark: () => void;
    readonly handIn: () => void;
    readonly goOn: () => void;
  };
}

const playing = (player: Player): readonly KeyBinding[] => [
  { keys: "space", does: words.play, run: player.toggle },
  { keys: "arrowleft", does: words.back, run: () => player.skip(-5) },
  { keys: "arrowright", does: words.forward, run: () => player.skip(5) },
  { keys: "s", does: words.slower, run: () => player.change(-1) },
  { keys: "f", does: words.faster, run: () => player.change(1) },
];

/** A note at this very time is not the one before or after it. */
const apart = 0.25;

/** The second of the note before or after a time; null where there is none. */
export const noteBeside = (
  { notes }: Pick<VideoJudgement, "notes">,
  now: number,
  step: 1 | -1,
): number | null => {
  const times = notes.flatMap(({ seconds }) => seconds ?? []);
  return (
    (step === 1 ? times.find((time) => time > now + apart) : times.findLast((time) => time < now - apart)) ??
    null
  );
};

/** The place of the note that is meant at a time: the last one until then, or the newest of a written answer. */
export const noteMeant = ({ notes }: Pick<VideoJudgement, "notes">, now: number | null): number => {
  if (now === null) return notes.length - 1;
  const place = notes.findLastIndex(({ seconds }) => seconds !== null && seconds <= now + apart);
  return place === -1 && notes.length > 0 ? 0 : place;
};

const focusNote = (place: number): void =>
  document.querySelector<HTMLInputElement>(`input[data-note="${place}"]`)?.focus();

const noting = ({ judgement, player, acts }: KeyParts): readonly KeyBinding[] => {
  const jump = (step: 1 | -1) => () => {
    const seconds = noteBeside(judgement, player.now() ?? 0, step);
    if (seconds !== null) player.goTo(seconds);
  };
  return [
    { keys: "m", does: words.mark, run: acts.mark },
    { keys: "e", does: words.write, run: () => focusNote(noteMeant(judgement, player.now())) },
    { keys: ",", does: words.previousMark, run: jump(-1) },
    { keys: ".", does: words.nextMark, run: jump(1) },
  ];
};

const judging = ({ item, judgement, scale, review }: KeyParts): readonly KeyBinding[] => {
  const rate = (chosen: Rating) => () => review.rate(item, chosenRating(judgement.rating, chosen));
  const signs = [...item.positive, ...item.negative].flatMap(({ id, text }, place) => {
    const letter = letterOf(place);
    return letter === null
      ? []
      : [{ keys: `+ ${letter}`, does: words.tick(text), run: () => review.tick(item, id) }];
  });
  return [
    ...scale.map(({ value, label }) => ({
      keys: String(value),
      does: words.rate(label),
      run: rate({ kind: "rated", value }),
    })),
    ...absences.map(({ reason, keys }) => ({
      keys,
      does: words.absent(videoWords.absences[reason]),
      run: rate({ kind: "absent", reason }),
    })),
    ...signs,
  ];
};

/** Everything on the screen of a review by keys alone. */
export const useVideoKeys = (parts: KeyParts): void =>
  useKeys({
    title: words.title,
    scope: "screen",
    bindings: [
      ...playing(parts.player),
      ...noting(parts),
      ...judging(parts),
      { keys: "j", does: words.nextAnswer, run: () => parts.review.go(1) },
      { keys: "k", does: words.previousAnswer, run: () => parts.review.go(-1) },
      { keys: "ctrl+enter", does: words.handIn, run: parts.acts.handIn },
      { keys: "n", does: words.nextApplication, run: parts.acts.goOn },
    ],
  });
