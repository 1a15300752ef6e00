import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../dev/build-state";
import type { Day, DemoStep } from "./day";
import { type Camera, cameraInto, type Laptop, openLaptop } from "./laptop";
import { demoOptions } from "./options";
import { writeImportReport } from "./report";
import { decideStep } from "./steps/decide";
import { exportStep } from "./steps/export";
import { importStep } from "./steps/import-kit";
import { meetStep } from "./steps/meet";
import { planStep } from "./steps/plan";
import { scoreStep } from "./steps/score";

const steps: readonly DemoStep[] = [importStep, planStep, meetStep, scoreStep, decideStep, exportStep];
const panel = ["Mara Lindqvist", "Tomas Okafor", "Priya Raman"] as const;

const openAll = async (root: string, out: string, camera: Camera): Promise<[Laptop, Laptop, Laptop]> => {
  const open = (person: (typeof panel)[number]) =>
    openLaptop(person, { profile: join(root, person), saveDir: out }, camera);
  const [first, second, third] = panel;
  return [await open(first), await open(second), await open(third)];
};

const runSteps = async (day: Day): Promise<void> => {
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    await step.run(day);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`[${index + 1}/${steps.length}] ${step.title}: done in ${seconds} s`);
  }
};

/** Where a step stood when it failed is the first thing whoever mends it wants to see. */
const pictureOfFailure = async (laptops: readonly Laptop[]): Promise<void> => {
  for (const laptop of laptops) await laptop.shoot("failed");
};

const demo = async (): Promise<void> => {
  const { rolePage, out } = demoOptions(process.argv.slice(2));
  await ensureBuilt();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const root = await mkdtemp(join(tmpdir(), "panelbook-demo-"));
  const text = rolePage === null ? null : await readFile(rolePage, "utf8");
  const laptops = await openAll(root, out, cameraInto(out));
  try {
    await runSteps({ laptops, candidate: "Noor Haddad", out, rolePage: text });
    await writeImportReport(out, text);
    console.log(
      `Left in ${out}: kit.json, import-report.json, loop.json, debrief-pack.docx and the screenshots.`,
    );
  } catch (error) {
    await pictureOfFailure(laptops);
    throw error;
  } finally {
    await Promise.all(laptops.map((laptop) => laptop.close()));
    await rm(root, { recursive: true, force: true });
  }
};

demo().catch((error: unknown) => {
  console.error("The demo failed:", error);
  process.exitCode = 1;
});
