import { Button } from "@mantine/core";
import { IconLayoutGrid } from "@tabler/icons-react";
import { useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import type { LoopView } from "../../../domain/loop/loop-view";
import { EmptyState } from "../../../ui/empty-state";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import type { OpenView } from "../desk";
import { AskedList } from "./asked-list";
import { CoverageTable } from "./coverage-table";
import { SlotAdvices } from "./slot-advice";
import { useBoard } from "./use-board";
import { boardRule } from "./words";

const isOpen = (view: LoopView): view is OpenView => view.plan !== null && view.kit !== null;

const Board = ({ view }: { readonly view: OpenView }) => {
  const board = useBoard(view);
  return (
    <>
      <SlotAdvices view={view} board={board} />
      <Section id="competencies" title="Competencies" note="independent raters so far, and where they asked">
        <CoverageTable view={view} board={board} />
      </Section>
      <Section id="questions" title="Questions" note="who asked what">
        <AskedList view={view} board={board} />
      </Section>
    </>
  );
};

/** The coverage board of a loop on a page of its own, live, for everybody in the room. */
export const CoveragePage = () => {
  const view = useLoopView();
  return (
    <Page>
      <PageHeader title="Coverage board" note={boardRule} />
      {isOpen(view) ? (
        <Board view={view} />
      ) : (
        <EmptyState
          icon={IconLayoutGrid}
          sentence="The plan and its role kit have not arrived yet. They come as soon as a colleague’s laptop is reached."
        >
          <Button component="a" href={hrefTo(paths.loop(view.loopId))} variant="default">
            Go to the room
          </Button>
        </EmptyState>
      )}
    </Page>
  );
};
