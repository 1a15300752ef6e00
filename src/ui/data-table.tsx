import type { ReactNode } from "react";
import classes from "./data-table.module.css";

/** One column of a dense table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their cell. */
  readonly align?: "start" | "end";
  /** CSS width; without it the browser shares the room. */
  readonly width?: string;
}

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
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" data-align={column.align} style={{ width: column.width }}>
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)} data-lit={rowKey(row) === lit || undefined}>
          {columns.map((column, index) =>
            index === 0 ? (
              <th key={column.key} scope="row" data-align={column.align}>
                {column.cell(row)}
              </th>
            ) : (
              <td key={column.key} data-align={column.align}>
                {column.cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
