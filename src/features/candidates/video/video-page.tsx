import { IconVideo } from "@tabler/icons-react";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useOpened } from "../../../bindings/use-live";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import { answersOf, usualQuestions } from "../../../domain/candidates/video/begin-items";
import { type VideoStanding, visibleVideoReviews } from "../../../domain/candidates/video/video-standing";
import type { ApplicationId } from "../../../domain/ids";
import { EmptyState } from "../../../ui/empty-state";
import { Loaded } from "../../../ui/loading";
import { Notice, NoticeLines } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Crumbs } from "../../../ui/top-bar";
import { ActBar } from "../acts/act-bar";
import { stateWords } from "../application-words";
import { ListsLoaded } from "../loaded-lists";
import { shownName, useNamesMasked } from "../names-masked";
import { ReviewTop } from "../screen/review-top";
import { useReviewerForgotten, useReviewerName } from "../screen/reviewer-name";
import { words as candidateWords } from "../words";
import { BeginForm } from "./begin-form";
import { ExcuseForm } from "./excuse-form";
import { Reviewing } from "./reviewing";
import { AllVideoReviews } from "./video-comparison";
import { VideoList } from "./video-list";
import { isOpenForVideo, nextToReview, videoTaskOf } from "./video-queue";
import { videoWords as words } from "./words";

interface OneProps {
  readonly application: Application;
  readonly applications: readonly Application[];
  readonly reviewer: string;
}

/** Before anything is judged: who reviews, and by what. */
const Begin = ({ application, applications, reviewer }: OneProps) => {
  const { kits } = useServices();
  const kit = useOpened(() => kits.open(application.kitId), application.kitId);
  const others = applications.filter(({ id }) => id !== application.id);
  return (
    <Loaded
      from={kit}
      doing={candidateWords.doing}
      trouble={() => ({ what: words.unknownKit, safe: "", todo: "" })}
      onRetry={reloadWindow}
    >
      {(opened) => (
        <BeginForm
          application={application}
          kit={opened}
          usual={usualQuestions(others, application.kitId)}
          by={reviewer}
        />
      )}
    </Loaded>
  );
};

/** For whoever has nothing to review here and may not read the others yet. */
const Waiting = ({ application, video, reviewer }: OneProps & { readonly video: VideoStanding }) => {
  const { reviews, hidden, missing } = visibleVideoReviews(video, reviewer);
  const lines =
    reviews.length > 0
      ? [words.notIn(missing.join(", "))]
      : [words.notNamed(video.waited.join(", ")), words.waitedFor(missing.join(", "))];
  const known = hidden.length === 0 ? lines : [...lines, words.hidden(hidden.join(", "))];
  return (
    <>
      <NoticeLines lines={known} />
      {isOpenForVideo(application) ? <ExcuseForm application={application} missing={missing} /> : null}
    </>
  );
};

const Task = (props: OneProps) => {
  const { application, applications, reviewer } = props;
  const { state, video } = standingOf(application);
  if (video !== null && videoTaskOf(application, reviewer) === "read")
    return (
      <>
        <ActBar application={application} />
        <AllVideoReviews application={application} video={video} />
      </>
    );
  if (answersOf(application).length === 0) return <Notice>{words.noAnswers}</Notice>;
  if (!isOpenForVideo(application)) return <Notice>{words.closed(stateWords[state])}</Notice>;
  if (reviewer === "") return <Notice tone="attention">{words.reviewerMissing}</Notice>;
  if (video === null) return <Begin {...props} />;
  if (videoTaskOf(application, reviewer) !== "review") return <Waiting {...props} video={video} />;
  return (
    <Reviewing
      key={`${application.id} ${reviewer}`}
      application={application}
      video={video}
      reviewer={reviewer}
      next={nextToReview(applications, application.id, reviewer)}
    />
  );
};

const Chosen = ({
  candidates,
  applications,
  id,
}: {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
  readonly id: ApplicationId | null;
}) => {
  const [name] = useReviewerName();
  const [masked] = useNamesMasked();
  const reviewer = name.trim();
  if (id === null) return <VideoList {...{ candidates, applications, reviewer }} />;
  const application = applications.find((one) => one.id === id);
  const candidate = candidates.find((one) => one.id === application?.candidateId);
  if (application === undefined || candidate === undefined)
    return <EmptyState icon={IconVideo} sentence={words.notHere} />;
  return (
    <>
      <PageHeader title={shownName(candidate, masked)} note={stateWords[standingOf(application).state]} />
      <Task application={application} applications={applications} reviewer={reviewer} />
    </>
  );
};

/** Answers to video prompts beside the kit's signs; nobody reads another's review before all who were named are in. */
export const VideoPage = ({ applicationId }: { readonly applicationId: ApplicationId | null }) => {
  useReviewerForgotten();
  const list = { label: words.title, href: hrefTo(paths.videoReview()) };
  return (
    <Page>
      <Crumbs trail={[{ label: candidateWords.title, href: hrefTo(paths.candidates) }, list]} />
      <ReviewTop />
      <ListsLoaded>
        {(people, known) => <Chosen candidates={people} applications={known} id={applicationId} />}
      </ListsLoaded>
    </Page>
  );
};
