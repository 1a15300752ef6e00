import type { ReactNode } from "react";

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

interface ColumnsProps<Row> {
  readonly columns: readonly Column<Row>[];
}

/** The header of a dense table. */
export const TableHead = <Row,>({ columns }: ColumnsProps<Row>) => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column.key} scope="col" data-align={column.align} style={{ width: column.width }}>
          {column.header}
        </th>
      ))}
    </tr>
  </thead>
);

/** The cells of a row; the first column names it. */
export const RowCells = <Row,>({ columns, row }: ColumnsProps<Row> & { readonly row: Row }) =>
  columns.map((column, place) =>
    place === 0 ? (
      <th key={column.key} scope="row" data-align={column.align}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.key} data-align={column.align}>
        {column.cell(row)}
      </td>
    ),
  );
