import type { DemoStep } from "../day";
import type { Laptop } from "../laptop";

const inviteOf = async (facilitator: Laptop): Promise<string> => {
  const text = await facilitator.page.locator("[data-invite]").getAttribute("data-invite");
  if (text === null) throw new Error("the room shows no invite");
  return text;
};

const wordsOn = async (laptop: Laptop): Promise<string> =>
  (await laptop.page
    .getByText(/^\w+( · \w+){5}$/)
    .first()
    .textContent()) ?? "";

/** Opens this laptop's room; gives the full invite. */
export const openRoom = async (facilitator: Laptop): Promise<string> => {
  await facilitator.click("Open the room");
  await facilitator.sees("Invite the panel");
  await facilitator.shoot("room-open");
  return inviteOf(facilitator);
};

/** Fills in the way in and knocks. */
export const knock = async (joiner: Laptop, invite: string): Promise<void> => {
  await joiner.follow("Loops");
  await joiner.follow("Join a loop");
  await joiner.fill("Invite", invite);
  await joiner.fill("Your name", joiner.person);
  await joiner.shoot("join");
  await joiner.click("Knock");
};

/** One laptop knocks, the six words agree, it is let in; ends when it shows the loop. */
export const letIn = async (
  facilitator: Laptop,
  joiner: Laptop,
  { invite, candidate }: { readonly invite: string; readonly candidate: string },
): Promise<void> => {
  await knock(joiner, invite);
  await joiner.sees("Waiting for the facilitator");
  await facilitator.sees("wants to come in");
  const [theirs, ours] = await Promise.all([wordsOn(joiner), wordsOn(facilitator)]);
  if (theirs === "" || theirs !== ours) throw new Error(`six words differ: ${theirs} / ${ours}`);
  await joiner.shoot("waiting");
  await facilitator.shoot("lobby");
  await facilitator.click("Let in");
  await joiner.sees(candidate);
};

/** The facilitator opens the room; the others knock with the invite, six words agree, they are let in. */
export const meetStep: DemoStep = {
  title: "The laptops meet without internet",
  run: async (day) => {
    const [facilitator, ...others] = day.laptops;
    const invite = await openRoom(facilitator);
    for (const other of others) await letIn(facilitator, other, { invite, candidate: day.candidate });
    for (const laptop of day.laptops) await laptop.sees(`${day.laptops.length} laptops together`);
    await facilitator.shoot("room-together");
  },
};
