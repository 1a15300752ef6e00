import type { Finalist } from "../../../domain/debrief/finalists/finalists";
import type { ComparedItem, HeardAnswer } from "../../../domain/debrief/finalists/question-by-question";
import { Chip } from "../../../ui/chip";
import { ScaleBar } from "../../../ui/scale-bar";
import { ratingMark, signWords } from "../words";
import classes from "./finalists.module.css";
import { stateWords, words } from "./words";

interface HeardProps {
  readonly item: ComparedItem;
  readonly heard: HeardAnswer;
}

const Heard = ({ item, heard }: HeardProps) => {
  const { mark, label } = ratingMark(heard.rating, item.scale);
  const state = stateWords(heard);
  return (
    <li className={classes.heard}>
      <p className={classes.rating}>
        <ScaleBar points={item.scale.length} mark={mark} label={label} />
        {mark.kind === "value" ? <span className={classes.soft}>{label}</span> : null}
        {state === "" ? null : <Chip>{state}</Chip>}
        {heard.independent ? null : <Chip tone="attention">not independent</Chip>}
      </p>
      {heard.notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sealed note never moves
        <p key={index} className={note.quote ? classes.quote : undefined}>
          {note.quote ? `“${note.text}”` : note.text}
        </p>
      ))}
      {heard.ticks.length === 0 ? (
        heard.notes.length === 0 ? (
          <p className={classes.soft}>{words.silent}</p>
        ) : null
      ) : (
        <ul className={classes.signs}>
          {heard.ticks.map((tick) => (
            <li key={tick.indicatorId}>{signWords(tick, item.signs)}</li>
          ))}
        </ul>
      )}
    </li>
  );
};

interface HeardColumnProps {
  readonly finalist: Finalist;
  readonly title: string;
  readonly item: ComparedItem;
  readonly heard: readonly HeardAnswer[];
}

/** What the panel heard from one finalist about the item in front, rater by rater without their names. */
export const HeardColumn = ({ finalist, title, item, heard }: HeardColumnProps) => (
  <section className={classes.column} aria-labelledby={`finalist-${finalist.mark}`}>
    <h3 id={`finalist-${finalist.mark}`}>{title}</h3>
    {heard.length === 0 ? (
      <p className={classes.soft}>{words.notPart}</p>
    ) : (
      <ul className={classes.list}>
        {heard.map((one) => (
          <Heard key={one.envelopeHash} item={item} heard={one} />
        ))}
      </ul>
    )}
  </section>
);
