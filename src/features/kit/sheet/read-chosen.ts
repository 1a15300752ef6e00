import {
  readSheetFile,
  type Sheet,
  type SheetRefusal,
  sheetLimit,
} from "../../../documents/sheet/read-sheet";
import { err, type Result } from "../../../domain/result";

export type ChosenRefusal = SheetRefusal | { readonly type: "notReadable"; readonly place?: never };

/** Reads a file somebody chose, or one sheet of it; `notReadable` where the disk has it no more, or it was written to in the meantime. */
export const readChosen = async (
  file: Pick<File, "size" | "arrayBuffer">,
  at?: number,
): Promise<Result<Sheet, ChosenRefusal>> => {
  if (file.size > sheetLimit) return err({ type: "tooLarge", size: file.size, limit: sheetLimit });
  try {
    return await readSheetFile(new Uint8Array(await file.arrayBuffer()), at);
  } catch (thrown) {
    // The browser's word for a file it cannot reach; whatever else is thrown is a bug.
    if (thrown instanceof DOMException) return err({ type: "notReadable" });
    throw thrown;
  }
};
