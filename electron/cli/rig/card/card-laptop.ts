import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Launched, launchPanelbook } from "../../../dev/launch";
import { oneLaptop } from "../../bench/day/one-laptop";
import { type Laptop, laptopOn } from "../../demo/laptop";
import { watchSaves } from "./card-on-screen";

const candidate = "Noor Haddad";
const questions = 3;

/** A laptop with one card in progress, whose program may be killed and started again. */
export interface CardLaptop extends Pick<Launched, "app" | "close"> {
  readonly laptop: Laptop;
}

const atTheCard = async (laptop: Laptop): Promise<void> => {
  await laptop.sees("Your rating");
  await watchSaves(laptop.page);
};

/** The folder in which `startCard` has the program keep everything. */
export const profileIn = (folder: string): string => join(folder, "panelbook-profile");

/** A fresh profile in `folder`, a loop of one slot, and its interview begun. */
export const startCard = async (folder: string): Promise<CardLaptop> => {
  const one = await oneLaptop(folder, 1, questions);
  try {
    await one.laptop.follow("Open my card");
    await one.laptop.sees("What you will ask");
    await one.laptop.press("n", "Enter");
    await atTheCard(one.laptop);
    return one;
  } catch (error) {
    await one.close();
    throw error;
  }
};

/** Starts the program on a profile that has a card in progress and goes to it as a person would. */
export const returnToCard = async (profile: string): Promise<CardLaptop> => {
  const saveDir = `${profile}-saved`;
  await mkdir(saveDir, { recursive: true });
  const launched = await launchPanelbook({
    userDataDir: profile,
    args: [`--panelbook-save-dir=${saveDir}`],
  });
  const laptop = laptopOn("Mara Lindqvist", launched, async () => undefined);
  try {
    await laptop.follow("Loops");
    await laptop.follow(candidate);
    await laptop.follow("Open my card");
    await atTheCard(laptop);
    return { laptop, app: launched.app, close: launched.close };
  } catch (error) {
    await launched.close();
    throw error;
  }
};

/** Ends the program and everything it started at once, as a power cut does. */
export const killProgram = async ({ app }: Pick<Launched, "app">): Promise<void> => {
  const { pid } = app.process();
  if (pid === undefined) throw new Error("the program has no process");
  const closed = app.waitForEvent("close");
  process.kill(-pid, "SIGKILL");
  await closed;
};
