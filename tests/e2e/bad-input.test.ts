import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKit } from "../support/builders/kit";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
let laptop: TestLaptop;
let file: string;

beforeAll(async () => {
  file = join(await desk.folder("pages"), "role page.txt");
  laptop = await desk.open("Mara Lindqvist", { args: [`--panelbook-open-file=${file}`] });
});
afterAll(() => desk.clear());

/** Where nothing was added, the library still explains itself. */
const libraryIsEmpty = async (): Promise<void> => {
  await laptop.follow("Library");
  await laptop.sees("A role kit says what to ask");
  expect(await laptop.page.getByRole("button", { name: "Add the bundled kit" }).count()).toBe(3);
};

const megabyte = 1024 * 1024;
/** The first bytes of a PNG and of a ZIP archive, as a Word document is one. */
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const zip = Buffer.from("504b0304140006000800000021", "hex");

const refusals = [
  [
    "a web page",
    "<!doctype html><html><body><p>A role</p></body></html>",
    "(HTML), not its text",
    "in a browser",
  ],
  ["an empty file", "", "There is no text to read.", "Paste the whole role page"],
  ["a picture", png, "This is not plain text.", "copy everything and paste it here as text"],
  ["a Word document", zip, "not plain text.", "copy everything and paste it here as text"],
  [
    "one endless line",
    `Core Evaluation ${"x".repeat(200_000)}`,
    "Line 1 has 200,016 characters",
    "lines stay apart",
  ],
  [
    "100 MB",
    Buffer.alloc(100 * megabyte, "a"),
    "104,857,600 bytes; at most 5,242,880",
    "paste only the role page.",
  ],
  ["a letter", "Dear Ana,\n\nsee you on Monday.\n", "does not look like a role page", "“Core Evaluation”"],
  [
    "a kit file cut off",
    '{"format":\n"panelbook-kit"',
    "cannot be read from line 2 on",
    "Ask for the file again",
  ],
  ["another program’s JSON", "{}", "This is not a kit file.", "“Save as a kit file”"],
  [
    "a kit file of a newer version",
    JSON.stringify({ ...aKit(), formatVersion: 9 }),
    "it is of version 9, and this program reads up to version 1",
    "Install the newer version",
  ],
  [
    "a kit file that would change what objects are",
    JSON.stringify(aKit()).replace('"essay":{', '"essay":{"__proto__":{"ran":true},'),
    "at essay.__proto__",
    "Ask for the file again",
  ],
  [
    "a kit file that names what it has not",
    JSON.stringify(aKit({ rounds: [] })),
    "“bench-interview” at questions[0].roundId",
    "Ask for the file again",
  ],
] as const;

describe("a file that is no role page is refused with what was expected, and the library is unchanged:", () => {
  it.each(refusals)("%s", async (_kind, content, what, todo) => {
    await writeFile(file, content);
    await laptop.follow("Library");
    await laptop.follow("Import a role page");
    await laptop.click("Open a text file");
    const alert = laptop.page.getByRole("alert").filter({ hasText: what }).filter({ hasText: todo });
    await alert.filter({ hasText: "The library is unchanged." }).waitFor();
    await libraryIsEmpty();
  });

  it("a file that is not there", async () => {
    await rm(file);
    await laptop.follow("Import a role page");
    await laptop.click("Open a text file");
    await laptop.page.getByRole("alert").filter({ hasText: file }).waitFor();
    await libraryIsEmpty();
  });
});

const script = '<img src="x" onerror="window.ran=1"><script>window.ran=1</script>';

it("texts of a kit file that are scripts elsewhere are shown as they are, and nothing of them runs", async () => {
  const { page } = laptop;
  const [first, ...others] = aKit().questions;
  if (first === undefined) throw new Error("the builder's kit has questions");
  const kit = aKit({ title: `Technician ${script}`, questions: [{ ...first, prompt: script }, ...others] });
  await writeFile(file, JSON.stringify(kit));
  await laptop.follow("Library");
  await laptop.follow("Import a role page");
  await laptop.click("Open a text file");
  await laptop.click("Add to library");
  await page.getByRole("heading", { level: 1 }).filter({ hasText: script }).waitFor();
  await page.getByText(script, { exact: true }).first().waitFor();
  expect(await page.evaluate("window.ran")).toBeUndefined();
});
