import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundledKit, planLoop } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const run = promisify(execFile);
const desk = testDesk();
let laptop: TestLaptop;
let out: string;

beforeAll(async () => {
  out = await desk.folder("saved");
  laptop = await desk.open("Mara Lindqvist", { args: [`--panelbook-save-dir=${out}`] });
  await addBundledKit(laptop);
  await planLoop(laptop, "Noor Haddad", ["Tomas Kowalski"]);
}, 120_000);
afterAll(() => desk.clear());

/** What poppler reads of a PDF, or null where it is not installed. */
const textOf = async (path: string): Promise<string | null> => {
  try {
    return (await run("pdftotext", ["-layout", path, "-"])).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
};

describe("the completeness board at the end of the day", () => {
  it("is written as a PDF of the whole page on A4, in a dark window too, without the buttons", async () => {
    await laptop.page.emulateMedia({ colorScheme: "dark" });
    await laptop.follow("Every card and where its copies are, to print");
    await laptop.sees("Every laptop");
    await laptop.click("Save as PDF to print");
    await laptop.sees(/Saved: .*Completeness Noor Haddad\.pdf/);
    const path = join(out, "Completeness Noor Haddad.pdf");
    const pdf = await readFile(path, "latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    // A4 landscape in points, as Chromium rounds it.
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    const text = await textOf(path);
    if (text === null) return;
    expect(text).toContain("Completeness: Noor Haddad");
    expect(text).toContain("laptop still owes");
    // The last part of the page, which no screen of 768 pixels shows without scrolling.
    expect(text).toContain("Newest receipt");
    expect(text).toContain("the laptops that signed.");
    expect(text).not.toContain("Back to the room");
    expect(text).not.toContain("Library");
  });
});
