import type { VideoItem, VideoJudgement } from "../../../domain/candidates/video/video-review";
import type { Rating } from "../../../domain/card/card";
import type { Indicator } from "../../../domain/kit/kit";
import type { RatingScale } from "../../../domain/kit/scale";
import { KeyHint } from "../../../ui/keys/key-hint";
import { GroupLabel } from "../../../ui/section";
import type { VideoReviewing } from "./use-video-review";
import classes from "./video.module.css";
import { videoWords as words } from "./words";

/** Why an answer has no rating, with the key that says so. */
export const absences = [
  { reason: "notObserved", keys: "o" },
  { reason: "insufficientEvidence", keys: "i" },
] as const;

/** The letter that ticks a sign after a plus; there are no more than twenty-six. */
export const letterOf = (place: number): string | null => "abcdefghijklmnopqrstuvwxyz"[place] ?? null;

interface JudgingProps {
  readonly item: VideoItem;
  readonly judgement: VideoJudgement;
  readonly review: VideoReviewing;
}

const Signs = ({
  title,
  signs,
  first,
  ...props
}: JudgingProps & {
  readonly title: string;
  readonly signs: readonly Indicator[];
  readonly first: number;
}) =>
  signs.length === 0 ? null : (
    <div>
      <GroupLabel as="h3">{title}</GroupLabel>
      <ul className={classes.signs} aria-label={title}>
        {signs.map(({ id, text }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={props.judgement.signs.includes(id)}
              onClick={() => props.review.tick(props.item, id)}
            >
              <span className={classes.box} aria-hidden="true">
                {letterOf(first + index)}
              </span>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );

const LookedFor = ({ item }: { readonly item: VideoItem }) =>
  item.topic === "" ? (
    <p className={classes.soft}>{words.noSigns}</p>
  ) : (
    <div>
      <GroupLabel as="h3">{words.lookedFor}</GroupLabel>
      <p className={classes.topic}>{item.topic}</p>
      {item.criteria.map((text) => (
        <p key={text} className={classes.soft}>
          {text}
        </p>
      ))}
    </div>
  );

/** The rating as it is after a choice: the same once more takes it back. */
export const chosenRating = (before: Rating, chosen: Rating): Rating =>
  JSON.stringify(before) === JSON.stringify(chosen) ? { kind: "blank" } : chosen;

const RatingChoice = ({ item, judgement, review, scale }: JudgingProps & { readonly scale: RatingScale }) => {
  const { rating } = judgement;
  const rate = (chosen: Rating) => review.rate(item, chosenRating(rating, chosen));
  return (
    <div>
      <GroupLabel as="h3">{words.rating}</GroupLabel>
      <fieldset className={classes.points} aria-label={words.rating}>
        {scale.map(({ value, label, anchor }) => (
          <button
            key={value}
            type="button"
            aria-pressed={rating.kind === "rated" && rating.value === value}
            onClick={() => rate({ kind: "rated", value })}
          >
            <b>{value}</b>
            <span>{label}</span>
            <small>{anchor}</small>
          </button>
        ))}
      </fieldset>
      <fieldset className={classes.absences} aria-label={words.noRating}>
        {absences.map(({ reason, keys }) => (
          <button
            key={reason}
            type="button"
            aria-pressed={rating.kind === "absent" && rating.reason === reason}
            onClick={() => rate({ kind: "absent", reason })}
          >
            {words.absences[reason]} <KeyHint keys={keys} />
          </button>
        ))}
      </fieldset>
      <p className={classes.soft}>{words.private}</p>
    </div>
  );
};

/** What an answer is judged by, and the reviewer's judgement of it. */
export const Judging = (props: JudgingProps & { readonly scale: RatingScale }) => (
  <div className={classes.judging}>
    <LookedFor item={props.item} />
    <Signs {...props} title={words.good} signs={props.item.positive} first={0} />
    <Signs {...props} title={words.warning} signs={props.item.negative} first={props.item.positive.length} />
    {props.item.positive.length + props.item.negative.length === 0 ? null : (
      <p className={classes.soft}>
        <KeyHint keys="+" /> and its letter ticks a sign
      </p>
    )}
    <RatingChoice {...props} />
  </div>
);
