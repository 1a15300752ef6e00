import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { run } from "./run";

/** How many checks passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

export interface TestStep {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

const tool = (name: string): string => join(projectRoot, "node_modules/.bin", name);

const failed: Tally = { passed: 0, failed: 1, skipped: 0 };
const passed: Tally = { passed: 1, failed: 0, skipped: 0 };

/** A program that either passes or fails counts as one. */
const oneCheck = (name: string, program: string, args: readonly string[]): TestStep => ({
  name,
  run: async () =>
    (await run(tool(program), args, { cwd: projectRoot, show: true })).code === 0 ? passed : failed,
});

/** What vitest's JSON report says; only the members used here. */
interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** A file that cannot even be loaded has no failed test in the report; the run still has to fail. */
export const tallyOf = (report: VitestReport, code: number): Tally => {
  const broken = report.numFailedTests === 0 && (code !== 0 || !report.success) ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

const vitest = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Tally> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-tests-"));
  try {
    const file = join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await run(tool("vitest"), ["run", ...args, ...reporters], {
      cwd: projectRoot,
      env,
      show: true,
    });
    if (!existsSync(file)) return failed;
    return tallyOf(JSON.parse(await readFile(file, "utf8")) as VitestReport, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Tests with the stated large numbers read this variable (tests/support/full-run). */
const environment = (full: boolean): NodeJS.ProcessEnv =>
  full ? { ...process.env, PANELBOOK_FULL: "1" } : process.env;

/** Everything that has to hold, cheapest first. */
export const testSteps = (full: boolean): readonly TestStep[] => [
  oneCheck("lint", "biome", ["check", "."]),
  oneCheck("types", "tsx", ["electron/dev/types.ts"]),
  oneCheck("build", "electron-vite", ["build", "--logLevel", "warn"]),
  { name: "unit, contract and integration tests", run: () => vitest([], environment(full)) },
  { name: "tests in Electron", run: () => vitest(["--config", "vitest.e2e.config.ts"], environment(full)) },
  {
    name: "tests on several hosts",
    run: () => vitest(["--config", "vitest.lan.config.ts"], environment(full)),
  },
];
