import { heatStep } from "../../../documents/charts/heat";
import { debriefItemKey } from "../../../domain/debrief/item";
import type { Cell, MatrixRow } from "../../../domain/debrief/matrix";
import type { LoopRecord } from "../../../domain/record/record";
import { type Column, DataTable } from "../../../ui/data-table";
import shared from "../debrief.module.css";
import { nameIn } from "../names";
import { callsByPerson } from "../overall";
import { cellMark, initialsOf } from "../words";
import classes from "./board-parts.module.css";
import { coverageWords } from "./words";

interface HeatMapProps {
  readonly record: LoopRecord;
  readonly rows: readonly MatrixRow[];
  readonly divergent: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const HeatCell = ({ cell, row }: { readonly cell: Cell; readonly row: MatrixRow }) => {
  const drawn = cellMark(cell);
  if (drawn === null) return <span className={classes.none} title="had no part in it" />;
  const { mark, label } = drawn;
  if (mark.kind !== "value")
    return (
      <span className={classes.gap} title={label} role="img" aria-label={label}>
        {mark.kind === "absent" ? mark.sign : ""}
      </span>
    );
  return (
    <span
      className={classes.heat}
      data-shade={heatStep(mark.value, row.points)}
      data-uncounted={cell.independent ? undefined : true}
      role="img"
      aria-label={`${mark.value} of ${row.points}, ${label}`}
      title={label}
    >
      {mark.value}
    </span>
  );
};

const columnsOf = ({ record, rows, divergent, onChoose }: HeatMapProps): readonly Column<MatrixRow>[] => [
  {
    key: "item",
    header: "Item",
    width: "34%",
    cell: (row) => (
      <button type="button" className={shared.rowButton} onClick={() => onChoose(debriefItemKey(row.item))}>
        {divergent.has(debriefItemKey(row.item)) ? "≠ " : ""}
        {row.title}
      </button>
    ),
  },
  ...(rows[0]?.cells ?? []).map(
    ({ personId }, index): Column<MatrixRow> => ({
      key: personId,
      header: initialsOf(nameIn(record, personId)),
      cell: (row) => {
        const cell = row.cells[index];
        return cell === undefined ? null : <HeatCell cell={cell} row={row} />;
      },
    }),
  ),
  {
    key: "mean",
    header: "Mean",
    align: "end",
    cell: (row) => (row.mean === null ? "–" : (Math.round(row.mean * 10) / 10).toFixed(1)),
  },
  { key: "coverage", header: "Heard by", cell: coverageWords },
];

/** Every item by every panelist at one glance: shade, digit and sign say the same, so it reads without colour. */
export const HeatMap = (props: HeatMapProps) => (
  <>
    <p className={shared.soft}>
      {(props.rows[0]?.cells ?? [])
        .map(({ personId }) => nameIn(props.record, personId))
        .map((name) => `${initialsOf(name)} ${name}`)
        .join(" · ")}{" "}
      · ≠ differ · dashed: not independent · – not asked · ? not observed · ~ too little heard
    </p>
    <DataTable
      label="Heat map of every first rating"
      columns={columnsOf(props)}
      rows={props.rows}
      rowKey={(row) => debriefItemKey(row.item)}
      {...(props.chosen === null ? {} : { lit: props.chosen })}
    />
    <p className={classes.calls}>
      <b>Overall calls</b>{" "}
      {callsByPerson(props.record)
        .map(
          ([personId, calls]) =>
            `${nameIn(props.record, personId)}: ${calls.map(({ call }) => call).join(", ")}`,
        )
        .join(" · ")}
    </p>
  </>
);
