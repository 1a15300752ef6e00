import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { agreementCharts } from "../../documents/charts/agreement-chart";
import type { Agenda } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import type { Matrix } from "../../domain/debrief/matrix";
import type { LoopRecord } from "../../domain/record/record";
import { HeatMap } from "./board/heat-map";
import { ChartFigure } from "./charts/chart-figure";
import classes from "./debrief.module.css";
import { MatrixTable } from "./matrix-table";

interface RatingsPartProps {
  readonly record: LoopRecord;
  readonly matrix: Matrix;
  readonly agenda: Agenda;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

const choices = ["agreed", "unrated", "every", "heat", "agreement"] as const;
type Shown = (typeof choices)[number];

const tableLabels: Readonly<Record<Exclude<Shown, "heat" | "agreement">, string>> = {
  agreed: "Agreed items by panelists",
  unrated: "Items nobody rated, by panelists",
  every: "Every item by panelists",
};

/** The items the panel may skip, one line each; on request every rating there is. */
export const RatingsPart = ({ record, matrix, agenda, chosen, onChoose }: RatingsPartProps) => {
  const [asked, setShow] = useState<Shown>("agreed");
  const show = asked === "unrated" && agenda.unrated.length === 0 ? "agreed" : asked;
  const divergent = new Set(agenda.divergent.map(({ row }) => debriefItemKey(row.item)));
  const rows = { agreed: agenda.agreed, unrated: agenda.unrated, every: matrix.rows };
  const shared = { record, divergent, chosen, onChoose };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Which items the table shows"
        value={show}
        onChange={(value) => setShow(choices.find((known) => known === value) ?? "agreed")}
        data={[
          { value: "agreed", label: `Agreed, folded (${agenda.agreed.length})` },
          ...(agenda.unrated.length === 0
            ? []
            : [{ value: "unrated", label: `Nobody rated (${agenda.unrated.length})` }]),
          { value: "every", label: "Every rating" },
          { value: "heat", label: "Heat map" },
          { value: "agreement", label: "Agreement" },
        ]}
      />
      <div className={classes.table}>
        {show === "heat" ? <HeatMap {...shared} rows={matrix.rows} /> : null}
        {show === "agreement"
          ? agreementCharts(record, matrix, true).map((chart) => (
              <ChartFigure key={chart.title} chart={chart} />
            ))
          : null}
        {show === "heat" || show === "agreement" ? null : (
          <MatrixTable {...shared} label={tableLabels[show]} rows={rows[show]} />
        )}
      </div>
    </>
  );
};
