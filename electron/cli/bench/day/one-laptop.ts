import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Launched, launchPanelbook } from "../../../dev/launch";
import { type Laptop, laptopOn } from "../../demo/laptop";
import { planLoop } from "../../demo/steps/plan";
import { dayKit } from "./day-kit";

/** One panelist's laptop with a loop of their own. */
export interface OneLaptop extends Pick<Launched, "app" | "close"> {
  readonly laptop: Laptop;
}

const importKit = async (laptop: Laptop, kit: string): Promise<void> => {
  await laptop.sees("Library");
  await laptop.follow("Import a role page");
  await laptop.fill("Text of the role page", kit);
  await laptop.click("Show what is recognised");
  await laptop.click("Add to library");
  await laptop.sees("Core evaluation");
};

/** Starts the program on a fresh profile and plans a loop of `slots` slots with `each` questions; the colleague in it stays away. */
export const oneLaptop = async (folder: string, slots: number, each: number): Promise<OneLaptop> => {
  const saveDir = join(folder, "saved");
  await mkdir(saveDir, { recursive: true });
  const launched = await launchPanelbook({
    userDataDir: join(folder, "panelbook-profile"),
    args: [`--panelbook-save-dir=${saveDir}`],
  });
  const laptop = laptopOn("Mara Lindqvist", launched, async () => undefined);
  try {
    await importKit(laptop, await dayKit(slots, each));
    await planLoop(laptop, "Noor Haddad", ["Tomas Okafor"]);
    return { app: launched.app, laptop, close: launched.close };
  } catch (error) {
    await launched.close();
    throw error;
  }
};
