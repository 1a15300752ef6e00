import { afterAll, expect, it } from "vitest";
import { shownNow, watchSaves } from "../../electron/cli/rig/card/card-on-screen";
import { addBundledKit, openMyCard, planLoop, startInterview } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
afterAll(() => desk.clear());

const candidate = "Noor Haddad";
let laptop: TestLaptop;

/** The question in front, and the slot's clock in seconds. */
const place = async ({ page }: TestLaptop) => {
  const question = (await page.locator("h1").first().textContent()) ?? "";
  const clock = (await page.getByRole("timer", { name: "Time in this slot" }).textContent()) ?? "";
  const [, minutes = "", seconds = ""] = /(\d+):(\d\d)/.exec(clock) ?? [];
  return { question, seconds: Number(minutes) * 60 + Number(seconds) };
};

it("a window that is closed in mid-slot opens on the same question, with its notes and the clock gone on", async () => {
  laptop = await desk.open("Mara Lindqvist");
  await addBundledKit(laptop);
  await planLoop(laptop, candidate, ["Tomas Okafor"]);
  await openMyCard(laptop);
  await startInterview(laptop);
  await laptop.press("Space", "j", "j", "Space", "Enter");
  // Faster than anybody: each letter meets the one before it on its way into the card.
  await laptop.page.keyboard.type("Named the month");
  await laptop.press("Enter");
  await laptop.page.keyboard.type("and the sum.");
  await laptop.sees("Saved on this laptop");
  await watchSaves(laptop.page);
  const [before, shown] = [await place(laptop), await shownNow(laptop.page)];
  expect(shown.notes).toEqual(["Named the month", "and the sum."]);
  await laptop.close();

  laptop = await desk.open(laptop.person, { profile: laptop.profile });
  await laptop.follow("Loops");
  await laptop.follow(candidate);
  await openMyCard(laptop);
  await laptop.sees("Your rating");
  await watchSaves(laptop.page);
  const after = await place(laptop);
  expect(after.question).toBe(before.question);
  expect(after.seconds).toBeGreaterThanOrEqual(before.seconds);
  expect(await shownNow(laptop.page)).toEqual(shown);
}, 180_000);

it("a note keeps every script and loses control characters, and five megabytes are kept out with a word", async () => {
  await laptop.press("j", "Enter");
  await laptop.page.keyboard.insertText("שלום 👋\u0007 fine\u0000");
  await laptop.sees("Saved on this laptop");
  await expect.poll(async () => (await shownNow(laptop.page)).notes).toEqual(["שלום 👋 fine"]);
  await laptop.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "five megabytes ".repeat(350_000));
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await laptop.page.getByRole("alert").filter({ hasText: "That did not go in" }).waitFor();
  expect((await shownNow(laptop.page)).notes).toEqual(["שלום 👋 fine"]);
}, 60_000);
