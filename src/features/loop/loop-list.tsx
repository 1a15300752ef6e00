import { Anchor, Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import { type LoopSummary, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { type Column, DataTable } from "../../ui/data-table";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { Loaded } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { StatusDot } from "../../ui/status-dot";
import { Crumbs } from "../../ui/top-bar";
import { listTrouble, phaseWords } from "./words";

const Phase = ({ loop }: { readonly loop: LoopSummary }) => {
  const { shape, words } = phaseWords[loop.phase];
  const isOver = loop.phase === "withdrawn" || loop.phase === "cancelled";
  const tone = shape === "bang" ? "attention" : isOver ? "quiet" : "accent";
  return <StatusDot shape={shape} tone={tone} label={words} />;
};

const columns: readonly Column<LoopSummary>[] = [
  {
    key: "candidate",
    header: "Candidate",
    cell: (loop) => (
      <Anchor href={hrefTo(paths.loop(loop.loopId))}>{loop.candidateName || "Not arrived yet"}</Anchor>
    ),
  },
  { key: "kit", header: "Role", cell: (loop) => loop.kitTitle },
  { key: "level", header: "Level", cell: (loop) => loop.levelName },
  { key: "day", header: "Day", cell: (loop) => (loop.day === "" ? "" : dayText(`${loop.day}T12:00`)) },
  { key: "phase", header: "State", cell: (loop) => <Phase loop={loop} /> },
];

const Actions = () => (
  <>
    <Button component="a" variant="default" href={hrefTo(paths.openBundle)}>
      Open a loop file
    </Button>
    <Button component="a" variant="default" href={hrefTo(paths.joinLoop)}>
      Join a loop
    </Button>
    <Button component="a" href={hrefTo(paths.newLoop())}>
      Plan a loop
    </Button>
  </>
);

const NoLoops = () => (
  <EmptyState
    icon={IconUsersGroup}
    sentence="No loop on this laptop yet. Plan one for a candidate, or join one that a colleague opened."
  >
    <Actions />
  </EmptyState>
);

/** The loops this laptop holds. */
export const LoopList = () => {
  const list = useLive(useServices().loops.list);
  const hasLoops = list.state === "ready" && list.value.length > 0;
  return (
    <Page>
      <Crumbs trail={[{ label: "Loops" }]} />
      <PageHeader title="Loops" actions={hasLoops ? <Actions /> : undefined} />
      <Loaded from={list} doing="Reading the loops" trouble={listTrouble}>
        {(loops) =>
          loops.length === 0 ? (
            <NoLoops />
          ) : (
            <DataTable label="Loops" columns={columns} rows={loops} rowKey={(loop) => loop.loopId} />
          )
        }
      </Loaded>
    </Page>
  );
};
