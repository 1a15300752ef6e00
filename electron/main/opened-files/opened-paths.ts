import { resolve } from "node:path";
import type { OpenedFile } from "../../contract/opened";

/** The endings the installers register; see electron-builder.yml. */
const kinds: readonly (readonly [ending: string, kind: OpenedFile["kind"]])[] = [
  [".pbkit", "kit"],
  [".pbinvite", "invite"],
  [".pbloop", "bundle"],
];

/** What a file of this name holds, or null where it is none of ours. */
export const openedKind = (path: string): OpenedFile["kind"] | null =>
  kinds.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1] ?? null;

/** The files a command line names, as absolute paths; switches and everything else are passed over. */
export const openedPaths = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .slice(1)
    .filter((word) => !word.startsWith("-") && openedKind(word) !== null)
    .map((word) => resolve(folder, word));
