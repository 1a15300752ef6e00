import type { Kit } from "../domain/kit/kit";
import { parseKitFile } from "../domain/kit/kit-file";
import { ok, type Result } from "../domain/result";

const texts = import.meta.glob<string>("../../resources/kits/*.json", { query: "?raw", import: "default" });
/* Only the titles are part of the first script; the kits are read when somebody asks for one. */
const titles = import.meta.glob<string>("../../resources/kits/*.json", { import: "title", eager: true });

const readKit = async (read: () => Promise<string>): Promise<Result<Kit, { readonly type: string }>> => {
  const parsed = parseKitFile(await read());
  return parsed.ok ? ok(parsed.value.kit) : parsed;
};

/** The role kits that are packed with the program, by title. */
export const bundledKits = Object.entries(texts)
  .map(([path, read]) => ({ title: titles[path] ?? "", read: () => readKit(read) }))
  .sort((one, other) => one.title.localeCompare(other.title));
