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

const choices = ["agreed", "every", "heat", "agreement"] as const;
type Shown = (typeof choices)[number];

/** The items the panel may skip, one line each; on request every rating there is. */
export const RatingsPart = ({ record, matrix, agenda, chosen, onChoose }: RatingsPartProps) => {
  const [show, setShow] = useState<Shown>("agreed");
  const divergent = new Set(agenda.divergent.map(({ row }) => debriefItemKey(row.item)));
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
        {show === "agreed" || show === "every" ? (
          <MatrixTable
            {...shared}
            label={show === "agreed" ? "Agreed items by panelists" : "Every item by panelists"}
            rows={show === "agreed" ? agenda.agreed : matrix.rows}
          />
        ) : null}
      </div>
    </>
  );
};
