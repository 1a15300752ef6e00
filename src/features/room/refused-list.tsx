import { Button } from "@mantine/core";
import { useState } from "react";
import { counted } from "../../bindings/name-lists";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Refusals } from "../../domain/loop/refusals";
import { Section } from "../../ui/section";
import { refusedLines } from "./refused";
import classes from "./refused.module.css";

/** What is seen without asking for more. */
const shownAtFirst = 3;

interface RefusedListProps {
  readonly view: LoopView;
  readonly refused: Refusals;
}

/** What was refused, by whom, how often and what to do: quiet, and never longer than it has to be. */
export const RefusedList = ({ view, refused }: RefusedListProps) => {
  const { rows, more } = refused;
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const lines = refusedLines(view, rows);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  const times = rows.reduce((sum, { count }) => sum + count, more);
  return (
    <Section
      id="refused"
      title="What was refused"
      note={`${counted(times, "time")} since this loop was opened here; none of it counts`}
    >
      <ul className={classes.list}>
        {shown.map(({ key, what, when, todo }) => (
          <li key={key}>
            <span className={classes.what}>{what}</span> <span className={classes.when}>{when}.</span>{" "}
            <span className={classes.todo}>{todo}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown.length ? (
        <Button variant="subtle" color="gray" size="xs" onClick={() => setAll(true)}>
          Show {lines.length - shown.length} more
        </Button>
      ) : null}
      {more > 0 ? <p className={classes.more}>And {counted(more, "time")} of other kinds.</p> : null}
    </Section>
  );
};
