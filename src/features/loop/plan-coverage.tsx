import type { Kit } from "../../domain/kit/kit";
import { type Column, DataTable } from "../../ui/data-table";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import type { PlanForm } from "./plan-form";
import { type PlannedCoverage, planClashes, plannedCoverage } from "./plan-outlook";
import { clashSentence, coverageWords } from "./words";

const Lamp = ({ row }: { readonly row: PlannedCoverage }) => {
  const { shape, words } = coverageWords(row);
  return <StatusDot shape={shape} tone={shape === "bang" ? "attention" : "accent"} label={words} />;
};

const columns: readonly Column<PlannedCoverage>[] = [
  { key: "title", header: "Competency", cell: (row) => row.title },
  { key: "questions", header: "Questions", align: "end", width: "96px", cell: (row) => row.questions },
  { key: "panelists", header: "Who hears the answers", cell: (row) => <Lamp row={row} /> },
];

/** What the plan leaves thin, and who would have to be in two places at once. */
export const PlanCoverage = ({ kit, form }: { readonly kit: Kit; readonly form: PlanForm }) => {
  const clashes = planClashes(form);
  return (
    <Section id="coverage" title="Coverage" note="independent panelists per competency">
      {clashes.length === 0 ? null : (
        <Notice tone="attention">
          {clashes.map((clash) => (
            <div key={clashSentence(clash)}>{clashSentence(clash)}</div>
          ))}
        </Notice>
      )}
      <DataTable
        label="Coverage per competency"
        columns={columns}
        rows={plannedCoverage(kit, form)}
        rowKey={(row) => row.competencyId}
      />
    </Section>
  );
};
