import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ensureBuilt } from "../build-state";
import { projectRoot } from "../project-root";
import { run } from "../run";
import { findRuntime } from "../runtime/find-runtime";
import { makeDeb } from "./make-deb";
import { type Budget, budgetLines, isWithin, sizeOf } from "./size-budget";

const factsSchema = z.object({ version: z.string(), description: z.string() });
const dist = join(projectRoot, "dist");
const unpacked = join(dist, "linux-unpacked");

const must = async (program: string, args: readonly string[]): Promise<void> => {
  const { code } = await run(program, args, { cwd: projectRoot, show: true });
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
};

/**
 * The unpacked program, with its fuses set. Of the official Electron where there is one; elsewhere of the stand-in that tests run
 * on, which marks itself, so that the program says on its screen that it is none to give to people.
 */
const makeUnpacked = async (): Promise<"official" | "substitute"> => {
  const { binary, kind } = await findRuntime();
  const standIn =
    kind === "official"
      ? []
      : [`-c.electronDist=${dirname(binary)}`, `-c.electronVersion=${await versionOf(binary)}`];
  const builder = join(projectRoot, "node_modules/.bin/electron-builder");
  await must(builder, ["--linux", "dir", "--x64", "--publish", "never", ...standIn]);
  // The stand-in's own starting page is none of ours; the fuse would not run it either.
  await rm(join(unpacked, "resources/app"), { recursive: true, force: true });
  return kind;
};

/** As the runtime itself says. */
const versionOf = async (binary: string): Promise<string> => {
  const said = await run(binary, ["-p", "process.versions.electron"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    timeoutMs: 30_000,
  });
  const found = /\d+\.\d+\.\d+/.exec(said.output)?.[0];
  if (found === undefined) throw new Error(`the runtime does not say its version: ${said.output}`);
  return found;
};

const mega = 1_000_000;

const budgets = async (tar: string, deb: string): Promise<readonly Budget[]> => [
  { what: "our own code", bytes: await sizeOf(join(unpacked, "resources/app.asar")), most: 12 * mega },
  { what: "unpacked", bytes: await sizeOf(unpacked), most: 330 * mega },
  { what: "archive", bytes: await sizeOf(tar), most: 140 * mega },
  { what: "Debian package", bytes: await sizeOf(deb), most: 140 * mega },
];

/** Packages for Linux on Linux; Windows and macOS have electron-builder's own installers (see ARCHITECTURE). */
const main = async (): Promise<void> => {
  if (process.platform !== "linux") {
    await ensureBuilt();
    await must(join(projectRoot, "node_modules/.bin/electron-builder"), ["--publish", "never"]);
    return;
  }
  await ensureBuilt();
  const { version, description } = factsSchema.parse(
    JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8")),
  );
  const kind = await makeUnpacked();
  const name = `panelbook-${version}-linux-x64`;
  const [tar, deb] = [join(dist, `${name}.tar.gz`), join(dist, `panelbook_${version}_amd64.deb`)];
  await must("tar", ["-czf", tar, "-C", dist, "--transform", `s,^linux-unpacked,${name},`, "linux-unpacked"]);
  await makeDeb(unpacked, deb, {
    version,
    description,
    maintainer: "Panelbook maintainers <maintainers@panelbook.invalid>",
  });
  const sizes = await budgets(tar, deb);
  for (const line of budgetLines(sizes)) console.log(line);
  if (kind === "substitute")
    console.log("Made of the stand-in Electron of tests: to try it out, not to give to people.");
  if (!isWithin(sizes)) throw new Error("a package is larger than its budget");
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
