import type { Day, DemoStep } from "../day";
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

const join = async (day: Day, joiner: Laptop, invite: string): Promise<void> => {
  const [facilitator] = day.laptops;
  await joiner.follow("Loops");
  await joiner.follow("Join a loop");
  await joiner.fill("Invite", invite);
  await joiner.fill("Your name", joiner.person);
  await joiner.shoot("join");
  await joiner.click("Knock");
  await joiner.sees("Waiting for the facilitator");
  await facilitator.sees("wants to come in");
  const [theirs, ours] = await Promise.all([wordsOn(joiner), wordsOn(facilitator)]);
  if (theirs === "" || theirs !== ours) throw new Error(`six words differ: ${theirs} / ${ours}`);
  await joiner.shoot("waiting");
  await facilitator.shoot("lobby");
  await facilitator.click("Let in");
  await joiner.sees(day.candidate);
};

/** The facilitator opens the room; the others knock with the invite, six words agree, they are let in. */
export const meetStep: DemoStep = {
  title: "The laptops meet without internet",
  run: async (day) => {
    const [facilitator, ...others] = day.laptops;
    await facilitator.click("Open the room");
    await facilitator.sees("Invite the panel");
    await facilitator.shoot("room-open");
    const invite = await inviteOf(facilitator);
    for (const other of others) await join(day, other, invite);
    for (const laptop of day.laptops) await laptop.sees(`${day.laptops.length} laptops together`);
    await facilitator.shoot("room-together");
  },
};
