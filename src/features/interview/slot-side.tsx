import { Button } from "@mantine/core";
import { KeyHint } from "../../ui/keys/key-hint";
import { GroupLabel } from "../../ui/section";
import { coverageLine } from "./coverage/coverage-line";
import { useBoard } from "./coverage/use-board";
import type { OpenView } from "./desk";
import { HandOverSide } from "./hand-over/hand-over-side";
import classes from "./interview.module.css";
import { keepFocus } from "./keep-focus";
import type { Side } from "./side-panel";
import type { Subject } from "./subject";

interface SlotSideProps {
  readonly view: OpenView;
  readonly subject: Subject;
  readonly side: Side;
}

/** What colleagues handed over, what was handed to them, and how well the current competency is covered. Never a rating. */
export const SlotSide = ({ view, subject, side }: SlotSideProps) => (
  <>
    <HandOverSide view={view} />
    <GroupLabel as="h2">Coverage</GroupLabel>
    <p className={classes.aside}>{coverageLine(view, useBoard(view), subject)}</p>
    <Button
      className={classes.sideButton}
      size="compact-sm"
      variant="default"
      onMouseDown={keepFocus}
      onClick={side.toggleCoverage}
      rightSection={<KeyHint keys="c" />}
    >
      Coverage board
    </Button>
    {side.openSharedNotes === null ? null : (
      <Button
        className={classes.sideButton}
        size="compact-sm"
        variant="default"
        onClick={side.openSharedNotes}
        rightSection={<KeyHint keys="s" />}
      >
        Shared notes
      </Button>
    )}
  </>
);
