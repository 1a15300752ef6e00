import { afterAll, expect, it } from "vitest";
import { addBundledKit, openMyCard, planLoop } from "../support/e2e/acts";
import { testDesk } from "../support/e2e/desk";

const desk = testDesk();
afterAll(() => desk.clear());

const changed = "Which of your partnerships would you end today?";

it("a question is edited, taken back, edited again and published, and a loop that was planned before keeps its version", async () => {
  const laptop = await desk.open("Mara Lindqvist");
  const { page } = laptop;
  await addBundledKit(laptop);
  const kitAddress = new URL(page.url()).hash;
  await planLoop(laptop, "Sam Okafor");
  const loopAddress = new URL(page.url()).hash;
  const goTo = (hash: string) => page.evaluate((to) => window.location.assign(to), hash);

  await goTo(kitAddress);
  await laptop.click("Edit");
  const prompt = page.getByRole("textbox", { name: "Question", exact: true }).first();
  const before = await prompt.inputValue();
  await prompt.fill(changed);
  await laptop.sees("Saved on this laptop");
  await prompt.press("Control+z");
  await expect.poll(() => prompt.inputValue()).toBe(before);
  await prompt.press("Control+Shift+z");
  await expect.poll(() => prompt.inputValue()).toBe(changed);
  await laptop.sees("Saved on this laptop");

  await laptop.follow("Versions");
  await laptop.click("Publish as version 2");
  await laptop.sees("Version 2 is published.");
  await goTo(kitAddress);
  await laptop.sees(changed);

  await goTo(loopAddress);
  await openMyCard(laptop);
  await laptop.sees("What you will ask");
  await laptop.sees(before);
  expect(await page.getByText(changed).count()).toBe(0);
}, 120_000);
