import type { Day, DemoStep } from "../day";
import type { Laptop } from "../laptop";

/**
 * What the three hear differs by a step here and there; now and then the second one heard something else entirely. That
 * is what a debrief is for. `count` counts slots and questions together, so that short and long days have both.
 */
const ratingOf = (panelist: number, count: number, points: number): number => {
  const shared = points - (count % 2);
  if (panelist === 1 && (count % 7 === 1 || count % 7 === 2)) return 1;
  return panelist === 2 && count % 3 === 0 ? shared - 1 : shared;
};

const said = [
  "Named the partner, the sum and the month without looking it up.",
  "We moved the date twice, and I told them before they asked.",
  "Could not say who owned the follow-up.",
  "I keep one list, and the partner sees the same list.",
];

const answerOne = async (laptop: Laptop, panelist: number, count: number, points: number): Promise<void> => {
  await laptop.press("Space", String(ratingOf(panelist, count, points)), "+", "a");
  if ((count + panelist) % 3 === 0) await laptop.press("-", "b");
  await laptop.press("Enter");
  if (count % 2 === 0) await laptop.press("Control+q");
  await laptop.page.keyboard.type(said[(count + panelist) % said.length] ?? "");
  await laptop.press("Escape", "j");
};

const questionsOnScreen = (laptop: Laptop): Promise<number> =>
  laptop.page.getByRole("navigation", { name: "Questions of this slot" }).getByRole("button").count();

const pointsOnScreen = (laptop: Laptop): Promise<number> =>
  laptop.page
    .locator("button[aria-pressed]")
    .filter({ has: laptop.page.locator("b") })
    .count();

const sealOne = async (laptop: Laptop, panelist: number, picture: boolean): Promise<void> => {
  await laptop.press("Control+Enter");
  await laptop.sees("Your overall call");
  await laptop.press(["3", "2", "4"][panelist] ?? "3");
  await laptop.fill("Take-away", "Knows the figures; ask about the follow-up.");
  if (picture) await laptop.shoot("seal");
  await laptop.click("Seal my card");
  await laptop.sees("your card is sealed");
};

/** The first question as it looks once it is answered. */
const shootFirst = async (laptop: Laptop): Promise<void> => {
  await laptop.press("k");
  await laptop.shoot("interview");
  await laptop.press("j");
};

const scoreSlot = async (laptop: Laptop, panelist: number, slot: number): Promise<void> => {
  const pictures = slot === 0;
  await laptop.sees("What you will ask");
  if (pictures) await laptop.shoot("slot-start");
  await laptop.press("n", "Enter");
  await laptop.sees("Your rating");
  const questions = await questionsOnScreen(laptop);
  for (let question = 0; question < questions; question += 1) {
    await answerOne(laptop, panelist, slot + question, await pointsOnScreen(laptop));
    if (pictures && question === 0) await shootFirst(laptop);
  }
  await laptop.sees("Saved on this laptop");
  await sealOne(laptop, panelist, pictures);
};

/** Opens one owed card after the other until none is left. */
const scoreAll = async (day: Day, panelist: number): Promise<void> => {
  const laptop = day.laptops[panelist];
  if (laptop === undefined) throw new Error(`no laptop ${panelist}`);
  const owed = laptop.page.getByRole("link", { name: "Open my card" });
  for (let slot = 0; ; slot += 1) {
    await laptop.sees(/\d+ of \d+ cards are sealed|All \d+ cards are sealed/);
    if ((await owed.count()) === 0) return;
    await owed.first().click();
    await scoreSlot(laptop, panelist, slot);
    if (slot === 0) await laptop.shoot("sealed");
    await laptop.follow("Go to the room");
  }
};

/** Every panelist rates, ticks, writes and seals on their own laptop; colleagues see progress, never ratings. */
export const scoreStep: DemoStep = {
  title: "Score live and seal",
  run: async (day) => {
    await Promise.all(day.laptops.map((_, panelist) => scoreAll(day, panelist)));
    const [facilitator] = day.laptops;
    await facilitator.sees(/All \d+ cards are sealed/);
    await facilitator.shoot("room-all-sealed");
  },
};
