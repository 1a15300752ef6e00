import { type Kit, kitSchema } from "../domain/kit/kit";
import { err, ok, type Result } from "../domain/result";

const files = import.meta.glob<string>("../../resources/kits/*.json", { query: "?raw", import: "default" });
const read = Object.values(files)[0];

/** Reads the role kit that is packed with the program; null where this build has none. */
export const bundledKit =
  read === undefined
    ? null
    : async (): Promise<Result<Kit, { readonly type: "bundledKitDamaged" }>> => {
        const kit = kitSchema.safeParse(JSON.parse(await read()));
        return kit.success ? ok(kit.data) : err({ type: "bundledKitDamaged" });
      };
