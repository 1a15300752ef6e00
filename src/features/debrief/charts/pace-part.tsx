import { useMemo } from "react";
import { paceChart } from "../../../documents/charts/pace-chart";
import type { LoopRecord } from "../../../domain/record/record";
import { ChartFigure } from "./chart-figure";
import classes from "./charts.module.css";

/** How each slot's time went; folded, since it explains what was not asked and judges nobody. */
export const PacePart = ({ record }: { readonly record: LoopRecord }) => {
  const chart = useMemo(() => paceChart(record), [record]);
  if (chart === null) return null;
  return (
    <details className={classes.pace}>
      <summary>{chart.title}</summary>
      <ChartFigure chart={chart} />
    </details>
  );
};
