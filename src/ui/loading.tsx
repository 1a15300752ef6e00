import { Button, Progress } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { ErrorCard, type Trouble } from "./error-card";
import classes from "./loading.module.css";

interface WaitingProps {
  /** What is being done: "Opening the kit". */
  readonly doing: string;
  /** From 0 to 1 where it is known. */
  readonly done?: number;
  readonly onCancel?: (() => void) | undefined;
}

/** Says what is being done, but only once it has taken half a second. */
export const Waiting = ({ doing, done, onCancel }: WaitingProps) => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), 500);
    return () => window.clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <div className={classes.waiting} role="status">
      <span>{doing}</span>
      <Progress size="sm" value={(done ?? 1) * 100} animated={done === undefined} aria-label={doing} />
      {onCancel === undefined ? null : (
        <Button variant="default" size="xs" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
};

/** Something that has to be fetched first; the shape of whatever the screens load. */
export type Fetched<Value> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly error: { readonly type: string } };

interface LoadedProps<Value> {
  readonly from: Fetched<Value>;
  readonly doing: string;
  readonly trouble: (error: { readonly type: string }) => Trouble;
  readonly onRetry?: (() => void) | undefined;
  readonly children: (value: Value) => ReactNode;
}

/** The value once it is there; until then what is being done; a card where it failed. */
export const Loaded = <Value,>({ from, doing, trouble, onRetry, children }: LoadedProps<Value>) => {
  if (from.state === "loading") return <Waiting doing={doing} />;
  if (from.state === "failed") return <ErrorCard trouble={trouble(from.error)} onRetry={onRetry} />;
  return children(from.value);
};
