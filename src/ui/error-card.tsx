import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./cards.module.css";

/** A failure in plain words. */
export interface Trouble {
  /** "The kit could not be read." */
  readonly what: string;
  /** "The library is unchanged." */
  readonly safe: string;
  /** "Try another file." */
  readonly todo: string;
}

interface ErrorCardProps {
  readonly trouble: Trouble;
  /** Offers "Try again" where trying again can help. */
  readonly onRetry?: (() => void) | undefined;
  /** More buttons, or details. */
  readonly children?: ReactNode;
}

/** What happened, what is safe, what to do. Takes the place of the part that failed; the rest of the screen lives. */
export const ErrorCard = ({ trouble, onRetry, children }: ErrorCardProps) => (
  <div role="alert" className={classes.trouble}>
    <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" />
    <div>
      <p className={classes.what}>{trouble.what}</p>
      <p>
        {trouble.safe} {trouble.todo}
      </p>
      {onRetry === undefined && children === undefined ? null : (
        <div className={classes.buttons}>
          {onRetry === undefined ? null : (
            <Button variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  </div>
);
