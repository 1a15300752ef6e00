import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../../demo/day";
import { type Laptop, openLaptop } from "../../demo/laptop";
import { importStep } from "../../demo/steps/import-kit";
import { meetStep } from "../../demo/steps/meet";
import { planStep } from "../../demo/steps/plan";

/** Pictures would only take time here. */
const noCamera = async (): Promise<void> => undefined;

/** Two laptops of one panel, joined through the lobby, both at the same question of the first slot. */
export interface TwoLaptops {
  readonly writer: Laptop;
  readonly reader: Laptop;
  readonly close: () => Promise<void>;
}

const openQuestion = async (laptop: Laptop): Promise<void> => {
  await laptop.follow("Open my card");
  await laptop.sees("What you will ask");
  await laptop.press("n", "Enter");
  await laptop.sees("Your rating");
};

/** Plans a day from the bundled kit on fresh profiles under `root`, as the demo does. */
export const twoLaptops = async (root: string): Promise<TwoLaptops> => {
  const out = join(root, "saved");
  await mkdir(out, { recursive: true });
  const open = (person: string) =>
    openLaptop(person, { profile: join(root, person), saveDir: out }, noCamera);
  const writer = await open("Mara Lindqvist");
  const reader = await open("Tomas Okafor");
  const close = async (): Promise<void> => {
    await Promise.all([writer.close(), reader.close()]);
  };
  try {
    const day: Day = { laptops: [writer, reader], candidate: "Noor Haddad", out, rolePage: null };
    for (const step of [importStep, planStep, meetStep]) await step.run(day);
    for (const laptop of day.laptops) await openQuestion(laptop);
    return { writer, reader, close };
  } catch (error) {
    await close();
    throw error;
  }
};
