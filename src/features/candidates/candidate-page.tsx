import { Button } from "@mantine/core";
import { IconCalendarPlus, IconUserQuestion } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Candidate } from "../../domain/candidate/candidate";
import type { CandidateId } from "../../domain/ids";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { Crumbs } from "../../ui/top-bar";
import { roleOf } from "./candidate-rows";
import classes from "./candidates.module.css";
import { useKnownKits } from "./use-known-kits";
import { listTrouble, words } from "./words";

const Role = ({ candidate }: { readonly candidate: Candidate }) => {
  const kits = useKnownKits();
  const role = roleOf(candidate, kits);
  const known = kits.some((kit) => kit.id === candidate.kitId);
  return known && candidate.kitId !== null ? <a href={hrefTo(paths.kit(candidate.kitId))}>{role}</a> : role;
};

const Person = ({ candidate }: { readonly candidate: Candidate }) => (
  <>
    <PageHeader title={candidate.name} />
    <dl className={classes.facts}>
      <dt>{words.role}</dt>
      <dd>
        <Role candidate={candidate} />
      </dd>
      <dt>{words.contact}</dt>
      <dd>{candidate.contact || words.noContact}</dd>
      <dt>{words.added}</dt>
      <dd>{dayText(candidate.createdAt)}</dd>
    </dl>
    <section className={classes.next} aria-label={words.nextStep}>
      <div>
        <h2>{words.nextStep}</h2>
        <p>{words.nextStepText}</p>
      </div>
      <Button
        component="a"
        href={hrefTo(paths.newLoop(candidate.id))}
        leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden="true" />}
      >
        {words.planLoop}
      </Button>
    </section>
    <Notice>{words.keptHere}</Notice>
  </>
);

const Missing = () => (
  <EmptyState icon={IconUserQuestion} sentence={words.notHere}>
    <Button component="a" variant="default" href={hrefTo(paths.candidates)}>
      {words.toList}
    </Button>
  </EmptyState>
);

/** One person: what is known of them and the next step. */
export const CandidatePage = ({ candidateId }: { readonly candidateId: CandidateId }) => {
  const list = useLive(useServices().candidates.list);
  const found =
    list.state === "ready" ? list.value.find((candidate) => candidate.id === candidateId) : undefined;
  const trail = [{ label: words.title, href: hrefTo(paths.candidates) }, { label: found?.name ?? "" }];
  return (
    <Page width="reading">
      <Crumbs trail={trail} />
      <Loaded from={list} doing={words.doing} trouble={listTrouble} onRetry={reloadWindow}>
        {() => (found === undefined ? <Missing /> : <Person candidate={found} />)}
      </Loaded>
    </Page>
  );
};
