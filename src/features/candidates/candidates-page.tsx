import { Button } from "@mantine/core";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { type Column, DataTable } from "../../ui/data-table";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { Filtered } from "../../ui/filtered";
import { Loaded } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { Crumbs } from "../../ui/top-bar";
import { AddForm } from "./add-form";
import { type CandidateRow, candidateRows, filterRows } from "./candidate-rows";
import { useKnownKits } from "./use-known-kits";
import { listTrouble, words } from "./words";

const columns: readonly Column<CandidateRow>[] = [
  {
    key: "name",
    header: words.columns.name,
    cell: ({ candidate }) => <a href={hrefTo(paths.candidate(candidate.id))}>{candidate.name}</a>,
  },
  { key: "role", header: words.columns.role, cell: ({ role }) => role },
  {
    key: "created",
    header: words.columns.created,
    cell: ({ candidate }) => dayText(candidate.createdAt),
    align: "end",
    width: "140px",
  },
];

const CandidateTable = ({ rows }: { readonly rows: readonly CandidateRow[] }) => (
  <Filtered
    label={words.filter}
    find={(query) => filterRows(rows, query)}
    noMatch={words.noMatch}
    clear={words.clearFilter}
  >
    {(shown) => (
      <DataTable
        label={words.title}
        columns={columns}
        rows={shown}
        rowKey={({ candidate }) => candidate.id}
      />
    )}
  </Filtered>
);

/** Whether the form is open; part of the address, so that the search can open it. */
const useFormOpen = () => {
  const [search, setSearch] = useSearchParams();
  return {
    open: search.has("add"),
    setOpen: (open: boolean) => setSearch(open ? { add: "" } : {}, { replace: true }),
  };
};

const AddButton = ({ onClick }: { readonly onClick: () => void }) => (
  <Button leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={onClick}>
    {words.add}
  </Button>
);

/** Who may be hired, for which role. */
export const CandidatesPage = () => {
  const list = useLive(useServices().candidates.list);
  const kits = useKnownKits();
  const navigate = useNavigate();
  const form = useFormOpen();
  const openForm = () => form.setOpen(true);
  return (
    <Page>
      <Crumbs trail={[{ label: words.title }]} />
      <Loaded from={list} doing={words.doing} trouble={listTrouble} onRetry={reloadWindow}>
        {(candidates) => (
          <>
            <PageHeader
              title={words.title}
              note={candidates.length === 0 ? undefined : words.note(candidates.length)}
              actions={form.open || candidates.length === 0 ? undefined : <AddButton onClick={openForm} />}
            />
            {form.open ? (
              <AddForm
                kits={kits}
                onAdded={(id) => void navigate(paths.candidate(id))}
                onCancel={() => form.setOpen(false)}
              />
            ) : null}
            {candidates.length > 0 ? <CandidateTable rows={candidateRows(candidates, kits)} /> : null}
            {candidates.length === 0 && !form.open ? (
              <EmptyState icon={IconUsers} sentence={words.empty}>
                <AddButton onClick={openForm} />
              </EmptyState>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
};
