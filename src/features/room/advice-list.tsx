import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import type { Advice } from "./advice";
import classes from "./advice.module.css";

/** More lines than these nobody works off; the rest is on the board itself. */
const mostLines = 5;

/** What is missing and what is unsafe, each with what to do. Nothing where nothing is. */
export const AdviceList = ({ advice }: { readonly advice: readonly Advice[] }) => {
  if (advice.length === 0) return null;
  const shown = advice.slice(0, mostLines);
  const more = advice.length - shown.length;
  return (
    <Section id="missing" title="What is missing, and what to do">
      <ul className={classes.list}>
        {shown.map(({ shape, words, unsafe }) => (
          <li key={words}>
            <StatusDot shape={shape} tone={unsafe ? "attention" : "quiet"} label={words} />
          </li>
        ))}
        {more > 0 ? <li className={classes.more}>{more} more: see the board.</li> : null}
      </ul>
    </Section>
  );
};
