import type { Laptop } from "../../demo/laptop";
import { candidate, goToRoom, returnToLoop } from "./loop-acts";

/** How a loop goes from laptop to laptop in a file, by what people see. */

/** Somebody else whom the same facilitator invites; the loop of the wrong file. */
export const otherCandidate = "Sami Laine";

export type CarriedPart = "whole" | "own";

const choose = async ({ page }: Laptop, part: CarriedPart): Promise<void> => {
  const label = part === "whole" ? "The whole loop" : "Only my contribution";
  await page.getByRole("radio", { name: label }).check();
};

/** Writes the loop in front into a file; gives the file's path. Begins in the room and ends at the files. */
export const writeFile = async (laptop: Laptop, part: CarriedPart): Promise<string> => {
  await laptop.follow("No network");
  await choose(laptop, part);
  await laptop.click("Save the file");
  const saved = laptop.page.getByText(/^Saved: /).first();
  await saved.waitFor();
  return ((await saved.textContent()) ?? "").replace("Saved: ", "");
};

/** What a laptop says of a file before it takes anything from it. */
export interface FileSaid {
  readonly does: "bring" | "bringNothing" | "refuse";
  readonly text: string;
}

const nothingNew = "Nothing this laptop does not have already.";

const fileSaid = async ({ page }: Laptop): Promise<FileSaid> => {
  const offer = page.getByRole("region", { name: "What the file brings" });
  const refusal = page.getByRole("alert");
  await offer.or(refusal).first().waitFor();
  if ((await refusal.count()) > 0)
    return { does: "refuse", text: (await refusal.allTextContents()).join(" ") };
  const text = (await offer.textContent()) ?? "";
  return { does: text.includes(nothingNew) ? "bringNothing" : "bring", text };
};

/** Has a file checked that may be of any loop of this laptop. */
export const checkFile = async (laptop: Laptop): Promise<FileSaid> => {
  await laptop.follow("Loops");
  await laptop.follow("Open a loop file");
  await laptop.click("Choose a file");
  return fileSaid(laptop);
};

/** Has a file checked that has to be of the loop in front; begins in its room. */
export const checkFileOfLoop = async (laptop: Laptop): Promise<FileSaid> => {
  await laptop.follow("No network");
  await laptop.click("Choose a file");
  return fileSaid(laptop);
};

/** Takes in the file that was checked, and goes to the room of its loop. */
export const takeIn = async (laptop: Laptop): Promise<void> => {
  await laptop.click("Take it in");
  await laptop.sees(/cards? (is|are) sealed/);
  await goToRoom(laptop);
};

/** Leaves a file as it is, and goes back to the room of the loop. */
export const leaveFile = async (laptop: Laptop): Promise<void> => {
  await returnToLoop(laptop);
  await goToRoom(laptop);
};

/** Plans a loop of its own for somebody else, once, and ends in its room. */
export const openOtherLoop = async (laptop: Laptop): Promise<void> => {
  await laptop.follow("Loops");
  await laptop.page.getByRole("link", { name: candidate }).first().waitFor();
  const there = laptop.page.getByRole("link", { name: otherCandidate });
  if ((await there.count()) > 0) return there.first().click();
  await laptop.follow("Candidates");
  await laptop.click("Add a candidate");
  await laptop.fill("Name", otherCandidate);
  await laptop.click("Add the candidate");
  await laptop.sees(otherCandidate);
  await laptop.follow("Loops");
  await laptop.follow("Plan a loop");
  await laptop.page.getByRole("combobox", { name: "Candidate" }).click();
  await laptop.page.getByRole("option", { name: otherCandidate }).click();
  await laptop.fill("Your name", laptop.person);
  await laptop.click("Make the loop");
  await laptop.sees(/of \d+ cards are sealed/);
};
