import { IconUserCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import type { KitSummary } from "../../../bindings/services";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import { countKnockOuts, type KnockOutCount } from "../../../domain/candidates/knock-out-counts";
import { knockOutWaits, standingOf } from "../../../domain/candidates/standing";
import { type Column, DataTable } from "../../../ui/data-table";
import { dayText } from "../../../ui/day-text";
import { EmptyState } from "../../../ui/empty-state";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import { Crumbs } from "../../../ui/top-bar";
import { ActBar } from "../acts/act-bar";
import { Answers } from "../answers";
import { roleOf } from "../candidate-rows";
import classes from "../candidates.module.css";
import { ListsLoaded } from "../loaded-lists";
import { shownName, useNamesMasked } from "../names-masked";
import { useKnownKits } from "../use-known-kits";
import { words as candidateWords } from "../words";
import { knockOutWords as words } from "./words";

/** Those who wait for a person, who waits longest first. */
export const waitingKnockOuts = (applications: readonly Application[]): readonly Application[] =>
  applications
    .filter((application) => knockOutWaits(standingOf(application)))
    .toSorted((one, other) => standingOf(one).since.localeCompare(standingOf(other).since));

interface WaitingProps {
  readonly application: Application;
  readonly candidate: Candidate | undefined;
  readonly kits: readonly KitSummary[];
}

const Waiting = ({ application, candidate, kits }: WaitingProps) => {
  const [masked] = useNamesMasked();
  const standing = standingOf(application);
  const name = candidate === undefined ? words.unknown : shownName(candidate, masked);
  return (
    <li className={classes.waiting}>
      <h3>
        <a href={hrefTo(paths.candidate(application.candidateId))}>{name}</a>
      </h3>
      <p className={classes.soft}>{words.line(roleOf(application, kits), dayText(standing.since))}</p>
      <Answers results={standing.results} />
      <ActBar application={application} />
    </li>
  );
};

const columns: readonly Column<KnockOutCount>[] = [
  { key: "prompt", header: words.columns.prompt, cell: ({ prompt }) => prompt },
  { key: "asked", header: words.columns.asked, cell: ({ asked }) => asked, align: "end", width: "90px" },
  {
    key: "removed",
    header: words.columns.removed,
    cell: ({ removed }) => removed,
    align: "end",
    width: "90px",
  },
  {
    key: "overruled",
    header: words.columns.overruled,
    cell: ({ overruled }) => overruled,
    align: "end",
    width: "90px",
  },
  {
    key: "waiting",
    header: words.columns.waiting,
    cell: ({ waiting }) => waiting,
    align: "end",
    width: "90px",
  },
];

interface ListsProps {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
}

const Lists = ({ candidates, applications }: ListsProps) => {
  const kits = useKnownKits();
  const counts = useMemo(() => countKnockOuts(applications), [applications]);
  const waiting = useMemo(() => waitingKnockOuts(applications), [applications]);
  const byId = useMemo(() => new Map(candidates.map((one) => [one.id, one])), [candidates]);
  return (
    <>
      <Section id="waiting" title={words.waiting} note={waiting.length === 0 ? undefined : waiting.length}>
        {waiting.length === 0 ? (
          <EmptyState icon={IconUserCheck} sentence={words.nobody} />
        ) : (
          <ul className={classes.waitingList}>
            {waiting.map((application) => (
              <Waiting
                key={application.id}
                application={application}
                candidate={byId.get(application.candidateId)}
                kits={kits}
              />
            ))}
          </ul>
        )}
      </Section>
      {counts.length === 0 ? null : (
        <Section id="counts" title={words.counts}>
          <DataTable
            label={words.counts}
            columns={columns}
            rows={counts}
            rowKey={({ questionId, wordingVersion }) => `${questionId} ${wordingVersion}`}
          />
        </Section>
      )}
    </>
  );
};

/** Whose answer ends the application, for a person to confirm or overrule, and what each question did. */
export const KnockOutsPage = () => {
  const trail = [{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }];
  return (
    <Page width="reading">
      <Crumbs trail={trail} />
      <PageHeader title={words.title} note={words.note} />
      <ListsLoaded>{(people, known) => <Lists candidates={people} applications={known} />}</ListsLoaded>
    </Page>
  );
};
