import classes from "./data-table.module.css";
import { type Column, RowCells, TableHead } from "./table-parts";

export type { Column } from "./table-parts";

interface DataTableProps<Row> {
  /** Names the table for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A row that is lit, by its key. */
  readonly lit?: string;
}

/** Dense rows with a header that stays in view; the first column names the row. */
export const DataTable = <Row,>({ label, columns, rows, rowKey, lit }: DataTableProps<Row>) => (
  <table className={classes.table} aria-label={label}>
    <TableHead columns={columns} />
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)} data-lit={rowKey(row) === lit || undefined}>
          <RowCells columns={columns} row={row} />
        </tr>
      ))}
    </tbody>
  </table>
);
