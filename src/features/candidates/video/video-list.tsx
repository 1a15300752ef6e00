import { IconVideo } from "@tabler/icons-react";
import { hrefTo, paths } from "../../../bindings/paths";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import { answersOf } from "../../../domain/candidates/video/begin-items";
import { visibleVideoReviews } from "../../../domain/candidates/video/video-standing";
import { type Column, DataTable } from "../../../ui/data-table";
import { EmptyState } from "../../../ui/empty-state";
import { PageHeader } from "../../../ui/page";
import { shownName, useNamesMasked } from "../names-masked";
import { videoTaskOf, withAnswers } from "./video-queue";
import { videoWords as words } from "./words";

interface VideoListProps {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
  readonly reviewer: string;
}

const reviewsText = (application: Application): string => {
  const { video } = standingOf(application);
  if (video === null) return words.notBegun;
  const { missing } = visibleVideoReviews(video, "");
  return words.reviewsIn(video.waited.length - missing.length, video.waited.length);
};

const columnsOf = (
  nameOf: (application: Application) => string,
  reviewer: string,
): readonly Column<Application>[] => [
  {
    key: "name",
    header: words.columns.name,
    cell: (one) => <a href={hrefTo(paths.videoReview(one.id))}>{nameOf(one)}</a>,
  },
  { key: "answers", header: words.columns.answers, cell: (one) => answersOf(one).length, width: "100px" },
  { key: "reviews", header: words.columns.reviews, cell: reviewsText, width: "140px" },
  {
    key: "next",
    header: words.columns.next,
    cell: (one) => words.forYou[videoTaskOf(one, reviewer)],
    width: "220px",
  },
];

/** The applications that have answers, with what each asks of this reviewer. */
export const VideoList = ({ candidates, applications, reviewer }: VideoListProps) => {
  const [masked] = useNamesMasked();
  const rows = withAnswers(applications);
  const nameOf = ({ candidateId }: Application): string => {
    const candidate = candidates.find(({ id }) => id === candidateId);
    return candidate === undefined ? words.notHere : shownName(candidate, masked);
  };
  if (rows.length === 0) return <EmptyState icon={IconVideo} sentence={words.nobody} />;
  return (
    <>
      <PageHeader title={words.title} note={words.note} />
      <DataTable
        label={words.toReview}
        columns={columnsOf(nameOf, reviewer)}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </>
  );
};
