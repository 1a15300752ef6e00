import { Button, Checkbox } from "@mantine/core";
import type { CompetencyId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { wantedRaters } from "../../domain/loop/coverage/coverage-board";
import { type Column, DataTable } from "../../ui/data-table";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import classes from "./plan.module.css";
import type { PlanForm } from "./plan-form";
import { type PlannedCoverage, plannedCoverage } from "./plan-outlook";
import { coverageWords } from "./words";

interface PlanCoverageProps {
  readonly kit: Kit;
  readonly form: PlanForm;
  readonly onRequired: (ids: readonly CompetencyId[]) => void;
  readonly onBalance: () => void;
}

/** A cell per rater that is wanted, filled for each there is; the words beside it say the same. */
const Bar = ({ panelists }: Pick<PlannedCoverage, "panelists">) => (
  <span className={classes.bar} aria-hidden="true">
    {Array.from({ length: Math.max(wantedRaters, panelists) }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their place
      <span key={index} data-full={index < panelists || undefined} />
    ))}
  </span>
);

const Lamp = ({ row }: { readonly row: PlannedCoverage }) => {
  const { shape, words } = coverageWords(row);
  return (
    <span className={classes.covered}>
      <Bar panelists={row.panelists} />
      <StatusDot shape={shape} tone={row.gap === null ? "accent" : "attention"} label={words} />
    </span>
  );
};

const columnsFor = (onToggle: (id: CompetencyId) => void): readonly Column<PlannedCoverage>[] => [
  { key: "title", header: "Competency", cell: (row) => row.title },
  {
    key: "required",
    header: "Required",
    width: "80px",
    cell: (row) => (
      <Checkbox
        size="xs"
        aria-label={`${row.title} is required`}
        checked={row.required}
        onChange={() => onToggle(row.competencyId)}
      />
    ),
  },
  { key: "questions", header: "Questions", align: "end", width: "96px", cell: (row) => row.questions },
  { key: "panelists", header: "Who hears the answers", cell: (row) => <Lamp row={row} /> },
];

/** What the plan leaves thin and why, and the way to have the questions shared out. */
export const PlanCoverage = ({ kit, form, onRequired, onBalance }: PlanCoverageProps) => {
  const rows = plannedCoverage(kit, form);
  const required = rows.filter((row) => row.required).map(({ competencyId }) => competencyId);
  const toggle = (id: CompetencyId) =>
    onRequired(required.includes(id) ? required.filter((known) => known !== id) : [...required, id]);
  const short = rows.filter(({ gap }) => gap !== null).length;
  return (
    <Section
      id="coverage"
      title="Coverage"
      note={
        short === 0
          ? "two independent panelists for every required competency"
          : `${short} of ${required.length} required competencies lack a second independent panelist`
      }
      actions={
        <Button size="compact-sm" variant="default" onClick={onBalance}>
          Balance the questions
        </Button>
      }
    >
      <DataTable
        label="Coverage per competency"
        columns={columnsFor(toggle)}
        rows={rows}
        rowKey={(row) => row.competencyId}
      />
    </Section>
  );
};
