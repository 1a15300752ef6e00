import type { Application } from "../../../domain/candidates/application";
import {
  agreementOf,
  type CriterionComparison,
  compareReviews,
} from "../../../domain/candidates/resume-review";
import { standingOf } from "../../../domain/candidates/standing";
import { visibleReviews } from "../../../domain/candidates/visible-reviews";
import { Chip } from "../../../ui/chip";
import { type Column, DataTable } from "../../../ui/data-table";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import { markWords } from "../application-words";
import classes from "./screen.module.css";
import { screenWords as words } from "./words";

const columnsOf = (reviewers: readonly string[]): readonly Column<CriterionComparison>[] => [
  { key: "criterion", header: words.criterion, cell: ({ criterion }) => criterion.text },
  ...reviewers.map((reviewer) => ({
    key: `by ${reviewer}`,
    header: reviewer,
    cell: ({ marks }: CriterionComparison) => {
      const made = marks.find((mark) => mark.reviewer === reviewer);
      return made === undefined ? (
        "–"
      ) : (
        <>
          {markWords[made.mark]}
          {made.evidence === "" ? null : <span className={classes.evidence}>{made.evidence}</span>}
        </>
      );
    },
  })),
  {
    key: "agreed",
    header: words.agreedColumn,
    cell: ({ agreed }) =>
      agreed === null ? "–" : agreed ? words.agreed : <Chip tone="attention">{words.differs}</Chip>,
    width: "110px",
  },
];

/** Where the reviewers differ comes first. */
const differingFirst = (compared: readonly CriterionComparison[]): readonly CriterionComparison[] => [
  ...compared.filter(({ agreed }) => agreed === false),
  ...compared.filter(({ agreed }) => agreed !== false),
];

interface ComparisonProps {
  readonly application: Application;
  /** Who looks. */
  readonly reader: string;
}

/** All reviews of an application side by side, once all are in; before, who has handed one in. */
export const Comparison = ({ application, reader }: ComparisonProps) => {
  const { screen } = standingOf(application);
  const { reviews, hidden, allIn } = visibleReviews(application, reader);
  if (screen === null || (reviews.length === 0 && hidden.length === 0)) return null;
  if (!allIn) return <Notice>{reviews.length > 0 ? words.notIn : words.hidden(hidden.join(", "))}</Notice>;
  const compared = compareReviews(screen.criteria, reviews);
  const { same, of } = agreementOf(compared);
  const independent = reviews.filter((review) => review.independent).map(({ reviewer }) => reviewer);
  const others = reviews.filter((review) => !review.independent);
  return (
    <Section id="compared" title={words.compared} note={words.agreement(same, of)}>
      <DataTable
        label={words.compared}
        columns={columnsOf(independent)}
        rows={differingFirst(compared)}
        rowKey={({ criterion }) => criterion.id}
      />
      {others.map(({ reviewer }) => (
        <p key={reviewer} className={classes.evidence}>
          {words.notIndependent(reviewer)}
        </p>
      ))}
    </Section>
  );
};
