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

const longestLink = 20_000;

/** An invite's own text is a link: where the installers registered it, a press on it brings it here. */
export const isInviteLink = (word: string): boolean =>
  word.startsWith("panelbook-invite:") && word.length <= longestLink;

/** The files a command line names, as absolute paths, and links of invites as they are; switches and everything else are passed over. */
export const openedPaths = (argv: readonly string[], folder: string): readonly string[] =>
  argv
    .slice(1)
    .filter((word) => !word.startsWith("-") && (isInviteLink(word) || openedKind(word) !== null))
    .map((word) => (isInviteLink(word) ? word : resolve(folder, word)));
