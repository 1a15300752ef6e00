import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Day, DemoStep } from "../day";

/** Gives the one new file with this ending in the folder its name in the demo. */
const settle = async (day: Day, ending: string, name: string): Promise<void> => {
  const files = (await readdir(day.out)).filter((file) => file.endsWith(ending) && file !== name);
  const [file, ...more] = files.filter((candidate) => !keep.includes(candidate));
  if (file === undefined || more.length > 0)
    throw new Error(`expected one new ${ending}, found ${files.join(", ")}`);
  await rename(join(day.out, file), join(day.out, name));
};

const keep = ["import-report.json", "kit.json", "loop.json"];

/** The pack and the record, saved by the app itself. */
export const exportStep: DemoStep = {
  title: "Export the HR file and the record",
  run: async (day) => {
    const [facilitator] = day.laptops;
    await facilitator.click("Export the pack");
    await facilitator.sees(/Saved: .*\.docx/);
    await facilitator.shoot("pack-saved");
    await settle(day, ".docx", "debrief-pack.docx");
    await facilitator.click("Save the record as a file");
    await facilitator.sees(/Saved: .*\.json/);
    await settle(day, ".json", "loop.json");
  },
};
