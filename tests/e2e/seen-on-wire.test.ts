import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../electron/dev/project-root";
import { inEmptyNetwork, noNamespaces } from "../support/lan/namespaces";
import { noSniffer } from "../support/lan/sniffer";

const reason = noNamespaces() ?? noSniffer();
const driver = join(projectRoot, "tests/support/e2e/drivers/seen-on-wire.ts");
const reportSchema = z.object({
  bytes: z.number(),
  question: z.string(),
  found: z.array(z.string()),
  seen: z.number(),
  visible: z.number(),
});
let report: z.infer<typeof reportSchema>;

const [command = "", ...before] = inEmptyNetwork;
const because = reason === null ? "" : ` (skipped: ${reason})`;

describe.skipIf(reason !== null)(`a stranger who writes down every frame of the network${because}`, () => {
  beforeAll(async () => {
    const args = [...before, process.execPath, "--import", "tsx", driver];
    const { stdout } = await promisify(execFile)(command, args, { cwd: projectRoot, timeout: 170_000 });
    report = reportSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
    console.info(`on the wire: ${report.bytes} bytes, readable of the loop: ${report.found.length} texts`);
  }, 180_000);

  it("has heard the whole session, and reads what the README says is visible", () => {
    expect(report.bytes).toBeGreaterThan(50_000);
    expect(report.question.length).toBeGreaterThan(5);
    expect(report.seen).toBe(report.visible);
  });

  it("reads no name of a panelist or the candidate, no question and no note, in no encoding", () => {
    expect(report.found).toEqual([]);
  });
});
