import type { TestLaptop } from "./desk";

/** What people do in the app, by the words they see. */

export const addBundledKit = async (laptop: TestLaptop): Promise<void> => {
  await laptop.sees("Library");
  await laptop.click("Add the bundled kit: Alliance / Partner Manager");
  await laptop.sees("Core evaluation");
};

export const addCandidate = async (laptop: TestLaptop, name: string): Promise<void> => {
  await laptop.follow("Candidates");
  await laptop.click("Add a candidate");
  await laptop.fill("Name", name);
  await laptop.click("Add the candidate");
  await laptop.sees(name);
};

/** Plans a loop with everybody in every slot of the kit; the laptop's own person facilitates. */
export const planLoop = async (
  laptop: TestLaptop,
  candidate: string,
  others: readonly string[] = [],
): Promise<void> => {
  await addCandidate(laptop, candidate);
  await laptop.follow("Loops");
  await laptop.follow("Plan a loop");
  await laptop.page.getByRole("combobox", { name: "Candidate" }).click();
  await laptop.page.getByRole("option", { name: candidate }).click();
  await laptop.fill("Your name", laptop.person);
  for (const [index, name] of others.entries()) {
    await laptop.click("Add a person");
    await laptop.fill(`Name of person ${index + 2}`, name);
  }
  await laptop.click("Make the loop");
  await laptop.sees(/\d+ of \d+ cards are sealed/);
};

/** Goes from the room to the first card this person owes, whether it was begun or not. */
export const openMyCard = async (laptop: TestLaptop): Promise<void> => {
  await laptop.page.getByRole("link", { name: "Open my card" }).first().click();
};

export const startInterview = async (laptop: TestLaptop): Promise<void> => {
  await laptop.sees("What you will ask");
  await laptop.press("n", "Enter");
  await laptop.sees("Your rating");
};

/** The full invite as the room shows it. */
export const openRoom = async (laptop: TestLaptop): Promise<string> => {
  await laptop.click("Open the room");
  await laptop.sees("Invite the panel");
  return (await laptop.page.locator("[data-invite]").getAttribute("data-invite")) ?? "";
};

/** Fills in the way in and knocks; what comes of it the caller looks for. */
export const knock = async (laptop: TestLaptop, invite: string): Promise<void> => {
  await laptop.follow("Loops");
  await laptop.follow("Join a loop");
  await laptop.fill("Invite", invite);
  await laptop.fill("Your name", laptop.person);
  await laptop.click("Knock");
};

/** Knocks with the invite and is let in; returns when both see so many laptops together. */
export const meet = async (
  host: TestLaptop,
  guest: TestLaptop,
  invite: string,
  together = 2,
): Promise<void> => {
  await knock(guest, invite);
  await host.sees("wants to come in");
  await host.click("Let in");
  for (const laptop of [host, guest]) await laptop.sees(`${together} laptops together`);
};

/** Opens every card there is before all are in, from the room. */
export const revealEarly = async (laptop: TestLaptop, reason: string): Promise<void> => {
  await laptop.page.getByRole("button", { name: /^Reveal without the/ }).click();
  await laptop.fill("Reveal early, because", reason);
  await laptop.page.getByRole("button", { name: "Reveal early", exact: true }).click();
};

/** Records the decision that the form offers, and ends at the record. */
export const decide = async (laptop: TestLaptop, reason: string): Promise<void> => {
  await laptop.click("Record the decision");
  await laptop.fill("Reason", reason);
  await laptop.click("Record the decision");
  await laptop.sees("What it rests on");
};

/** From an open card through the review to the seal. */
export const sealCard = async (laptop: TestLaptop): Promise<void> => {
  await laptop.press("Control+Enter");
  await laptop.sees("Your overall call");
  await laptop.press("3");
  await laptop.click("Seal my card");
  await laptop.sees("your card is sealed");
};
