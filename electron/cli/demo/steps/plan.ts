import type { DemoStep } from "../day";
import type { Laptop } from "../laptop";

const addCandidate = async (facilitator: Laptop, candidate: string): Promise<void> => {
  await facilitator.follow("Candidates");
  await facilitator.click("Add a candidate");
  await facilitator.fill("Name", candidate);
  await facilitator.shoot("candidate-form");
  await facilitator.click("Add the candidate");
  await facilitator.sees(candidate);
  await facilitator.shoot("candidates");
};

/** Gives a person of the plan a second hat: a hiring manager is the facilitator's deputy. */
const makeHiringManager = async ({ page }: Laptop, person: number): Promise<void> => {
  // The field lies under what was already chosen, which takes the click for it.
  await page.getByRole("combobox", { name: `What person ${person} does` }).click({ force: true });
  await page.getByRole("option", { name: "hiring manager" }).click();
  await page.keyboard.press("Tab");
};

/**
 * Plans a loop from the kit with everybody in every slot; the laptop's own person facilitates. Persons are counted from 1, the
 * facilitator first.
 */
export const planLoop = async (
  facilitator: Laptop,
  candidate: string,
  others: readonly string[],
  hiringManagers: readonly number[] = [],
): Promise<void> => {
  await addCandidate(facilitator, candidate);
  await facilitator.follow("Loops");
  await facilitator.sees("No loop on this laptop yet");
  await facilitator.shoot("loops-empty");
  await facilitator.follow("Plan a loop");
  await facilitator.page.getByRole("combobox", { name: "Candidate" }).click();
  await facilitator.page.getByRole("option", { name: candidate }).click();
  await facilitator.fill("Your name", facilitator.person);
  for (const [index, other] of others.entries()) {
    await facilitator.click("Add a person");
    await facilitator.fill(`Name of person ${index + 2}`, other);
  }
  for (const person of hiringManagers) await makeHiringManager(facilitator, person);
  await facilitator.shoot("plan");
  await facilitator.click("Make the loop");
  await facilitator.sees("The room is closed");
  await facilitator.shoot("room-closed");
};

/** The candidate, then a loop from the kit with three panelists in every slot. */
export const planStep: DemoStep = {
  title: "Create a candidate and plan a loop",
  run: ({ laptops: [facilitator, ...others], candidate }) =>
    planLoop(
      facilitator,
      candidate,
      others.map(({ person }) => person),
    ),
};
