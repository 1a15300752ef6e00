import { Select } from "@mantine/core";
import classes from "./sheet.module.css";
import type { Workbook } from "./use-sheet";
import { words } from "./words";

interface SheetChoiceProps {
  readonly workbook: Workbook;
  readonly onSheet: (at: number) => void;
}

/** Which sheet of a workbook the questions come from. Two sheets may have one name in files that no spreadsheet wrote. */
export const SheetChoice = ({ workbook, onSheet }: SheetChoiceProps) => (
  <Select
    className={classes.choice ?? ""}
    label={words.sheet}
    description={words.sheets(workbook.names.length)}
    allowDeselect={false}
    data={workbook.names.map((name, at) => ({ value: String(at), label: name }))}
    value={String(workbook.at)}
    onChange={(value) => {
      if (value !== null) onSheet(Number(value));
    }}
  />
);
