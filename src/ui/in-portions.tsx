import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./in-portions.module.css";

interface InPortionsProps<Row> {
  readonly rows: readonly Row[];
  /** How many rows are drawn at first, and how many more at each press. */
  readonly portion: number;
  /** What the button says: how many more it shows, and how many there are in all. */
  readonly more: (next: number, all: number) => string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list of which as much is drawn as anybody reads, and a button below for more. Nothing is cut off for good. */
export const InPortions = <Row,>({ rows, portion, more, children }: InPortionsProps<Row>) => {
  const [shown, setShown] = useState(portion);
  const next = Math.min(portion, rows.length - shown);
  return (
    <>
      {children(rows.slice(0, shown))}
      {next <= 0 ? null : (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setShown(shown + portion)}>
            {more(next, rows.length)}
          </Button>
        </div>
      )}
    </>
  );
};
