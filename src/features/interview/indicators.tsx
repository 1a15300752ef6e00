import { VisuallyHidden } from "@mantine/core";
import type { Tick } from "../../domain/card/card";
import type { Indicator } from "../../domain/kit/kit";
import { KeyHint } from "../../ui/keys/key-hint";
import { GroupLabel } from "../../ui/section";
import classes from "./indicators.module.css";
import { keepFocus } from "./keep-focus";
import { signLetter } from "./sign-letters";
import type { Subject } from "./subject";

/** What the next letter means; null where letters are keys of their own. */
export type LetterMode = Tick["seen"] | null;

interface IndicatorsProps {
  readonly subject: Subject;
  readonly mode: LetterMode;
  readonly onTick: (indicatorId: Tick["indicatorId"], seen: Tick["seen"] | null) => void;
}

const nextTick = (tick: Tick | undefined): Tick["seen"] | null => {
  if (tick === undefined) return "seen";
  return tick.seen === "seen" ? "opposite" : null;
};

const tickWords = { none: "not ticked", seen: "seen", opposite: "opposite seen" } as const;

interface SignProps extends Pick<IndicatorsProps, "onTick"> {
  readonly sign: Indicator;
  readonly side: "positive" | "negative";
  readonly letter: string | null;
  readonly tick: Tick | undefined;
}

const Sign = ({ sign, side, letter, tick, onTick }: SignProps) => {
  const state = tick?.seen ?? "none";
  return (
    <button
      type="button"
      className={classes.sign}
      data-side={side}
      data-tick={state}
      onMouseDown={keepFocus}
      onClick={() => onTick(sign.id, nextTick(tick))}
    >
      <span className={classes.box} aria-hidden="true">
        {letter}
      </span>
      <span className={classes.text}>{sign.text}</span>
      {state === "none" ? (
        <VisuallyHidden>{tickWords.none}</VisuallyHidden>
      ) : (
        <span className={classes.state}>{tickWords[state]}</span>
      )}
    </button>
  );
};

interface SideProps extends Pick<IndicatorsProps, "subject" | "onTick"> {
  readonly title: string;
  readonly side: SignProps["side"];
  /** Where the side's letters begin. */
  readonly first: number;
}

const Side = ({ subject, onTick, title, side, first }: SideProps) => (
  <div>
    <GroupLabel as="h2">{title}</GroupLabel>
    <ul className={classes.list} aria-label={title}>
      {subject[side].map((sign, index) => (
        <li key={sign.id}>
          <Sign
            sign={sign}
            side={side}
            letter={signLetter(first + index)}
            tick={subject.evidence.ticks.find((known) => known.indicatorId === sign.id)}
            onTick={onTick}
          />
        </li>
      ))}
    </ul>
  </div>
);

const ModeHint = ({ mode }: { readonly mode: LetterMode }) => (
  <p className={classes.hint} data-on={mode ?? undefined} role="status">
    {mode === null ? (
      <>
        <KeyHint keys="+" /> and its letter: seen
        <KeyHint keys="-" /> and its letter: the opposite seen
      </>
    ) : (
      <>
        Press the letter of the sign {mode === "seen" ? "you saw" : "whose opposite you saw"}.
        <KeyHint keys="escape" /> leaves it.
      </>
    )}
  </p>
);

/** Good and warning signs; a press goes from not ticked to seen, to opposite seen, and back. */
export const Indicators = ({ subject, mode, onTick }: IndicatorsProps) => {
  if (subject.positive.length + subject.negative.length === 0) return null;
  return (
    <div className={classes.indicators} data-mode={mode ?? undefined}>
      <div className={classes.columns}>
        <Side subject={subject} onTick={onTick} title="Good signs" side="positive" first={0} />
        <Side
          subject={subject}
          onTick={onTick}
          title="Warning signs"
          side="negative"
          first={subject.positive.length}
        />
      </div>
      <ModeHint mode={mode} />
    </div>
  );
};
