import { Button, Group, TextInput } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import { hrefTo, paths } from "../../../bindings/paths";
import type { Candidate } from "../../../domain/candidate/candidate";
import { findTwins, join, keepApart, type Twins } from "../../../domain/candidate/one-person";
import type { Application } from "../../../domain/candidates/application";
import { dayText } from "../../../ui/day-text";
import { EmptyState } from "../../../ui/empty-state";
import { ErrorCard } from "../../../ui/error-card";
import { Page, PageHeader } from "../../../ui/page";
import { Crumbs } from "../../../ui/top-bar";
import { roleOf } from "../candidate-rows";
import { ListsLoaded } from "../loaded-lists";
import { shownName, useNamesMasked } from "../names-masked";
import { useKnownKits } from "../use-known-kits";
import { words as candidateWords } from "../words";
import { ReasonForm } from "./reason-form";
import classes from "./same-person.module.css";
import { useSameness } from "./use-sameness";
import { samenessTrouble, samePersonWords as words } from "./words";

interface SideProps {
  readonly candidate: Candidate;
  readonly applications: readonly Application[];
}

const Side = ({ candidate, applications }: SideProps) => {
  const kits = useKnownKits();
  const [masked] = useNamesMasked();
  const own = applications.filter(({ candidateId }) => candidateId === candidate.id);
  const roles = [...new Set(own.map((one) => roleOf(one, kits)))].join(", ");
  return (
    <div className={classes.side}>
      <a href={hrefTo(paths.candidate(candidate.id))}>{shownName(candidate, masked)}</a>
      <span>{masked ? candidateWords.hidden : candidate.contact || candidateWords.noContact}</span>
      <span>{words.applications(roles)}</span>
      <span className={classes.soft}>{`${words.added} ${dayText(candidate.createdAt)}`}</span>
    </div>
  );
};

interface PairProps {
  readonly twins: Twins;
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
}

const Pair = ({ twins: { earlier, later, likeness }, candidates, applications }: PairProps) => {
  const [open, setOpen] = useState(false);
  const [by, setBy] = useActingName();
  const { failure, say } = useSameness();
  const [masked] = useNamesMasked();
  const [first, second] = [shownName(earlier, masked), shownName(later, masked)];
  const merge = (name: string, reason: string) =>
    void say(later, name, (one, doing) => join(one, earlier.id, doing, reason, candidates));
  const apart = () => void say(later, by, (one, doing) => keepApart(one, earlier.id, doing));
  return (
    <section className={classes.pair} aria-label={words.pair(first, second)}>
      <h2>{words.likeness[likeness]}</h2>
      <div className={classes.sides}>
        <Side candidate={earlier} applications={applications} />
        <Side candidate={later} applications={applications} />
      </div>
      {failure === null ? null : <ErrorCard trouble={samenessTrouble(failure)} />}
      {open ? (
        <>
          <p className={classes.soft}>{words.mergeNote}</p>
          <ReasonForm
            label={words.reason}
            action={words.mergeInto(first)}
            onSay={merge}
            onCancel={() => setOpen(false)}
          />
        </>
      ) : (
        <Group gap="sm" align="flex-end">
          <Button onClick={() => setOpen(true)}>{words.merge}</Button>
          <TextInput
            label={words.yourName}
            maxLength={200}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <Button variant="default" disabled={by.trim() === ""} onClick={apart}>
            {words.different}
          </Button>
        </Group>
      )}
    </section>
  );
};

const none = (
  <EmptyState icon={IconUsers} sentence={words.none}>
    <Button component="a" variant="default" href={hrefTo(paths.candidates)}>
      {words.toList}
    </Button>
  </EmptyState>
);

/** Who may be the same person: two beside each other, and what somebody says about it. */
export const SamePersonPage = () => (
  <Page>
    <Crumbs
      trail={[{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }]}
    />
    <PageHeader title={words.title} note={words.note} />
    <ListsLoaded>
      {(candidates, applications) => {
        const pairs = findTwins(candidates);
        if (pairs.length === 0) return none;
        return pairs.map((twins) => (
          <Pair
            key={`${twins.earlier.id} ${twins.later.id}`}
            twins={twins}
            candidates={candidates}
            applications={applications}
          />
        ));
      }}
    </ListsLoaded>
  </Page>
);
