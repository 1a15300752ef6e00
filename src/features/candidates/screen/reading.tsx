import { Button, Group } from "@mantine/core";
import { useNavigate } from "react-router";
import { paths } from "../../../bindings/paths";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import { criterionMarks, type ScreenCriterion, unmarked } from "../../../domain/candidates/resume-review";
import type { ApplicationId } from "../../../domain/ids";
import { ErrorCard } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import { applicationTrouble, markWords } from "../application-words";
import { CriteriaList } from "./criteria-list";
import classes from "./screen.module.css";
import { type Review, useReview } from "./use-review";
import { screenWords as words } from "./words";

interface ReadingProps {
  readonly application: Application;
  readonly candidate: Candidate;
  readonly criteria: readonly ScreenCriterion[];
  readonly reviewer: string;
  readonly next: ApplicationId | null;
}

const focusEvidence = (criterion: ScreenCriterion | undefined): void => {
  if (criterion === undefined) return;
  document.querySelector<HTMLInputElement>(`input[data-evidence="${criterion.id}"]`)?.focus();
};

/** The key that marks a criterion also goes on, so the last evidence to write is the one before the lit one. */
const toEvidence = (criteria: readonly ScreenCriterion[], review: Review): void => {
  const marked = (criterion: ScreenCriterion | undefined) =>
    review.marks.some(({ criterionId }) => criterionId === criterion?.id);
  const lit = criteria[review.at];
  focusEvidence(marked(lit) ? lit : criteria[review.at - 1]);
};

const useReadingKeys = (
  criteria: readonly ScreenCriterion[],
  review: Review,
  acts: { readonly handIn: () => void; readonly goOn: () => void },
): void =>
  useKeys({
    title: words.keys.title,
    scope: "screen",
    bindings: [
      ...criterionMarks.map((mark, index) => ({
        keys: String(index + 1),
        does: words.keys.mark(markWords[mark]),
        run: () => review.mark(mark),
      })),
      { keys: "j", does: words.keys.next, run: () => review.go(1) },
      { keys: "k", does: words.keys.previous, run: () => review.go(-1) },
      { keys: "e", does: words.keys.evidence, run: () => toEvidence(criteria, review) },
      { keys: "ctrl+enter", does: words.keys.handIn, run: acts.handIn },
      { keys: "n", does: words.keys.nextApplication, run: acts.goOn },
    ],
  });

/** The criteria beside the resume, by keyboard alone; handed in, the next application follows. */
export const Reading = ({ application, criteria, reviewer, next }: ReadingProps) => {
  const navigate = useNavigate();
  const review = useReview({ application, criteria, reviewer });
  const left = unmarked(criteria, review.marks).length;
  const goOn = () => void navigate(paths.resumeScreen(next ?? undefined));
  const handIn = async () => {
    // A line of evidence that is still being written is kept as its field loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (await review.handIn()) goOn();
  };
  useReadingKeys(criteria, review, { handIn: () => void handIn(), goOn });
  return (
    <div className={classes.reading}>
      {review.failure === null ? null : (
        <ErrorCard trouble={applicationTrouble(review.failure, words.notKept)} />
      )}
      <CriteriaList criteria={criteria} review={review} />
      <p role="status" className={classes.evidence}>
        {left === 0 ? words.complete : words.left(left)}
      </p>
      <Group gap="sm">
        <Button
          loading={review.busy}
          disabled={left > 0}
          rightSection={<KeyHint keys="ctrl+enter" />}
          onClick={() => void handIn()}
        >
          {words.handIn}
        </Button>
        <Button variant="default" rightSection={<KeyHint keys="n" />} onClick={goOn}>
          {words.next}
        </Button>
      </Group>
    </div>
  );
};
