import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Day, DemoStep } from "../day";

const renameEnding = async (day: Day, ending: string, name: string): Promise<void> => {
  const file = (await readdir(day.out)).find((candidate) => candidate.endsWith(ending));
  if (file === undefined) throw new Error(`the app saved no ${ending}`);
  await rename(join(day.out, file), join(day.out, name));
};

const importPage = async ({ laptops: [facilitator] }: Day, text: string): Promise<void> => {
  await facilitator.follow("Import a role page");
  await facilitator.fill("Text of the role page", text);
  await facilitator.shoot("import-pasted");
  await facilitator.click("Show what is recognised");
  await facilitator.sees("Found on the page");
  await facilitator.shoot("import-preview");
  await facilitator.click("Add to library");
};

/** A role page or the bundled kit comes into the library, is read at every level, and is saved as a kit file. */
export const importStep: DemoStep = {
  title: "Import a role page and open the kit",
  run: async (day) => {
    const [facilitator] = day.laptops;
    await facilitator.sees("Library");
    await facilitator.shoot("library-empty");
    if (day.rolePage === null) await facilitator.click("Add the bundled kit: Alliance / Partner Manager");
    else await importPage(day, day.rolePage);
    await facilitator.sees("Core evaluation");
    await facilitator.shoot("kit");
    await facilitator.click("Save as a kit file");
    await facilitator.sees("Saved");
    await renameEnding(day, ".pbkit", "kit.json");
  },
};
