import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import type { Sheet } from "../../../documents/sheet/read-sheet";
import type { KitId } from "../../../domain/ids";
import { guessColumns, type SheetColumns, type SheetField } from "../../../domain/kit/sheet/columns";
import { placeRows } from "../../../domain/kit/sheet/place-rows";
import { readChosen } from "./read-chosen";

interface Failure {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A sheet that was read, with what each of its columns is taken for. */
export interface ChosenSheet {
  readonly name: string;
  readonly sheet: Sheet;
  readonly columns: SheetColumns;
}

/** The way of a sheet into a kit: choose, say what the columns hold, add. */
export const useSheet = (kitId: KitId) => {
  const { kits } = useServices();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ChosenSheet | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [adding, setAdding] = useState(false);

  const choose = async (file: File | null) => {
    if (file === null) return;
    setChosen(null);
    const read = await readChosen(file);
    setFailure(read.ok ? null : read.error);
    if (read.ok)
      setChosen({ name: file.name, sheet: read.value, columns: guessColumns(read.value.rows[0] ?? []) });
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
    setAdding(true);
    const grown = await kits.grow(kitId, (kit) => placeRows(kit, chosen.sheet.rows, chosen.columns).kit);
    setAdding(false);
    if (grown.ok) await navigate(paths.kit(kitId));
    else setFailure({ ...grown.error });
  };
  return {
    chosen,
    failure,
    adding,
    choose: (file: File | null) => void choose(file),
    setColumn,
    add: () => void add(),
  };
};
