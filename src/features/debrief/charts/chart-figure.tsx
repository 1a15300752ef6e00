import type { Chart, ChartRow } from "../../../documents/charts/chart";
import { placeOnStrip, ringWidth, type Shape, stripShapes, stripSize } from "../../../documents/charts/strip";
import classes from "./charts.module.css";

const ShapeView = ({ shape }: { readonly shape: Shape }) => {
  if (shape.kind === "box") {
    const { x, y, width, height } = shape;
    return <rect className={classes.fill} data-ink={shape.ink} x={x} y={y} width={width} height={height} />;
  }
  // A ring is drawn on the middle of its own width.
  const radius = shape.filled ? shape.radius : shape.radius - ringWidth / 2;
  return (
    <circle
      className={shape.filled ? classes.fill : classes.ring}
      data-ink={shape.ink}
      cx={shape.x}
      cy={shape.y}
      r={radius}
      strokeWidth={shape.filled ? 0 : ringWidth}
    />
  );
};

const viewBox = `0 0 ${stripSize.width} ${stripSize.height}`;

const Row = ({ chart, row }: { readonly chart: Chart; readonly row: ChartRow }) => (
  <tr>
    <th scope="row">{row.label}</th>
    <td className={classes.strip}>
      <svg viewBox={viewBox} aria-hidden="true">
        {stripShapes(chart.ticks, row).map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name, and a row is drawn as a whole
          <ShapeView key={index} shape={shape} />
        ))}
      </svg>
    </td>
    <td>{row.words}</td>
  </tr>
);

const Axis = ({ chart }: { readonly chart: Chart }) => (
  <svg viewBox={viewBox} aria-hidden="true">
    {chart.ticks.map(({ at, label }) => (
      <text key={label} className={classes.tick} x={placeOnStrip(at)} y={16} textAnchor="middle">
        {label}
      </text>
    ))}
  </svg>
);

/**
 * A chart as a table: what a row is, its drawing, and the same in words. The words carry it; the drawing is for the eye,
 * and readers of screens pass it over.
 */
export const ChartFigure = ({ chart }: { readonly chart: Chart }) => (
  <figure className={classes.figure}>
    <figcaption>{chart.says}</figcaption>
    <table className={classes.chart} aria-label={chart.title}>
      <thead>
        <tr>
          <th scope="col">{chart.rowTitle}</th>
          <td className={classes.strip}>
            <Axis chart={chart} />
          </td>
          <th scope="col">In words</th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <Row key={row.label} chart={chart} row={row} />
        ))}
      </tbody>
    </table>
    <p className={classes.soft}>{chart.key}</p>
  </figure>
);
