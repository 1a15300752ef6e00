import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundledKit, openMyCard, planLoop, startInterview } from "../support/e2e/acts";
import { type CardOnScreen, lastSaved, shownNow, watchSaves } from "../support/e2e/card-on-screen";
import { killLaptop, type TestLaptop, testDesk } from "../support/e2e/desk";
import { rounds } from "../support/full-run";
import { seededRandom } from "../support/seeded-random";

const desk = testDesk();
const candidate = "Noor Haddad";
const firstNote = "Named the partner and the sum.";
let laptop: TestLaptop;

/** Starts again on the profile of the killed program and goes to the card that was open. */
const restart = async (): Promise<void> => {
  laptop = await desk.open(laptop.person, { profile: laptop.profile });
  await laptop.follow("Loops");
  await laptop.follow(candidate);
  await openMyCard(laptop);
  await laptop.sees("Your rating");
  await watchSaves(laptop.page);
};

beforeAll(async () => {
  laptop = await desk.open("Mara Lindqvist");
  await addBundledKit(laptop);
  await planLoop(laptop, candidate);
  await openMyCard(laptop);
  await startInterview(laptop);
  await watchSaves(laptop.page);
});
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

describe("a program that is killed with everything it started", () => {
  it("has the rating, the tick and the note that were saved when it is opened again", async () => {
    await laptop.press("3", "+", "a", "Enter");
    await laptop.page.keyboard.type(firstNote);
    const expected = { rating: "3", ticks: [expect.any(String)], notes: [firstNote] };
    await expect.poll(() => lastSaved(laptop.page), { timeout: 30_000 }).toEqual(expected);
    const saved = await lastSaved(laptop.page);
    await killLaptop(laptop);
    await restart();
    expect(await shownNow(laptop.page)).toEqual(saved);
  }, 120_000);

  const seed = 20261123;
  it(
    `lost nothing that was called saved, killed at any key while somebody types (seed ${seed})`,
    async () => {
      const random = seededRandom(seed);
      let before = 1;
      for (let round = 0; round < rounds(4, 50); round += 1) {
        await laptop.press("Enter");
        await typeMore(1 + random.below(60), random.pick(pieces));
        const saved = await lastSaved(laptop.page);
        await killLaptop(laptop);
        await restart();
        const now = await shownNow(laptop.page);
        expect(saved.notes.length, `round ${round}: what the rounds before left`).toBeGreaterThanOrEqual(
          before,
        );
        expect(holds(now, saved), `round ${round}: ${JSON.stringify({ saved, now })}`).toBe(true);
        before = now.notes.length;
      }
      expect(before, "notes that were typed and kept").toBeGreaterThan(1);
    },
    rounds(180_000, 1_800_000),
  );
});
