import { useState } from "react";
import tableClasses from "./data-table.module.css";
import { type Column, RowCells, TableHead } from "./table-parts";
import classes from "./virtual-table.module.css";
import { visibleRows } from "./visible-rows";

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** The height of every row in px; a text that is too long is cut with an ellipsis. */
const rowHeight = 37;

/** What is drawn before the frame was measured. */
const firstHeight = 800;

const Spacer = ({ rows, columns }: { readonly rows: number; readonly columns: number }) =>
  rows === 0 ? null : (
    <tr className={classes.spacer} style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  );

/** A table of any length, of which only the rows in sight are drawn; it scrolls in its own frame. */
export const VirtualTable = <Row,>({ label, columns, rows, rowKey }: VirtualTableProps<Row>) => {
  const [seen, setSeen] = useState({ top: 0, height: firstHeight });
  const { first, end } = visibleRows(rows.length, rowHeight, seen);
  return (
    <div
      className={classes.frame}
      onScroll={({ currentTarget }) =>
        setSeen({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
    >
      <table className={tableClasses.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <TableHead columns={columns} />
        <tbody>
          <Spacer rows={first} columns={columns.length} />
          {rows.slice(first, end).map((row, index) => (
            <tr key={rowKey(row)} aria-rowindex={first + index + 2} style={{ height: rowHeight }}>
              <RowCells columns={columns} row={row} />
            </tr>
          ))}
          <Spacer rows={rows.length - end} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
};
