import type { RxCollection } from "rxdb";
import { z } from "zod";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { SettingDocument } from "../collections/documents";
import type { StoreFailure } from "../failure";

/**
 * Counts up whenever a collection's schema version does. An older program would open the old, emptied collection
 * without an error, which looks like everything was lost; this number makes it refuse instead.
 */
export const dataFormat = 3;

export const dataFormatKey = "dataFormat";

const read = async (settings: RxCollection<SettingDocument>): Promise<number | null> => {
  const document = await settings.findOne(dataFormatKey).exec();
  return document === null ? null : z.int().positive().parse(JSON.parse(document.value));
};

/**
 * Refuses data of a newer program; otherwise leaves this program's number behind. The number is written before
 * anything is migrated, so that after a crash half-way an older program is already refused.
 */
export const claimDataFormat = async (
  settings: RxCollection<SettingDocument>,
  known: number,
): Promise<Result<void, StoreFailure>> => {
  const found = await read(settings);
  if (found !== null && found > known) return err({ type: "newerData", found, known });
  if (found !== known) await settings.upsert({ key: dataFormatKey, value: JSON.stringify(known) });
  return ok(undefined);
};
