import type { KitId } from "../../../domain/ids";
import { type KitFileRefusal, parseKitFile } from "../../../domain/kit/kit-file";
import { type ImportedKit, parseRolePage, type RolePageRefusal } from "../../../domain/kit/role-page";
import type { Result } from "../../../domain/result";

const looksLikeJson = /^\ufeff?\s*\{/;

/** Reads a kit file where the text begins as one does, else a role page, which gets `kitId`. */
export const readSource = (
  text: string,
  kitId: KitId,
): Result<ImportedKit, RolePageRefusal | KitFileRefusal> =>
  looksLikeJson.test(text) ? parseKitFile(text) : parseRolePage(text, { kitId });
