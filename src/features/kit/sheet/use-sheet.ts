import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import type { Sheet, SheetPlace } from "../../../documents/sheet/read-sheet";
import type { KitId } from "../../../domain/ids";
import {
  guessColumns,
  headingRow,
  type SheetColumns,
  type SheetField,
} from "../../../domain/kit/sheet/columns";
import { placeRows } from "../../../domain/kit/sheet/place-rows";
import { newestReading } from "./newest-reading";

interface Failure {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A sheet that was read, with what each of its columns is taken for. */
export interface ChosenSheet {
  readonly sheet: Sheet;
  /** The row that holds the headings, from 0. */
  readonly headings: number;
  readonly columns: SheetColumns;
}

/** A file with several sheets, and the one of them that was asked for. */
export interface Workbook {
  readonly file: File;
  readonly names: readonly string[];
  readonly at: number;
}

const taken = (sheet: Sheet): ChosenSheet => {
  const headings = headingRow(sheet.rows);
  return { sheet, headings, columns: guessColumns(sheet.rows[headings] ?? []) };
};

/** The way of a sheet into a kit: choose, say what the columns hold, add. */
export const useSheet = (kitId: KitId) => {
  const { kits } = useServices();
  const navigate = useNavigate();
  const [workbook, setWorkbook] = useState<Workbook | null>(null);
  const [chosen, setChosen] = useState<ChosenSheet | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [adding, setAdding] = useState(false);
  const [readNewest] = useState(newestReading);

  /** Answers where the sheet stands in its workbook, also where it is refused. */
  const read = async (file: File, at?: number): Promise<SheetPlace | null> => {
    setChosen(null);
    const sheet = await readNewest(file, at);
    if (sheet === null) return null;
    setFailure(sheet.ok ? null : sheet.error);
    if (sheet.ok) setChosen(taken(sheet.value));
    return sheet.ok ? sheet.value : (sheet.error.place ?? null);
  };
  const choose = async (file: File | null) => {
    if (file === null) return;
    setWorkbook(null);
    const place = await read(file);
    if (place !== null && place.names.length > 1) setWorkbook({ file, names: place.names, at: place.at });
  };
  /** Another sheet of the same file; one that holds no table leaves the choice open. */
  const chooseSheet = async (at: number) => {
    if (workbook === null) return;
    setWorkbook({ ...workbook, at });
    await read(workbook.file, at);
  };
  /** A field stands in one column: where it stood before is left out then. */
  const setColumn = (at: number, field: SheetField | null) => {
    if (chosen === null) return;
    const columns = chosen.columns.map((known, index) => {
      if (index === at) return field;
      return known === field ? null : known;
    });
    setChosen({ ...chosen, columns });
  };
  const add = async () => {
    if (chosen === null) return;
    const { sheet, columns, headings } = chosen;
    setAdding(true);
    const grown = await kits.grow(kitId, (kit) => placeRows(kit, sheet.rows, columns, headings).kit);
    setAdding(false);
    if (grown.ok) await navigate(paths.kit(kitId));
    else setFailure({ ...grown.error });
  };
  return {
    workbook,
    chosen,
    failure,
    adding,
    choose: (file: File | null) => void choose(file),
    chooseSheet: (at: number) => void chooseSheet(at),
    setColumn,
    add: () => void add(),
  };
};
