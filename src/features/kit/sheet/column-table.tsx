import { Select } from "@mantine/core";
import { type SheetField, sheetFields } from "../../../domain/kit/sheet/columns";
import classes from "./sheet.module.css";
import type { ChosenSheet } from "./use-sheet";
import { fieldWords, words } from "./words";

interface ColumnTableProps {
  readonly chosen: ChosenSheet;
  readonly onColumn: (at: number, field: SheetField | null) => void;
}

/** What each column of the sheet is taken for, and may be set to. */
export const ColumnTable = ({ chosen, onColumn }: ColumnTableProps) => {
  const [header = [], first = []] = chosen.sheet.rows.slice(chosen.headings);
  return (
    <table className={classes.columns} aria-label={words.columnsTitle}>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.holds}</th>
          <th scope="col">{words.example}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.columns.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the sheet
          <tr key={at}>
            <th scope="row">{header[at]}</th>
            <td>
              <Select
                size="xs"
                aria-label={`${words.holds}: ${header[at] ?? ""}`}
                placeholder={words.leftOut}
                clearable
                data={sheetFields.map((each) => ({ value: each, label: fieldWords[each] }))}
                value={field}
                onChange={(value) => onColumn(at, sheetFields.find((each) => each === value) ?? null)}
              />
            </td>
            <td>{first[at]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
