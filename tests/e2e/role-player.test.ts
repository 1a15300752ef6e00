import { afterAll, expect, it } from "vitest";
import { addBundledKit, addCandidate, meet, openRoom, sealCard } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
afterAll(() => desk.clear());

const candidate = "Noor Haddad";
const player = "Priya Raman";
const assessor = "Tomas Okafor";
const slot = "Two consultants short";
const tensions = [
  "Asks for three of our consultants, free of charge, until the launch",
  "Says that our late release in spring is the true cause of the delay",
] as const;

const pick = async ({ page }: TestLaptop, field: string, option: string): Promise<void> => {
  await page.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

/** Mara facilitates, Tomas assesses, Priya only plays a role. */
const plan = async (mara: TestLaptop): Promise<void> => {
  await addCandidate(mara, candidate);
  await mara.follow("Loops");
  await mara.follow("Plan a loop");
  await pick(mara, "Candidate", candidate);
  await mara.fill("Your name", mara.person);
  for (const [index, name] of [assessor, player].entries()) {
    await mara.click("Add a person");
    await mara.fill(`Name of person ${index + 2}`, name);
  }
  // What is chosen already lies over the field itself.
  await mara.page.getByRole("combobox", { name: "What person 3 does" }).focus();
  await mara.press("ArrowDown");
  for (const hat of ["role player", "panelist"])
    await mara.page.getByRole("option", { name: hat, exact: true }).click();
  await mara.press("Escape");
  await pick(mara, "Plays Managing director of Calder Voss", player);
  await mara.click("Make the loop");
  await mara.sees(/\d+ of \d+ cards are sealed/);
};

const reads = ({ page }: TestLaptop, text: string): Promise<boolean> =>
  page.getByText(text).first().isVisible();

it("a role player's screen opens to the role player and the facilitator, and an assessor reads what was brought up once their own card is sealed", async () => {
  const mara = await desk.open("Mara Lindqvist");
  await addBundledKit(mara);
  await plan(mara);
  const invite = await openRoom(mara);
  const [tomas, priya] = [await desk.open(assessor), await desk.open(player)];
  await meet(mara, tomas, invite);
  await meet(mara, priya, invite, 3);

  const way = mara.page.getByRole("link", { name: `Role player: ${slot}` });
  const address = (await way.getAttribute("href")) ?? "";
  await way.click();
  await mara.sees("You read this as the facilitator.");
  await mara.sees(tensions[0]);

  await tomas.page.evaluate((href) => {
    window.location.href = href;
  }, address);
  await tomas.sees("This laptop has no key for it.");
  expect(await reads(tomas, tensions[0])).toBe(false);

  await priya.follow(`Role player: ${slot}`);
  await priya.click("Start the slot’s clock");
  await priya.press("1", "2");
  for (const text of tensions)
    await priya.page
      .getByRole("button", { name: new RegExp(`${text}.*\\d:\\d\\d`), pressed: true })
      .waitFor({ state: "visible" });
  await priya.click("Seal my sheet");
  await priya.sees("Your sheet is sealed.");

  await tomas.follow("Go to the room");
  await tomas.follow(`Open my card for ${slot}`);
  await tomas.sees("What you will ask");
  await tomas.press("n", "Enter");
  await tomas.sees("Your rating");
  for (const text of tensions) expect(await reads(tomas, text)).toBe(false);
  await sealCard(tomas);
  await tomas.sees(`${player} brought up 2 of 4.`);
  for (const text of tensions) await tomas.sees(text);
}, 300_000);
