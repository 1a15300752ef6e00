import { Anchor, Button } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import { type LoopSummary, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { type Column, DataTable } from "../../ui/data-table";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { Loaded } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { BatchPart } from "./batch/batch-part";
import { listTrouble } from "./words";

const columns: readonly Column<LoopSummary>[] = [
  {
    key: "candidate",
    header: "Candidate",
    cell: (loop) => <Anchor href={hrefTo(paths.record(loop.loopId))}>{loop.candidateName}</Anchor>,
  },
  { key: "kit", header: "Role", cell: (loop) => loop.kitTitle },
  { key: "level", header: "Level", cell: (loop) => loop.levelName },
  { key: "day", header: "Day", cell: (loop) => (loop.day === "" ? "" : dayText(`${loop.day}T12:00`)) },
];

/** Loops whose decision is recorded. */
export const RecordList = () => {
  const list = useLive(useServices().loops.list);
  return (
    <Page>
      <Crumbs trail={[{ label: "Records" }]} />
      <PageHeader
        title="Records"
        actions={
          <Button component="a" variant="default" href={hrefTo(paths.retention)}>
            Retention
          </Button>
        }
      />
      <Loaded from={list} doing="Reading the records" trouble={listTrouble}>
        {(loops) => {
          const decided = loops.filter((loop) => loop.phase === "decided");
          return decided.length === 0 ? (
            <EmptyState icon={IconArchive} sentence="A loop stands here once its decision is recorded.">
              <Button component="a" variant="default" href={hrefTo(paths.loops)}>
                Go to the loops
              </Button>
            </EmptyState>
          ) : (
            <>
              <DataTable label="Records" columns={columns} rows={decided} rowKey={(loop) => loop.loopId} />
              <BatchPart roles={[...new Set(decided.map(({ kitTitle }) => kitTitle))].toSorted()} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
