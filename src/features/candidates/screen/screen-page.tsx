import { Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useOpened } from "../../../bindings/use-live";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import { isSameReviewer } from "../../../domain/candidates/resume-review";
import { standingOf } from "../../../domain/candidates/standing";
import type { ApplicationId, KitId } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import { EmptyState } from "../../../ui/empty-state";
import { Loaded } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Crumbs } from "../../../ui/top-bar";
import { ActBar } from "../acts/act-bar";
import { stateWords } from "../application-words";
import { RoleSelect } from "../candidate-table";
import { DocumentsPart } from "../documents/documents-part";
import { ListsLoaded } from "../loaded-lists";
import { shownName, useNamesMasked } from "../names-masked";
import { useKnownKits } from "../use-known-kits";
import { words as candidateWords } from "../words";
import { Comparison } from "./comparison";
import { nextInQueue, reviewQueue } from "./queue";
import { Reading } from "./reading";
import { ReviewTop } from "./review-top";
import { useReviewerForgotten, useReviewerName } from "./reviewer-name";
import classes from "./screen.module.css";
import { screenWords as words } from "./words";

const Queue = ({ applications }: { readonly applications: readonly Application[] }) => {
  const kits = useKnownKits();
  const [name] = useReviewerName();
  const [chosen, setChosen] = useState<KitId | null>(null);
  const kitId = chosen ?? kits.find((kit) => applications.some((one) => one.kitId === kit.id))?.id ?? null;
  const queue = kitId === null || name.trim() === "" ? [] : reviewQueue(applications, kitId, name);
  const [first] = queue;
  return (
    <>
      <div className={classes.top}>
        <RoleSelect kits={kits} kitId={kitId} onChange={setChosen} />
      </div>
      {name.trim() === "" ? <Notice tone="attention">{words.reviewerMissing}</Notice> : null}
      {first === undefined ? (
        <EmptyState icon={IconListCheck} sentence={name.trim() === "" ? words.choose : words.nobody}>
          <Button component="a" variant="default" href={hrefTo(paths.candidates)}>
            {candidateWords.toList}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconListCheck} sentence={words.waiting(queue.length)}>
          <Button component="a" href={hrefTo(paths.resumeScreen(first.id))}>
            {words.begin}
          </Button>
        </EmptyState>
      )}
    </>
  );
};

interface OneProps {
  readonly application: Application;
  readonly applications: readonly Application[];
  readonly candidate: Candidate;
}

const kitCriteria = (kit: Kit) => kit.resumeCriteria.map(({ id, text }) => ({ id, text }));

const criteriaOf = (kit: Kit, application: Application) =>
  standingOf(application).screen?.criteria.map(({ id, text }) => ({ id, text })) ?? kitCriteria(kit);

const Side = ({ application, applications, candidate, kit }: OneProps & { readonly kit: Kit }) => {
  const [name] = useReviewerName();
  const { state, reviews, screen } = standingOf(application);
  const criteria = criteriaOf(kit, application);
  const reviewer = name.trim();
  if (criteria.length === 0) return <Notice tone="attention">{words.noCriteria}</Notice>;
  if (reviewer === "") return <Notice tone="attention">{words.reviewerMissing}</Notice>;
  if (!["applied", "screening", "screened", "held"].includes(state))
    return <Notice>{words.closed(stateWords[state])}</Notice>;
  const isIn = reviews.some((review) => isSameReviewer(review.reviewer, reviewer));
  const allIn = screen !== null && reviews.length >= screen.wanted;
  if (isIn || allIn) return <ActBar application={application} />;
  const changed = JSON.stringify(criteria) !== JSON.stringify(kitCriteria(kit));
  const next = nextInQueue(reviewQueue(applications, application.kitId, reviewer), application);
  return (
    <>
      {changed ? <Notice>{words.otherCriteria}</Notice> : null}
      <Reading
        key={`${application.id} ${reviewer}`}
        application={application}
        candidate={candidate}
        criteria={criteria}
        reviewer={reviewer}
        next={next}
      />
    </>
  );
};

const One = ({ application, applications, candidate }: OneProps) => {
  const { kits } = useServices();
  const [name] = useReviewerName();
  const [masked] = useNamesMasked();
  const kit = useOpened(() => kits.open(application.kitId), application.kitId);
  return (
    <>
      <PageHeader title={shownName(candidate, masked)} note={stateWords[standingOf(application).state]} />
      <div className={classes.screen}>
        <div>
          <DocumentsPart application={application} />
          <Comparison application={application} reader={name} />
        </div>
        <div className={classes.side}>
          <Loaded
            from={kit}
            doing={candidateWords.doing}
            trouble={() => ({ what: words.unknownKit, safe: "", todo: "" })}
            onRetry={reloadWindow}
          >
            {(opened) => (
              <Side
                application={application}
                applications={applications}
                candidate={candidate}
                kit={opened}
              />
            )}
          </Loaded>
        </div>
      </div>
    </>
  );
};

interface ChosenProps {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
  readonly id: ApplicationId | null;
}

const Chosen = ({ candidates, applications, id }: ChosenProps) => {
  const application = useMemo(() => applications.find((one) => one.id === id), [applications, id]);
  if (id === null) return <Queue applications={applications} />;
  const candidate = candidates.find((one) => one.id === application?.candidateId);
  if (application === undefined || candidate === undefined)
    return <EmptyState icon={IconListCheck} sentence={words.notHere} />;
  return <One key={id} application={application} applications={applications} candidate={candidate} />;
};

/** Resumes against the kit's criteria, one application after the other; nobody reads another's review before all are in. */
export const ScreenPage = ({ applicationId }: { readonly applicationId: ApplicationId | null }) => {
  useReviewerForgotten();
  const trail = [{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }];
  return (
    <Page>
      <Crumbs trail={trail} />
      <ReviewTop />
      <ListsLoaded>
        {(people, known) => <Chosen candidates={people} applications={known} id={applicationId} />}
      </ListsLoaded>
    </Page>
  );
};
