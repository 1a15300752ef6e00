import { TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import {
  type CriterionMark,
  criterionMarks,
  type ScreenCriterion,
} from "../../../domain/candidates/resume-review";
import { KeyHint } from "../../../ui/keys/key-hint";
import { markWords } from "../application-words";
import classes from "./screen.module.css";
import type { Review } from "./use-review";
import { screenWords as words } from "./words";

interface CriterionProps {
  readonly criterion: ScreenCriterion;
  readonly lit: boolean;
  readonly review: Review;
  readonly onLight: () => void;
}

const Marks = ({
  criterion,
  chosen,
  review,
}: Pick<CriterionProps, "criterion" | "review"> & {
  readonly chosen: CriterionMark | null;
}) => (
  <div role="radiogroup" aria-label={criterion.text} className={classes.marks}>
    {criterionMarks.map((mark, index) => (
      // biome-ignore lint/a11y/useSemanticElements: a native radio would take the arrow keys and the digits' focus
      <button
        key={mark}
        type="button"
        role="radio"
        aria-checked={chosen === mark}
        onClick={() => review.markAt(criterion, mark)}
      >
        <KeyHint keys={String(index + 1)} />
        {markWords[mark]}
      </button>
    ))}
  </div>
);

const Criterion = ({ criterion, lit, review, onLight }: CriterionProps) => {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (lit) place.current?.scrollIntoView({ block: "nearest" });
  }, [lit]);
  const marked = review.marks.find(({ criterionId }) => criterionId === criterion.id);
  return (
    <li ref={place} data-lit={lit || undefined} aria-current={lit ? "step" : undefined} onFocus={onLight}>
      <p>{criterion.text}</p>
      <Marks criterion={criterion} chosen={marked?.mark ?? null} review={review} />
      {marked === undefined ? null : (
        <TextInput
          key={marked.criterionId}
          size="xs"
          data-evidence={criterion.id}
          aria-label={words.evidence(criterion.text)}
          placeholder={words.evidenceHint}
          maxLength={500}
          defaultValue={marked.evidence}
          onBlur={(event) => review.note(criterion, event.currentTarget.value)}
        />
      )}
    </li>
  );
};

interface CriteriaListProps {
  readonly criteria: readonly ScreenCriterion[];
  readonly review: Review;
}

/** The criteria with what the reviewer marked; one of them is lit and takes the digits. */
export const CriteriaList = ({ criteria, review }: CriteriaListProps) => (
  <ol className={classes.criteria} aria-label={words.criteria}>
    {criteria.map((criterion, index) => (
      <Criterion
        key={criterion.id}
        criterion={criterion}
        lit={index === review.at}
        review={review}
        onLight={() => review.choose(index)}
      />
    ))}
  </ol>
);
