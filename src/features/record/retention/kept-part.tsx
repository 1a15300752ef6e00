import { Anchor, Stack } from "@mantine/core";
import { useState } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import type { KeptRecord } from "../../../bindings/retention";
import { type Failure, useServices } from "../../../bindings/services";
import type { Hold } from "../../../domain/retention/hold";
import { type Keeping, type KeepingState, stateOn } from "../../../domain/retention/keeping";
import { keepingByRules } from "../../../domain/retention/record-keeping";
import type { RetentionTable } from "../../../domain/retention/regimes";
import { type Column, DataTable } from "../../../ui/data-table";
import { ErrorCard } from "../../../ui/error-card";
import { HoldCell } from "./hold-cell";
import { reasonsOf, retentionTrouble, stateWords, retentionWords as words } from "./retention-words";

interface Row extends KeptRecord {
  readonly keeping: Keeping | null;
  readonly state: KeepingState | null;
  /** The company has chosen a rule, whether or not it counts for this record. */
  readonly ruled: boolean;
}

/** What has to be done first stands first. */
const order: readonly (KeepingState | null)[] = ["due", "mayGo", "held", "keep", null];

/** Every record with what the rules and holds make of it today, the most pressing first. */
const rowsOf = (records: readonly KeptRecord[], table: RetentionTable, today: string): readonly Row[] => {
  const ruled = table.regimes.some(({ chosen }) => chosen);
  return records
    .map((record): Row => {
      const keeping = keepingByRules(record.loopId, record.days, table);
      return { ...record, keeping, ruled, state: keeping === null ? null : stateOn(keeping, today) };
    })
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
};

const Why = ({ keeping, days, ruled }: Row) => {
  if (days === null) return <>{words.undecided}</>;
  if (keeping === null) return <>{ruled ? words.noneCounts : words.noRule}</>;
  return (
    <Stack gap={2}>
      {reasonsOf(keeping).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
};

/** Why a record is held, and since when. */
type Notice = Pick<Hold, "cause" | "since">;

const columns = (today: string, hold: (row: Row, notice: Notice | null) => void): readonly Column<Row>[] => [
  {
    key: "candidate",
    header: "Candidate",
    cell: ({ loopId, candidateName }) => <Anchor href={hrefTo(paths.record(loopId))}>{candidateName}</Anchor>,
  },
  { key: "role", header: "Role", cell: ({ kitTitle }) => kitTitle },
  {
    key: "state",
    header: "Now",
    width: "110px",
    cell: ({ state }) => (state === null ? "–" : stateWords[state]),
  },
  { key: "why", header: "Why", cell: (row) => <Why {...row} /> },
  {
    key: "hold",
    header: "Legal hold",
    width: "230px",
    cell: (row) => (
      <HoldCell
        candidateName={row.candidateName}
        held={row.keeping?.hold ?? null}
        today={today}
        disabled={row.days === null}
        hold={(notice) => hold(row, notice)}
      />
    ),
  },
];

/** Which records are due, on hold, to be kept, and why; a hold is set and ended here. */
export const KeptPart = ({
  records,
  table,
}: {
  readonly records: readonly KeptRecord[];
  readonly table: RetentionTable;
}) => {
  const { retention } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  const today = retention.today();
  const hold = async ({ loopId }: Row, notice: Notice | null): Promise<void> => {
    const others = table.holds.filter((known) => known.loopId !== loopId);
    const holds = notice === null ? others : [...others, { loopId, ...notice }];
    const saved = await retention.set({ ...table, holds });
    setFailure(saved.ok ? null : saved.error);
  };
  if (records.length === 0) return <p>{words.noRecords}</p>;
  return (
    <Stack gap="md">
      <DataTable
        label={words.records}
        columns={columns(today, (row, notice) => void hold(row, notice))}
        rows={rowsOf(records, table, today)}
        rowKey={({ loopId }) => loopId}
      />
      {failure === null ? null : <ErrorCard trouble={retentionTrouble(failure)} />}
    </Stack>
  );
};
