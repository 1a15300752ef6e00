import type { Kit } from "../domain/kit/kit";
import { parseKitFile } from "../domain/kit/kit-file";
import { ok, type Result } from "../domain/result";

const files = import.meta.glob<string>("../../resources/kits/*.json", { query: "?raw", import: "default" });
const read = Object.values(files)[0];

/** Reads the role kit that is packed with the program; null where this build has none. */
export const bundledKit =
  read === undefined
    ? null
    : async (): Promise<Result<Kit, { readonly type: string }>> => {
        const parsed = parseKitFile(await read());
        return parsed.ok ? ok(parsed.value.kit) : parsed;
      };
