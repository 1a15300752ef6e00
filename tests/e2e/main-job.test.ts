import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../electron/dev/project-root";
import { kitSchema } from "../../src/domain/kit/kit";
import { importReportSchema } from "../../src/domain/kit/role-page/report";
import { type LoopRecord, loopRecordSchema } from "../../src/domain/record/record";

const run = promisify(execFile);
const rolePage = join(projectRoot, "tests/unit/domain/kit/role-page/fixtures/lab-technician.txt");

describe("the main job on three real Electron windows", () => {
  let out: string;
  let record: LoopRecord;
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), "utf8"));

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "panelbook-main-job-"));
    const tsx = join(projectRoot, "node_modules/.bin/tsx");
    await run(tsx, ["electron/cli/demo/index.ts", "--role-page", rolePage, "--out", out], {
      cwd: projectRoot,
    });
    record = loopRecordSchema.parse(await json("loop.json"));
  }, 600_000);
  afterAll(() => rm(out, { recursive: true, force: true }));

  it("leaves the imported kit and a report that accounts for every line of the page", async () => {
    expect(kitSchema.parse(await json("kit.json")).title).not.toBe("");
    const { lines } = importReportSchema.parse(await json("import-report.json"));
    expect(lines.blank + lines.inKit + lines.structure + lines.furniture + lines.unplaced).toBe(lines.total);
  });

  it("leaves a record with every required card, all of them independent", () => {
    expect(record.missing).toEqual([]);
    expect(record.cards).toHaveLength(record.plan.required.length);
    expect(record.cards.every((card) => card.independent)).toBe(true);
    expect(new Set(record.cards.map((card) => card.personId)).size).toBe(3);
  });

  it("leaves the decision with its reason and the dissent", () => {
    expect(record.decision?.rationale).toContain("figures");
    expect(record.decision?.dissent).toHaveLength(1);
  });

  it("leaves a pack that Microsoft's validator accepts, and a picture of every screen", async () => {
    const pack = join(out, "debrief-pack.docx");
    const { stdout } = await run("npx", ["ooxml-validator", pack, "--officeVersion", "Microsoft365"], {
      cwd: projectRoot,
    });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
    const pictures = (await readdir(out)).filter((name) => name.endsWith(".png"));
    expect(pictures.length).toBeGreaterThan(20);
  });
});
