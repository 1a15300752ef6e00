import { Button, Select, Switch, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import { hrefTo, paths } from "../../bindings/paths";
import type { KitSummary } from "../../bindings/services";
import { type KitId, kitIdSchema } from "../../domain/ids";
import type { Column } from "../../ui/data-table";
import { EmptyState } from "../../ui/empty-state";
import { VirtualTable } from "../../ui/virtual-table";
import { ageText } from "./application-words";
import { type CandidateRow, filterRows, type RowFilter } from "./candidate-rows";
import classes from "./candidates.module.css";
import { FunnelStrip } from "./funnel-strip";
import { shownName, useNamesMasked } from "./names-masked";
import { NextStepLink } from "./next-step";
import { words } from "./words";

const columnsFor = (masked: boolean): readonly Column<CandidateRow>[] => [
  {
    key: "name",
    header: words.columns.name,
    cell: ({ candidate }) => (
      <a href={hrefTo(paths.candidate(candidate.id))}>{shownName(candidate, masked)}</a>
    ),
  },
  { key: "role", header: words.columns.role, cell: ({ role }) => role },
  { key: "state", header: words.columns.state, cell: ({ state }) => state, width: "190px" },
  { key: "age", header: words.columns.age, cell: ({ age }) => ageText(age), align: "end", width: "90px" },
  { key: "next", header: words.columns.next, cell: (row) => <NextStepLink row={row} />, width: "240px" },
];

const nothing: RowFilter = { query: "", kitId: null, state: null };

interface RoleSelectProps {
  readonly kits: readonly KitSummary[];
  readonly kitId: KitId | null;
  readonly onChange: (kitId: KitId | null) => void;
}

/** Narrows to one role. */
export const RoleSelect = ({ kits, kitId, onChange }: RoleSelectProps) => (
  <Select
    aria-label={words.roleFilter}
    placeholder={words.allRoles}
    clearable
    searchable
    data={kits.map((kit) => ({ value: kit.id, label: kit.title }))}
    value={kitId}
    onChange={(value) => onChange(value === null ? null : kitIdSchema.parse(value))}
  />
);

const useFiltered = (rows: readonly CandidateRow[], filter: RowFilter, masked: boolean) => {
  const query = useDeferredValue(filter.query);
  const { kitId, state } = filter;
  const ofRole = useMemo(
    () => filterRows(rows, { query, kitId, state: null, masked }),
    [rows, query, kitId, masked],
  );
  const shown = useMemo(() => filterRows(ofRole, { query: "", kitId: null, state }), [ofRole, state]);
  return { ofRole, shown };
};

interface CandidateTableProps {
  readonly rows: readonly CandidateRow[];
  readonly kits: readonly KitSummary[];
}

/** The candidates by stage, with what narrows them. */
export const CandidateTable = ({ rows, kits }: CandidateTableProps) => {
  const [filter, setFilter] = useState<RowFilter>(nothing);
  const [masked, setMasked] = useNamesMasked();
  const { ofRole, shown } = useFiltered(rows, filter, masked);
  const change = (part: Partial<RowFilter>) => setFilter({ ...filter, ...part });
  const columns = useMemo(() => columnsFor(masked), [masked]);
  return (
    <>
      <FunnelStrip rows={ofRole} chosen={filter.state} onChoose={(state) => change({ state })} />
      <div className={classes.filters}>
        <TextInput
          aria-label={words.filter}
          placeholder={words.filter}
          leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
          value={filter.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
        />
        <RoleSelect kits={kits} kitId={filter.kitId} onChange={(kitId) => change({ kitId })} />
        <Switch
          label={words.mask}
          checked={masked}
          onChange={(event) => setMasked(event.currentTarget.checked)}
        />
        <span className={classes.count} role="status">
          {words.shown(shown.length, rows.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={IconSearch} sentence={words.noMatchAll}>
          <Button variant="default" onClick={() => setFilter(nothing)}>
            {words.clearFilter}
          </Button>
        </EmptyState>
      ) : (
        <VirtualTable label={words.title} columns={columns} rows={shown} rowKey={({ key }) => key} />
      )}
    </>
  );
};
