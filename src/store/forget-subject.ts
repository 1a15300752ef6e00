import type { SubjectId } from "../domain/ids";
import { ok, type Result } from "../domain/result";
import { type CollectionName, encryptedCollections } from "./collections/documents";
import type { Connection } from "./database/connection";
import type { StoreFailure } from "./failure";
import { removeForGood } from "./rows/row-table";

/** Removes every row about a subject, in every collection that is open, whether it can be read or not. */
export const forgetSubject = async (
  connection: Connection,
  subjectId: SubjectId,
  opened: readonly CollectionName[],
): Promise<Result<void, StoreFailure>> => {
  for (const name of encryptedCollections.filter((one) => opened.includes(one))) {
    const removed = await connection.run(name, async (rows) => {
      const found = await rows.find({ selector: { subjectId } }).exec();
      await removeForGood(
        rows,
        found.map(({ id }) => id),
      );
    });
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};
