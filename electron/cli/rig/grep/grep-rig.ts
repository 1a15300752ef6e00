import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../../dev/build-state";
import { type Rig, rigLine } from "../rig";
import { everythingPlanted, playSession } from "../session/session";
import { buildPlain } from "./plain-build";
import { type Found, searchFolder } from "./search-folder";

const playAndSearch = async (root: string, app?: string): Promise<readonly Found[]> => {
  await mkdir(root, { recursive: true });
  await playSession(root, app === undefined ? {} : { app });
  return searchFolder(root, everythingPlanted);
};

const where = (found: readonly Found[]): string =>
  [...new Set(found.map(({ file }) => file.replace(/\d{6}/, "N")))].slice(0, 8).join(", ");

const seenPlain = (text: string, found: readonly Found[]): string => {
  const of = found.filter((one) => one.text === text);
  const how = [...new Set(of.map((one) => one.how))].join(", ");
  return `encryption off: "${text}" ${of.length === 0 ? "NOT found" : `found as ${how} in ${where(of)}`}`;
};

/**
 * Plants names and sentences in two laptops' profiles and files, and looks for them on the disk: all have to be found
 * where encryption is off, or the search is blind, and none where it is on.
 */
export const grepRig: Rig = {
  name: "grep",
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-grep-"));
    try {
      const open = await playAndSearch(join(folder, "plain"), await buildPlain(join(folder, "program")));
      const sealed = await playAndSearch(join(folder, "usual"));
      const readable = everythingPlanted.filter((text) => sealed.some((found) => found.text === text));
      return rigLine("grep", {
        tried: everythingPlanted.length,
        lost: readable.map(
          (text) => `readable: "${text}" in ${where(sealed.filter((one) => one.text === text))}`,
        ),
        seesFaults: everythingPlanted.every((text) => open.some((found) => found.text === text)),
        facts: everythingPlanted.map((text) => seenPlain(text, open)),
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
