import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lastSaved, shownNow, watchSaves } from "../../electron/cli/rig/card/card-on-screen";
import { addBundledKit, openMyCard, planLoop, startInterview } from "../support/e2e/acts";
import { killLaptop, type TestLaptop, testDesk } from "../support/e2e/desk";
import { seededRandom } from "../support/seeded-random";

const desk = testDesk();
const candidate = "Noor Haddad";
const note = "Named the partner and the sum.";
const saved = { rating: "3", ticks: [expect.any(String)], notes: [note] };
let laptop: TestLaptop;

beforeAll(async () => {
  laptop = await desk.open("Mara Lindqvist");
  await addBundledKit(laptop);
  await planLoop(laptop, candidate);
  await openMyCard(laptop);
  await startInterview(laptop);
  await watchSaves(laptop.page);
  await laptop.press("3", "+", "a", "Enter");
  await laptop.page.keyboard.type(note);
  await vi.waitFor(async () => expect(await lastSaved(laptop.page)).toEqual(saved), { timeout: 30_000 });
}, 120_000);
afterAll(() => desk.clear());

/** Ends the program as a crash does, once the journal has what was saved. */
const crash = async (): Promise<void> => {
  await laptop.page.evaluate(() => window.panelbook.journal.flush());
  await killLaptop(laptop);
};

const restart = async (): Promise<void> => {
  laptop = await desk.open(laptop.person, { profile: laptop.profile });
};

const databases = (): string => join(laptop.profile, "IndexedDB");

/** Everything the laptop had is there: the kit, the candidate, the loop, the card as it was. */
const hasEverything = async (): Promise<void> => {
  await laptop.follow("Library");
  await laptop.follow("Alliance / Partner Manager");
  await laptop.sees("Core evaluation");
  await laptop.follow("Candidates");
  await laptop.sees(candidate);
  await laptop.follow("Loops");
  await laptop.follow(candidate);
  await openMyCard(laptop);
  await laptop.sees("Your rating");
  await watchSaves(laptop.page);
  expect(await shownNow(laptop.page)).toEqual(saved);
};

describe("a program that starts on a profile whose database is gone", () => {
  it("has the kit, the loop and the card in progress again, and says what came back", async () => {
    await crash();
    await rm(databases(), { recursive: true });
    await restart();
    await laptop.sees("was gone from its database");
    await laptop.sees("1 role kit, 1 candidate, 1 loop and 1 card in progress");
    await hasEverything();
  }, 120_000);

  it("says it until it was read, and not after the next start", async () => {
    await laptop.click("I have read this");
    await laptop.page.getByText("was gone from its database").waitFor({ state: "detached" });
    await crash();
    await restart();
    await hasEverything();
    expect(await laptop.page.getByText("was gone from its database").count()).toBe(0);
  }, 120_000);
});

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** Puts other bytes into every file of the database, so many per file. */
const damage = async (folder: string, hits: number, seed: number): Promise<void> => {
  const random = seededRandom(seed);
  for (const path of await filesIn(folder)) {
    const { size } = await stat(path);
    if (size === 0) continue;
    const bytes = await readFile(path);
    for (let hit = 0; hit < hits; hit += 1) bytes[random.below(size)] = random.below(256);
    await writeFile(path, bytes);
  }
};

describe("a program that starts on a database with damaged bytes", () => {
  it.each([1, 2, 3])(
    "has everything again, or never lost it (seed %i)",
    async (seed) => {
      await crash();
      await damage(databases(), 40, seed);
      await restart();
      await hasEverything();
    },
    120_000,
  );
});
