import { Button } from "@mantine/core";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { type KitSummary, useServices } from "../../bindings/services";
import { useClock } from "../../bindings/use-clock";
import { useLive } from "../../bindings/use-live";
import type { Candidate } from "../../domain/candidate/candidate";
import { findTwins, headsOf } from "../../domain/candidate/one-person";
import type { Application } from "../../domain/candidates/application";
import { EmptyState } from "../../ui/empty-state";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { Crumbs } from "../../ui/top-bar";
import { AddForm } from "./add-form";
import { candidateRows } from "./candidate-rows";
import { CandidateTable } from "./candidate-table";
import classes from "./candidates.module.css";
import { ApplicationsLoaded } from "./loaded-lists";
import { samePersonWords } from "./same-person/words";
import { useKnownKits } from "./use-known-kits";
import { listTrouble, words } from "./words";

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

const ImportButton = () => (
  <Button component="a" variant="default" href={hrefTo(paths.importCandidates)}>
    {words.import}
  </Button>
);

const HandOverButton = () => (
  <Button component="a" variant="default" href={hrefTo(paths.handOver)}>
    {words.handOver}
  </Button>
);

const More = () => (
  <>
    <Button component="a" variant="default" href={hrefTo(paths.resumeScreen())}>
      {words.screen}
    </Button>
    <Button component="a" variant="default" href={hrefTo(paths.videoReview())}>
      {words.videoReview}
    </Button>
    <Button component="a" variant="default" href={hrefTo(paths.knockOuts)}>
      {words.knockOuts}
    </Button>
    <Button component="a" variant="default" href={hrefTo(paths.funnel)}>
      {words.funnel}
    </Button>
    <ImportButton />
    <HandOverButton />
  </>
);

const minuteMs = 60_000;

interface ListProps {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
  readonly kits: readonly KitSummary[];
}

const List = ({ candidates, applications, kits }: ListProps) => {
  const now = useClock(true, minuteMs);
  const rows = useMemo(
    () => candidateRows(candidates, applications, kits, now),
    [candidates, applications, kits, now],
  );
  return <CandidateTable rows={rows} kits={kits} />;
};

/** Says that two candidates may be one person, where there are such. */
const MayBeOne = ({ candidates }: { readonly candidates: readonly Candidate[] }) => {
  const pairs = useMemo(() => findTwins(candidates).length, [candidates]);
  if (pairs === 0) return null;
  return (
    <div className={classes.above}>
      <Notice>
        {samePersonWords.link(pairs)} <a href={hrefTo(paths.samePerson)}>{samePersonWords.look}</a>
      </Notice>
    </div>
  );
};

/** Who may be hired, for which role, where each is and who waits for whom. */
export const CandidatesPage = () => {
  const services = useServices();
  const list = useLive(services.candidates.list);
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
              note={
                candidates.length === 0 ? undefined : words.note(new Set(headsOf(candidates).values()).size)
              }
              actions={
                form.open || candidates.length === 0 ? undefined : (
                  <>
                    <More />
                    <AddButton onClick={openForm} />
                  </>
                )
              }
            />
            {form.open ? (
              <AddForm
                kits={kits}
                onAdded={(id) => void navigate(paths.candidate(id))}
                onCancel={() => form.setOpen(false)}
              />
            ) : null}
            <MayBeOne candidates={candidates} />
            {candidates.length > 0 ? (
              <ApplicationsLoaded>
                {(known) => <List candidates={candidates} applications={known} kits={kits} />}
              </ApplicationsLoaded>
            ) : null}
            {candidates.length === 0 && !form.open ? (
              <EmptyState icon={IconUsers} sentence={words.empty}>
                <AddButton onClick={openForm} />
                <ImportButton />
                <HandOverButton />
              </EmptyState>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
};
