import type { SubjectId } from "../../domain/ids";
import type { EncryptedRow } from "./row";
import { isSameRow } from "./row";

/** What rows decrypted to, valid while the row is the same to the last byte. */
export interface RowMemory<Value> {
  readonly recall: (row: EncryptedRow) => Value | null;
  readonly remember: (row: EncryptedRow, value: Value) => void;
  readonly forget: (subjectId: SubjectId) => void;
}

export const createRowMemory = <Value>(): RowMemory<Value> => {
  const known = new Map<string, { readonly row: EncryptedRow; readonly value: Value }>();
  return {
    recall: (row) => {
      const entry = known.get(row.id);
      return entry !== undefined && isSameRow(entry.row, row) ? entry.value : null;
    },
    remember: (row, value) => {
      known.set(row.id, { row, value });
    },
    forget: (subjectId) => {
      for (const [id, entry] of known) if (entry.row.subjectId === subjectId) known.delete(id);
    },
  };
};
