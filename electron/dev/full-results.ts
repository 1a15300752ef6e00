import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { run } from "./run";
import type { Tally } from "./test-steps";

/** One step of a full run. */
export interface StepResult extends Tally {
  readonly step: string;
  readonly seconds: number;
}

const commitNow = async (): Promise<string> => {
  const { code, output } = await run("git", ["rev-parse", "--short=12", "HEAD"], { cwd: projectRoot });
  return code === 0 ? output.trim() : "unknown";
};

const machineNow = (): string =>
  `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`;

/** Keeps figures in tests/lab/results with the commit and the machine, since numbers mean nothing without them. */
export const writeResults = async (
  name: string,
  figures: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const commit = await commitNow();
  const folder = join(projectRoot, "tests/lab/results");
  const file = join(folder, `${name}-${new Date().toISOString().slice(0, 10)}-${commit}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ commit, machine: machineNow(), ...figures }, null, 2)}\n`);
  return file;
};

/** Keeps what a full run printed. Seeds are constants of the tests, so the commit names them too. */
export const writeFullResults = (steps: readonly StepResult[]): Promise<string> =>
  writeResults("full", { seed: "constants of the tests at this commit", steps });
