import { Button, Progress } from "@mantine/core";
import type { FinderState } from "../../../bindings/kit-finder";
import { Notice } from "../../../ui/notice";
import classes from "./find.module.css";
import { words } from "./words";

/** A small library is read before a bar could be looked at. */
const barFrom = 50;

interface ReadStateProps {
  readonly state: FinderState;
  /** What is said of the results. */
  readonly count: string;
  readonly onStop: () => void;
  readonly onReadOn: () => void;
}

const sentence = ({ state, read, kits }: FinderState, count: string): string => {
  if (state === "stopped") return `${words.stopped(read, kits)} ${count}`;
  if (state !== "reading") return count;
  return kits === 0 ? words.beginning : words.reading(read, kits);
};

/** How much was found, and how far reading is while that takes its time, with the way to stop it. */
export const ReadState = ({ state, count, onStop, onReadOn }: ReadStateProps) => {
  const isLong = state.state === "reading" && state.kits >= barFrom;
  return (
    <>
      <div className={classes.reading}>
        <p role="status" className={classes.count}>
          {sentence(state, count)}
        </p>
        {isLong ? (
          <>
            <Progress
              className={classes.bar}
              value={(100 * state.read) / state.kits}
              aria-label={words.progress}
            />
            <Button size="compact-xs" variant="default" onClick={onStop}>
              {words.stop}
            </Button>
          </>
        ) : null}
        {state.state === "stopped" ? (
          <Button size="compact-xs" variant="default" onClick={onReadOn}>
            {words.readOn}
          </Button>
        ) : null}
      </div>
      {state.unread === 0 ? null : <Notice tone="attention">{words.unread(state.unread)}</Notice>}
    </>
  );
};
