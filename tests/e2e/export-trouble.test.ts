import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundledKit, decide, planLoop, revealEarly } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";
import { fullDisk, mayMount, readOnlyDisk } from "../support/e2e/small-disk";

const desk = testDesk();
let laptop: TestLaptop;
let out: string;

beforeAll(async () => {
  out = await desk.folder("saved");
  laptop = await desk.open("Mara Lindqvist", { args: [`--panelbook-save-dir=${out}`] });
  await addBundledKit(laptop);
  await planLoop(laptop, "Noor Haddad");
  await revealEarly(laptop, "Only the export is looked at.");
  await decide(laptop, "Nothing was heard.");
}, 120_000);
afterAll(() => desk.clear());

/** From now on the program saves there, as if a person had chosen it. */
const saveInto = (folder: string): Promise<void> =>
  laptop.app.evaluate(({ app }, path) => app.commandLine.appendSwitch("panelbook-save-dir", path), folder);

const exportPack = async (): Promise<void> => {
  await laptop.click("Export the pack");
};

const isToldAbout = async (folder: string, what: string, todo: string): Promise<void> => {
  const alert = laptop.page.getByRole("alert").filter({ hasText: join(folder, "HR file") });
  await alert
    .filter({ hasText: what })
    .filter({ hasText: todo })
    .filter({ hasText: "No half file" })
    .waitFor();
};

const cannotMount = !mayMount();

describe("a pack that cannot be saved", () => {
  it("into a place that is no folder: the message names it, nothing is left, and the next try works", async () => {
    const notAFolder = join(out, "a file");
    await writeFile(notAFolder, "in the way");
    await saveInto(notAFolder);
    await exportPack();
    await isToldAbout(notAFolder, "not there any more", "Choose another folder.");
    expect(await readdir(out)).toEqual(["a file"]);
    await saveInto(out);
    await laptop.click("Try again");
    await laptop.sees(/Saved: .*\.docx/);
    expect((await readdir(out)).filter((name) => name !== "a file")).toEqual(["HR file Noor Haddad.docx"]);
  });

  const onDisk = async (put: typeof fullDisk, what: string, todo: string): Promise<void> => {
    const folder = join(await desk.folder("disk"), "disk");
    await mkdir(folder);
    const disk = put(folder);
    try {
      await saveInto(folder);
      await exportPack();
      await isToldAbout(folder, what, todo);
      expect(await readdir(folder)).toEqual([]);
    } finally {
      disk.remove();
    }
  };

  it.skipIf(cannotMount)("onto a full disk (skipped where the run may not mount one)", () =>
    onDisk(fullDisk, "The disk is full", "Free some space or choose another disk"),
  );

  it.skipIf(cannotMount)("onto a disk that is read only (skipped where the run may not mount one)", () =>
    onDisk(readOnlyDisk, "does not let this program write", "Choose another folder."),
  );
});
