import type { Laptop } from "../../demo/laptop";
import { letIn, openRoom } from "../../demo/steps/meet";
import { planLoop } from "../../demo/steps/plan";

/** What people do to be together, by the words they see. */

export const candidate = "Noor Haddad";

/** The bundled kit, the candidate, the loop with everybody in every slot, the second person as deputy, and the room open. */
export const foundLoop = async (facilitator: Laptop, others: readonly string[]): Promise<void> => {
  await facilitator.sees("Library");
  await facilitator.click("Add the bundled kit: Alliance / Partner Manager");
  await facilitator.sees("Core evaluation");
  await planLoop(facilitator, candidate, others, [2]);
  await openRoom(facilitator);
};

/** The invite of this laptop's room; opens the room where it is shut. */
export const shownInvite = async ({ page }: Laptop): Promise<string> => {
  const invite = page.locator("[data-invite]");
  const way = page.getByRole("button", { name: /^(Open the room|Show the invite)$/ });
  await invite.or(way).first().waitFor();
  if ((await invite.count()) === 0) await way.first().click();
  await invite.waitFor();
  return (await invite.getAttribute("data-invite")) ?? "";
};

/** A deputy takes over, from the room, once the laptop of the person in charge is gone. */
export const takeOver = async (laptop: Laptop, reason: string): Promise<void> => {
  await laptop.page.getByRole("button", { name: /take over$/ }).click();
  await laptop.fill("Take over, because", reason);
  await laptop.page.getByRole("button", { name: "Take over", exact: true }).click();
  await laptop.sees("took over from");
};

/** Knocks at the facilitator's room and is let in. */
export const joinLoop = (facilitator: Laptop, joiner: Laptop, invite: string): Promise<void> =>
  letIn(facilitator, joiner, { invite, candidate });

/** From a program that was just started to the loop's room. */
export const returnToLoop = async (laptop: Laptop): Promise<void> => {
  await laptop.follow("Loops");
  await laptop.follow(candidate);
  await laptop.sees(/of \d+ cards are sealed|cards are revealed|card is sealed|cards are sealed/);
};

/** From any screen of the loop to its room. */
export const goToRoom = async (laptop: Laptop): Promise<void> => {
  await laptop.page.getByTitle("Go to the room").click();
  await laptop.page.getByRole("table", { name: "Where everybody’s cards are" }).waitFor();
};

/** The room's door after a restart, where this person keeps one and it is shut. */
export const openDoorAgain = async ({ page }: Laptop): Promise<void> => {
  const button = page.getByRole("button", { name: "Open the room" });
  if ((await button.count()) > 0) await button.first().click();
};
