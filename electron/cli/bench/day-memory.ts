import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../dev/build-state";
import { launchPanelbook } from "../../dev/launch";
import type { Laptop } from "../demo/laptop";
import { type Bench, benchRow } from "./bench";
import { writeNotes } from "./day/notes";
import { type OneLaptop, oneLaptop } from "./day/one-laptop";
import { residentMemory } from "./day/resident-memory";
import { emptyApp } from "./page/empty-app";

const hours = 8;
const questionsEach = 7;
const megabyte = 1024 * 1024;
const allowed = 150 * megabyte;
/**
 * Our judgement, not a measurement. What four hours leave behind on purpose is less than one: their sealed cards are about
 * 60 KB. The rest is room for what allocators and V8 keep in steps of several megabytes and hand back when they like.
 */
const tolerance = 12 * megabyte;

/** What a panelist does in one hour: every question with its signs, a rating and a page of notes, then the seal. */
const hour = async (laptop: Laptop, index: number): Promise<void> => {
  const { page } = laptop;
  await page.getByRole("link", { name: "Open my card" }).first().click();
  await laptop.sees("What you will ask");
  await laptop.press("n", "Enter");
  await laptop.sees("Your rating");
  for (let question = 0; question < questionsEach; question += 1) {
    await laptop.press("Space", "+", "a", "-", "b", String(2 + (question % 3)));
    await writeNotes(laptop, 6, 20, index + question);
    await laptop.press("Enter");
    await page.keyboard.type("We moved the date twice and I told them first.");
    await laptop.press("Control+q", "Escape", "j");
  }
  await laptop.press("Control+Enter");
  await laptop.sees("Your overall call");
  await laptop.press("3");
  await laptop.fill("Take-away", "Knows the figures; ask about the follow-up.");
  await laptop.click("Seal my card");
  await laptop.sees("your card is sealed");
  await laptop.follow("Go to the room");
};

interface DayMemory {
  readonly empty: number;
  readonly atNoon: number;
  readonly atNight: number;
}

const emptyWindow = async (folder: string): Promise<number> => {
  const empty = await launchPanelbook({
    app: await emptyApp(join(folder, "empty"), "<h1>Empty</h1>"),
    userDataDir: join(folder, "empty-profile"),
  });
  try {
    return await residentMemory(empty);
  } finally {
    await empty.close();
  }
};

const liveDay = async ({ app, laptop }: OneLaptop): Promise<Omit<DayMemory, "empty">> => {
  const now = () => residentMemory({ app, page: laptop.page });
  for (let index = 0; index < hours / 2; index += 1) await hour(laptop, index);
  const atNoon = await now();
  for (let index = hours / 2; index < hours; index += 1) await hour(laptop, index);
  return { atNoon, atNight: await now() };
};

const measure = async (): Promise<DayMemory> => {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), "panelbook-day-"));
  try {
    const empty = await emptyWindow(folder);
    const one = await oneLaptop(folder, hours, questionsEach);
    try {
      return { empty, ...(await liveDay(one)) };
    } finally {
      await one.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

let measured: Promise<DayMemory> | null = null;

/** One day for both rows of a run. */
const dayOfThisRun = (): Promise<DayMemory> => {
  measured ??= measure();
  return measured;
};

/** How much more memory a panelist's day leaves the program with than an empty window has. */
export const dayMemoryBench: Bench = {
  name: "day-memory",
  run: async () => {
    const { empty, atNight } = await dayOfThisRun();
    return benchRow({
      name: "day-memory",
      unit: "bytes",
      value: atNight - empty,
      against: `150 MB: resident memory of all processes after ${hours} simulated hours (${hours * questionsEach} questions with signs, ratings and ${hours * questionsEach * 130} words, ${hours} seals; the work of the hours without their waiting) less an empty Electron window's ${Math.round(empty / megabyte)} MB`,
      againstValue: allowed,
      bound: 1,
    });
  },
};

/** How much the second half of the day adds to the first. */
export const dayMemorySecondHalfBench: Bench = {
  name: "day-memory-second-half",
  run: async () => {
    const { atNoon, atNight } = await dayOfThisRun();
    return benchRow({
      name: "day-memory-second-half",
      unit: "bytes",
      value: Math.max(0, atNight - atNoon),
      against: `${tolerance / megabyte} MB, our judgement of what allocators keep and hand back when they like: resident memory after hour ${hours} less that after hour ${hours / 2}`,
      againstValue: tolerance,
      bound: 1,
    });
  },
};
