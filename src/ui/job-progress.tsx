import { Button, Progress } from "@mantine/core";
import classes from "./job-progress.module.css";

interface JobProgressProps {
  /** "Writing the file". */
  readonly doing: string;
  /** From 0 to 1. */
  readonly done: number;
  readonly onCancel: () => void;
}

/** What is being done, how far it is, and the way out. */
export const JobProgress = ({ doing, done, onCancel }: JobProgressProps) => (
  <div className={classes.working}>
    <span>{doing}</span>
    <Progress size="sm" value={done * 100} aria-label={doing} />
    <Button size="xs" variant="default" onClick={onCancel}>
      Cancel
    </Button>
  </div>
);
