import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the Open XML SDK finds wrong with a Word file, for a version of Office; throws where it cannot open it. */
export const invalidParts = async (bytes: Uint8Array, office: string): Promise<unknown> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-word-"));
  try {
    const file = join(folder, "file.docx");
    await writeFile(file, bytes);
    const { stdout } = await run("npx", ["ooxml-validator", file, "--officeVersion", office]);
    return (JSON.parse(stdout) as { errors: unknown }).errors;
  } finally {
    await rm(folder, { recursive: true });
  }
};
