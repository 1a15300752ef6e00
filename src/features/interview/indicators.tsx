import type { Tick } from "../../domain/card/card";
import type { Indicator } from "../../domain/kit/kit";
import { GroupLabel } from "../../ui/section";
import classes from "./indicators.module.css";
import { indicatorLetter, type Subject } from "./subject";

interface IndicatorsProps {
  readonly subject: Subject;
  readonly onTick: (indicatorId: Tick["indicatorId"], seen: Tick["seen"] | null) => void;
}

const nextTick = (tick: Tick | undefined): Tick["seen"] | null => {
  if (tick === undefined) return "seen";
  return tick.seen === "seen" ? "opposite" : null;
};

const tickWords = (tick: Tick | undefined): string => {
  if (tick === undefined) return "not ticked";
  return tick.seen === "seen" ? "seen" : "opposite seen";
};

interface SideProps extends IndicatorsProps {
  readonly title: string;
  readonly side: "positive" | "negative";
  readonly signs: readonly Indicator[];
  readonly firstLetter: number;
}

const Side = ({ subject, onTick, title, side, signs, firstLetter }: SideProps) => (
  <div>
    <GroupLabel as="h3">{title}</GroupLabel>
    <ul className={classes.list}>
      {signs.map((sign, index) => {
        const tick = subject.evidence.ticks.find((known) => known.indicatorId === sign.id);
        const letter = indicatorLetter(firstLetter + index);
        return (
          <li key={sign.id}>
            <button
              type="button"
              className={classes.sign}
              data-side={side}
              data-tick={tick?.seen ?? "none"}
              aria-label={`${sign.text} ${tickWords(tick)}`}
              onClick={() => onTick(sign.id, nextTick(tick))}
            >
              <span className={classes.box} aria-hidden="true">
                {letter}
              </span>
              <span className={classes.text}>{sign.text}</span>
              {tick === undefined ? null : <span className={classes.state}>{tickWords(tick)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  </div>
);

/** Good and warning signs; a press goes from not ticked to seen, to opposite seen, and back. */
export const Indicators = (props: IndicatorsProps) => (
  <div className={classes.columns}>
    <Side {...props} title="Good signs" side="positive" signs={props.subject.positive} firstLetter={0} />
    <Side
      {...props}
      title="Warning signs"
      side="negative"
      signs={props.subject.negative}
      firstLetter={props.subject.positive.length}
    />
  </div>
);
