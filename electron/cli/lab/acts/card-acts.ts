import type { Laptop } from "../../demo/laptop";

/** What people do with a card, by the keys they press. */

const label = "Open my card for ";

/** From the room to the first card this person owes. Gives the title of its slot, or null where none is owed. */
export const openOwedCard = async (laptop: Laptop): Promise<string | null> => {
  const owed = laptop.page.getByRole("link", { name: label });
  if ((await owed.count()) === 0) return null;
  const title = (await owed.first().getAttribute("aria-label")) ?? "";
  await owed.first().click();
  // By place: looked for by text, a card beside which megabytes were handed over costs the window a gigabyte of garbage.
  const begin = laptop.page.locator("h2").filter({ hasText: "What you will ask" }).first();
  const begun = laptop.page.locator('[aria-label="Your rating"]').first();
  await begin.or(begun).first().waitFor();
  if (await begin.isVisible()) await laptop.press("n", "Enter");
  await begun.waitFor();
  return title.slice(label.length);
};

/** Rates the question in front. */
export const rate = (laptop: Laptop, points: number): Promise<void> => laptop.press(String(points));

/** Ticks a sign, or takes the tick back, by its letter. */
export const tick = (laptop: Laptop, letter: string): Promise<void> => laptop.press("+", letter);

export const nextQuestion = (laptop: Laptop): Promise<void> => laptop.press("j");

/** Writes a line of evidence under the question in front. */
export const writeNote = async (laptop: Laptop, text: string): Promise<void> => {
  await laptop.press("Enter");
  await laptop.page.keyboard.type(text);
  await laptop.press("Escape");
};

/** Hands a text over to everybody. */
export const handOver = async (laptop: Laptop, text: string): Promise<void> => {
  await laptop.press("h");
  await laptop.page.getByLabel("What to ask about").fill(text);
  await laptop.press("Enter");
  await laptop.sees(text);
};

/** Hands over texts of 5,000 characters each as one; the program cuts it there again. */
export const handOverMuch = async (laptop: Laptop, texts: readonly string[]): Promise<void> => {
  await laptop.press("h");
  const field = laptop.page.getByLabel("What to ask about");
  await field.fill(texts.join(""));
  await laptop.press("Enter");
  await field.waitFor({ state: "detached" });
};

/** Seals the open card with an overall call; blanks are allowed and shown. */
export const seal = async (laptop: Laptop): Promise<void> => {
  await laptop.press("Control+Enter");
  await laptop.sees("Your overall call");
  await laptop.press("3");
  await laptop.click("Seal my card");
  await laptop.sees("your card is sealed");
};
