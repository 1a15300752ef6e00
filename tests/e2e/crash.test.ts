import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type CardOnScreen,
  lastSaved,
  shownNow,
  watchSaves,
} from "../../electron/cli/rig/card/card-on-screen";
import { writeResults } from "../../electron/dev/full-results";
import { addBundledKit, meet, openMyCard, openRoom, planLoop, startInterview } from "../support/e2e/acts";
import { killLaptop, type TestLaptop, testDesk } from "../support/e2e/desk";
import { isFullRun, rounds } from "../support/full-run";
import { seededRandom } from "../support/seeded-random";

const desk = testDesk();
const candidate = "Noor Haddad";
const firstNote = "Named the partner and the sum.";
/** Stays open all the time; what the other one writes travels to it while that one is killed. */
let host: TestLaptop;
let laptop: TestLaptop;
/** Where the card is that the killed program had open. */
let card = "";

/** Starts again on the profile of the killed program and goes to the card that was open. */
const restart = async (): Promise<void> => {
  laptop = await desk.open(laptop.person, { profile: laptop.profile });
  await laptop.follow("Loops");
  await laptop.follow(candidate);
  await laptop.page.evaluate((address) => {
    window.location.href = address;
  }, card);
};

const backAtMyCard = async (): Promise<void> => {
  await laptop.sees("Your rating");
  await watchSaves(laptop.page);
};

beforeAll(async () => {
  [host, laptop] = await Promise.all([desk.open("Tomas Okafor"), desk.open("Mara Lindqvist")]);
  await addBundledKit(host);
  await planLoop(host, candidate, [laptop.person]);
  await meet(host, laptop, await openRoom(host));
  await openMyCard(laptop);
  await startInterview(laptop);
  card = laptop.page.url();
  await watchSaves(laptop.page);
}, 180_000);
afterAll(() => desk.clear());

/** Notes only grow in this test, so what was saved must be the beginning of what is there. */
const holds = (now: CardOnScreen, saved: CardOnScreen): boolean =>
  now.rating === saved.rating &&
  saved.ticks.every((tick) => now.ticks.includes(tick)) &&
  saved.notes.every((note, index) => now.notes[index]?.startsWith(note) === true);

const pieces = ["We moved ", "the date ", "twice, ", "and I told them ", "before they asked. "] as const;

/** Presses keys one after the other without waiting for a save in between. */
const typeMore = async (characters: number, text: string): Promise<void> => {
  for (let index = 0; index < characters; index += 1) {
    await laptop.page.keyboard.type(text.charAt(index % text.length));
  }
};

/** The random moment itself: nothing is waited for. */
const aMoment = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const seed = 20261123;
const kills = rounds(9, 196);
const sealKills = rounds(1, 4);
const lost: string[] = [];

describe("what a person reads while they type", () => {
  it("is with the very letter that it is not saved yet", async () => {
    await laptop.press("Enter");
    await laptop.page.evaluate(`(() => {
      window.toldTooSoon = 0;
      const saysSaved = () => document.body.textContent.includes("Saved on this laptop");
      const look = () => queueMicrotask(() => { window.toldTooSoon += saysSaved() ? 1 : 0; });
      window.addEventListener("input", look);
    })()`);
    for (const letter of "Asked") {
      await laptop.sees("Saved on this laptop");
      await laptop.page.keyboard.type(letter);
    }
    await laptop.sees("Saved on this laptop");
    expect(await laptop.page.evaluate("window.toldTooSoon")).toBe(0);
    await laptop.press("Control+A", "Backspace", "Escape");
    await laptop.sees("Saved on this laptop");
    expect((await shownNow(laptop.page)).notes).toEqual([]);
  });
});

describe("a program that is killed with everything it started, in a room with another laptop", () => {
  it("has the rating, the tick and the note that were saved when it is opened again", async () => {
    await laptop.press("3", "+", "a", "Enter");
    await laptop.page.keyboard.type(firstNote);
    const expected = { rating: "3", ticks: [expect.any(String)], notes: [firstNote] };
    await vi.waitFor(async () => expect(await lastSaved(laptop.page)).toEqual(expected), { timeout: 30_000 });
    const saved = await lastSaved(laptop.page);
    await killLaptop(laptop);
    await restart();
    await backAtMyCard();
    expect(await shownNow(laptop.page)).toEqual(saved);
  }, 180_000);

  it(
    `lost nothing that was called saved, killed ${kills} times while somebody types (seed ${seed})`,
    async () => {
      const random = seededRandom(seed);
      let before = 1;
      for (let round = 0; round < kills; round += 1) {
        await laptop.press("Enter");
        await typeMore(1 + random.below(40), random.pick(pieces));
        await aMoment(random.below(300));
        const saved = await lastSaved(laptop.page);
        await killLaptop(laptop);
        await restart();
        await backAtMyCard();
        const now = await shownNow(laptop.page);
        const told = `round ${round}: ${JSON.stringify({ saved, now })}`;
        if (!holds(now, saved) || saved.notes.length < before) lost.push(told);
        expect(holds(now, saved), told).toBe(true);
        expect(saved.notes.length, told).toBeGreaterThanOrEqual(before);
        before = now.notes.length;
      }
      expect(before, "notes that were typed and kept").toBeGreaterThan(1);
    },
    rounds(600_000, 7_200_000),
  );

  it(
    `has the card sealed or still in progress, and whole, killed while it is sealed (seed ${seed})`,
    async () => {
      const random = seededRandom(seed + 1);
      for (let round = 0; round < sealKills; round += 1) {
        const saved = await lastSaved(laptop.page);
        await laptop.press("Control+Enter");
        await laptop.sees("Your overall call");
        await laptop.press("3");
        await laptop.click("Seal my card");
        await aMoment(random.below(250));
        await killLaptop(laptop);
        await restart();
        const { page } = laptop;
        await page
          .getByText(/Your rating|your card is sealed/)
          .first()
          .waitFor({ timeout: 60_000 });
        if ((await page.getByText("your card is sealed").count()) > 0) break;
        await backAtMyCard();
        expect(holds(await shownNow(page), saved), `round ${round}`).toBe(true);
      }
    },
    rounds(300_000, 900_000),
  );

  it.runIf(isFullRun)("leaves its figures", async () => {
    await writeResults("kill-9", { seed, laptops: 2, kills, sealKills, lost });
    expect(lost).toEqual([]);
  });
});
