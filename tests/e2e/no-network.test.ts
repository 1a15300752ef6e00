import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../electron/dev/project-root";
import { inEmptyNetwork, noNamespaces } from "../support/lan/namespaces";

const reason = noNamespaces();
const driver = join(projectRoot, "tests/support/e2e/drivers/no-network.ts");
const seenSchema = z.object({
  hosting: z.string(),
  joining: z.string(),
  codeAfterwards: z.string(),
  alertsAfterwards: z.number(),
});
let seen: z.infer<typeof seenSchema>;

const [command = "", ...before] = inEmptyNetwork;

describe.skipIf(reason !== null)(
  `a laptop without any network${reason === null ? "" : ` (${reason})`}`,
  () => {
    beforeAll(async () => {
      const args = [...before, process.execPath, "--import", "tsx", driver];
      const { stdout } = await promisify(execFile)(command, args, { cwd: projectRoot, timeout: 110_000 });
      seen = seenSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
    }, 120_000);

    it("says so in the room, that everything is kept, and what to do", () => {
      expect(seen.hosting).toContain("This laptop has no network address the others could reach.");
      expect(seen.hosting).toContain("everything is kept on this laptop");
      expect(seen.hosting).toContain("Join the same Wi-Fi, switch on a phone’s hotspot, or connect a cable");
    });

    it("says so at somebody else's door, that nothing was sent, and what to do", () => {
      expect(seen.joining).toContain("This laptop is in no network.");
      expect(seen.joining).toContain("Nothing was sent.");
      expect(seen.joining).toContain("a phone’s hotspot, or connect a cable");
    });

    it("shows its address once it is in one and the room was opened again", () => {
      expect(seen.codeAfterwards).toMatch(/^192\.168\.10\.4:47111\//);
      expect(seen.alertsAfterwards).toBe(0);
    });
  },
);
