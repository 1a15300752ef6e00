import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./cards.module.css";

interface EmptyStateProps {
  readonly icon: Icon;
  /** What is not there, and what it is good for, in one sentence. */
  readonly sentence: string;
  /** The next steps as buttons. */
  readonly children?: ReactNode;
}

/** Stands where a list has nothing yet, and offers the next step. */
export const EmptyState = ({ icon: Picture, sentence, children }: EmptyStateProps) => (
  <div className={classes.empty}>
    <Picture size={32} stroke={1.4} aria-hidden="true" />
    <p>{sentence}</p>
    {children === undefined ? null : <div className={classes.buttons}>{children}</div>}
  </div>
);
