import { Button } from "@mantine/core";
import { IconCalendarPlus, IconFilePlus, IconUserQuestion } from "@tabler/icons-react";
import { useState } from "react";
import { useActingName } from "../../bindings/acting-name";
import type { ApplicationFailure } from "../../bindings/applications";
import { hrefTo, paths } from "../../bindings/paths";
import { type KitSummary, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Candidate } from "../../domain/candidate/candidate";
import { headsOf } from "../../domain/candidate/one-person";
import type { Application } from "../../domain/candidates/application";
import type { CandidateId, KitId } from "../../domain/ids";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { ErrorCard } from "../../ui/error-card";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { Crumbs } from "../../ui/top-bar";
import { HandOver } from "./application-here/hand-over";
import { TakenList } from "./application-here/taken-list";
import { ApplicationPart } from "./application-part";
import { applicationTrouble } from "./application-words";
import { roleOf } from "./candidate-rows";
import classes from "./candidates.module.css";
import { DeletePerson } from "./delete/delete-person";
import { ApplicationsLoaded } from "./loaded-lists";
import { shownName, useNamesMasked } from "./names-masked";
import { JoinedPart, JoinedTo } from "./same-person/joined-part";
import { useKnownKits } from "./use-known-kits";
import { listTrouble, words } from "./words";

const Role = ({
  candidate,
  kits,
}: {
  readonly candidate: Candidate;
  readonly kits: readonly KitSummary[];
}) => {
  const role = roleOf(candidate, kits);
  const known = kits.some((kit) => kit.id === candidate.kitId);
  return known && candidate.kitId !== null ? <a href={hrefTo(paths.kit(candidate.kitId))}>{role}</a> : role;
};

/** For a candidate of whom no application is known: begin one for the role, or plan the loop without. */
const Begin = ({ candidate }: { readonly candidate: Candidate }) => {
  const { applications } = useServices();
  const [by] = useActingName();
  const [failure, setFailure] = useState<ApplicationFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = async (kitId: KitId) => {
    setBusy(true);
    const begun = await applications.begin(candidate.id, kitId, "hand", by.trim() === "" ? null : by.trim());
    setBusy(false);
    setFailure(begun.ok ? null : begun.error);
  };
  const { kitId } = candidate;
  return (
    <section className={classes.next} aria-label={words.nextStep}>
      <div>
        <h2>{words.nextStep}</h2>
        <p>{kitId === null ? words.nextStepText : words.beginText}</p>
        {failure === null ? null : <ErrorCard trouble={applicationTrouble(failure, words.notBegun)} />}
      </div>
      <div className={classes.buttons}>
        {kitId === null ? null : (
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconFilePlus size={16} stroke={1.8} aria-hidden="true" />}
            onClick={() => void begin(kitId)}
          >
            {words.next.begin}
          </Button>
        )}
        <Button
          component="a"
          href={hrefTo(paths.newLoop(candidate.id))}
          leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden="true" />}
        >
          {words.planLoop}
        </Button>
      </div>
    </section>
  );
};

interface PersonProps {
  readonly candidate: Candidate;
  readonly candidates: readonly Candidate[];
  /** Of everybody. */
  readonly known: readonly Application[];
}

const Person = ({ candidate, candidates, known }: PersonProps) => {
  const heads = headsOf(candidates);
  const head = candidates.find(({ id }) => id === heads.get(candidate.id)) ?? candidate;
  const others = candidates.filter(({ id }) => id !== head.id && heads.get(id) === head.id);
  const group = head === candidate ? [candidate, ...others] : [candidate];
  const applications = known.filter(({ candidateId }) => group.some(({ id }) => id === candidateId));
  const kits = useKnownKits();
  const [masked] = useNamesMasked();
  return (
    <>
      <PageHeader title={shownName(candidate, masked)} note={masked ? words.maskedNote : undefined} />
      <dl className={classes.facts}>
        <dt>{words.role}</dt>
        <dd>
          <Role candidate={candidate} kits={kits} />
        </dd>
        <dt>{words.contact}</dt>
        <dd>{masked ? words.hidden : candidate.contact || words.noContact}</dd>
        <dt>{words.added}</dt>
        <dd>{dayText(candidate.createdAt)}</dd>
      </dl>
      {head === candidate ? null : <JoinedTo head={head} />}
      {applications.length === 0 && head === candidate ? <Begin candidate={candidate} /> : null}
      {applications.map((application) => (
        <ApplicationPart
          key={application.id}
          application={application}
          candidate={candidate}
          role={roleOf(application, kits)}
        />
      ))}
      {candidate.kitId === null ? null : <HandOver candidate={candidate} kitId={candidate.kitId} />}
      {group.map(({ id }) => (
        <TakenList key={id} candidateId={id} />
      ))}
      {head === candidate ? (
        <JoinedPart group={group} candidates={candidates} applications={applications} />
      ) : null}
      <Notice>{words.keptHere}</Notice>
      <DeletePerson candidateId={candidate.id} />
    </>
  );
};

const Missing = () => (
  <EmptyState icon={IconUserQuestion} sentence={words.notHere}>
    <Button component="a" variant="default" href={hrefTo(paths.candidates)}>
      {words.toList}
    </Button>
  </EmptyState>
);

/** One person: where each application is, what to do with it, what happened. */
export const CandidatePage = ({ candidateId }: { readonly candidateId: CandidateId }) => {
  const services = useServices();
  const list = useLive(services.candidates.list);
  const [masked] = useNamesMasked();
  const found =
    list.state === "ready" ? list.value.find((candidate) => candidate.id === candidateId) : undefined;
  const label = found === undefined ? "" : shownName(found, masked);
  return (
    <Page width="reading">
      <Crumbs trail={[{ label: words.title, href: hrefTo(paths.candidates) }, { label }]} />
      <Loaded from={list} doing={words.doing} trouble={listTrouble} onRetry={reloadWindow}>
        {(candidates) =>
          found === undefined ? (
            <Missing />
          ) : (
            <ApplicationsLoaded>
              {(known) => <Person candidate={found} candidates={candidates} known={known} />}
            </ApplicationsLoaded>
          )
        }
      </Loaded>
    </Page>
  );
};
