import { type StepResult, writeFullResults } from "./full-results";
import { addTallies, type Tally, type TestStep, testSteps } from "./test-steps";

const known = ["--full"];

/** One step with its time; a step that cannot run at all counts as a failure and says why. */
const take = async (step: TestStep): Promise<StepResult> => {
  const start = performance.now();
  console.log(`\n== ${step.name}`);
  const tally = await step.run().catch((error: unknown): Tally => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  console.log(`== ${step.name}: ${words(tally)}, ${seconds} s`);
  return { step: step.name, seconds, ...tally };
};

const words = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Runs every step even after a failure, so that one run shows everything; the last line is the total. */
const main = async (args: readonly string[]): Promise<void> => {
  const unknown = args.filter((arg) => !known.includes(arg));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(" ")}; known: ${known.join(" ")}`);
  const full = args.includes("--full");
  const results: StepResult[] = [];
  for (const step of testSteps(full)) results.push(await take(step));
  if (full) console.log(`\nWritten: ${await writeFullResults(results)}`);
  const total = addTallies(results);
  console.log(`\n${words(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
};

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
