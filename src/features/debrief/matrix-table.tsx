import { debriefItemKey, type MatrixRow } from "../../domain/debrief/matrix";
import type { LoopRecord } from "../../domain/record/record";
import { type Column, DataTable } from "../../ui/data-table";
import { ScaleBar } from "../../ui/scale-bar";
import classes from "./debrief.module.css";
import { cellMark } from "./words";

interface MatrixTableProps {
  readonly record: LoopRecord;
  readonly label: string;
  readonly rows: readonly MatrixRow[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const panelistColumns = (record: LoopRecord, rows: readonly MatrixRow[]): readonly Column<MatrixRow>[] =>
  (rows[0]?.cells ?? []).map(({ personId }, index) => ({
    key: personId,
    header: record.persons.find((person) => person.personId === personId)?.name ?? "unknown",
    cell: (row) => {
      const cell = row.cells[index];
      const drawn = cell === undefined ? null : cellMark(cell);
      return drawn === null ? null : <ScaleBar points={row.points} mark={drawn.mark} label={drawn.label} />;
    },
  }));

const meanText = (row: MatrixRow): string =>
  row.mean === null ? "–" : (Math.round(row.mean * 10) / 10).toFixed(1);

/** Items by panelists with every first rating; the mean counts independent ratings only. */
export const MatrixTable = ({ record, label, rows, chosen, onChoose }: MatrixTableProps) => {
  const columns: readonly Column<MatrixRow>[] = [
    {
      key: "item",
      header: "Item",
      cell: (row) => (
        <button
          type="button"
          className={classes.rowButton}
          onClick={() => onChoose(debriefItemKey(row.item))}
        >
          {row.title}
        </button>
      ),
    },
    ...panelistColumns(record, rows),
    { key: "mean", header: "Mean", align: "end", cell: meanText },
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
