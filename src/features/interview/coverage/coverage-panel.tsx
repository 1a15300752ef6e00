import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Slot } from "../../../domain/loop/plan";
import { GroupLabel } from "../../../ui/section";
import type { OpenView } from "../desk";
import { keepFocus } from "../keep-focus";
import { AskedList } from "./asked-list";
import classes from "./coverage.module.css";
import { CoverageTable } from "./coverage-table";
import { SlotAdvices } from "./slot-advice";
import { useBoard } from "./use-board";
import { boardRule } from "./words";

interface CoveragePanelProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** The board beside the interview. It takes no focus, so that every key goes on doing what it does. */
export const CoveragePanel = ({ view, slot, onClose }: CoveragePanelProps) => {
  const board = useBoard(view);
  return (
    <section className={classes.panel} aria-labelledby="coverage-board">
      <div className={classes.head}>
        <h2 id="coverage-board">Coverage board</h2>
        <ActionIcon aria-label="Close the coverage board" onMouseDown={keepFocus} onClick={onClose}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <p className={classes.quiet}>{boardRule}</p>
      <SlotAdvices view={view} board={board} here={slot} />
      <CoverageTable view={view} board={board} here={slot} />
      <GroupLabel as="h3">Questions</GroupLabel>
      <AskedList view={view} board={board} />
    </section>
  );
};
