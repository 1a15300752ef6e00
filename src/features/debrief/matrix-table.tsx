import { debriefItemKey } from "../../domain/debrief/item";
import type { Cell, MatrixRow } from "../../domain/debrief/matrix";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { type Column, DataTable } from "../../ui/data-table";
import { ScaleBar } from "../../ui/scale-bar";
import classes from "./debrief.module.css";
import { nameIn } from "./names";
import { agreedWords, cellMark } from "./words";

interface MatrixTableProps {
  readonly record: LoopRecord;
  readonly label: string;
  readonly rows: readonly MatrixRow[];
  /** Keys of the rows that the panel has to talk about. */
  readonly divergent: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const Rating = ({ cell, points }: { readonly cell: Cell; readonly points: number }) => {
  const drawn = cellMark(cell);
  if (drawn === null) return null;
  return (
    <>
      <ScaleBar points={points} mark={drawn.mark} label={drawn.label} />
      {cell.value !== null && !cell.independent ? (
        <span className={classes.uncounted}>not counted</span>
      ) : null}
    </>
  );
};

const panelistColumns = (record: LoopRecord, rows: readonly MatrixRow[]): readonly Column<MatrixRow>[] =>
  (rows[0]?.cells ?? []).map(({ personId }, index) => ({
    key: personId,
    header: nameIn(record, personId),
    cell: (row) => {
      const cell = row.cells[index];
      return cell === undefined ? null : <Rating cell={cell} points={row.points} />;
    },
  }));

const meanText = (row: MatrixRow): string =>
  row.mean === null ? "–" : (Math.round(row.mean * 10) / 10).toFixed(1);

const Verdict = ({ row, isDivergent }: { readonly row: MatrixRow; readonly isDivergent: boolean }) => {
  if (isDivergent) return <Chip tone="attention">differ</Chip>;
  const words = agreedWords(row);
  return <Chip tone={words === "agree" ? "accent" : "quiet"}>{words}</Chip>;
};

const itemColumn = ({ onChoose }: Pick<MatrixTableProps, "onChoose">): Column<MatrixRow> => ({
  key: "item",
  header: "Item",
  width: "34%",
  cell: (row) => (
    <button
      type="button"
      id={`row-${debriefItemKey(row.item)}`}
      className={classes.rowButton}
      onClick={() => onChoose(debriefItemKey(row.item))}
    >
      {row.title}
    </button>
  ),
});

/** Items by panelists with every first rating; the mean counts independent ratings only. */
export const MatrixTable = ({ record, label, rows, divergent, chosen, onChoose }: MatrixTableProps) => {
  const columns: readonly Column<MatrixRow>[] = [
    itemColumn({ onChoose }),
    ...panelistColumns(record, rows),
    { key: "mean", header: "Mean", align: "end", cell: meanText },
    {
      key: "verdict",
      header: "",
      cell: (row) => <Verdict row={row} isDivergent={divergent.has(debriefItemKey(row.item))} />,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => debriefItemKey(row.item)}
      {...(chosen === null ? {} : { lit: chosen })}
    />
  );
};
