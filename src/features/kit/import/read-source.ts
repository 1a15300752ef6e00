import type { KitId } from "../../../domain/ids";
import { type ImportedKit, parseRolePage, type RolePageRefusal } from "../../../domain/kit/role-page";
import type { Result } from "../../../domain/result";

/** Reads a kit file where the text begins as JSON does, else a role page, which gets `kitId`. */
export const readSource = (text: string, kitId: KitId): Result<ImportedKit, RolePageRefusal> =>
  parseRolePage(text, { kitId });
