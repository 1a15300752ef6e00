import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const answers = async (command: string, ...args: readonly string[]): Promise<string> => {
  try {
    return (await run(command, [...args])).stdout;
  } catch {
    // A program that is not installed prints nothing.
    return "";
  }
};

/** Whether Word files can be laid out here as Word does: LibreOffice, and letters as wide as Calibri's. */
export const canLayOut = async (): Promise<boolean> =>
  (await answers("soffice", "--version")) !== "" && /carlito|calibri/i.test(await answers("fc-list"));

/** How many pages a Word file has on paper. */
export const pagesOf = async (bytes: Uint8Array): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-paper-"));
  try {
    const file = join(folder, "file.docx");
    await writeFile(file, bytes);
    // A profile of its own: a second LibreOffice on the same one does nothing and says so nowhere.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]);
    const pdf = (await readFile(join(folder, "file.pdf"))).toString("latin1");
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
