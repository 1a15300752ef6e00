import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
afterAll(() => desk.clear());

const crashLog = (profile: string): Promise<string> =>
  readFile(join(profile, "logs", "crashes.log"), "utf8").catch(() => "");

const quit = async ({ app, process }: TestLaptop): Promise<void> => {
  const ended = new Promise((resolve) => process.once("exit", resolve));
  await app.evaluate((electron) => void setImmediate(() => electron.app.quit()));
  await ended;
};

it("the program ends although its disk never answers the journal, and its log names the journal", async () => {
  const profile = await desk.folder("hanging-disk");
  const shelf = join(profile, "journal", "plain");
  await mkdir(shelf, { recursive: true });
  // Whoever opens a pipe that nobody writes to waits for ever, as on a disk that hangs.
  await promisify(execFile)("mkfifo", [join(shelf, "000001.journal")]);
  const laptop = await desk.open("Mara Lindqvist", { profile });
  // Asked here, so that it is under way before the program is told to end.
  await laptop.page.evaluate(() => void window.panelbook.journal.contents({ of: "all" }));
  await quit(laptop);
  expect(await crashLog(profile)).toContain('"ended before it had finished","parts":"journal"');
}, 60_000);

it("a program whose parts all answer ends without a word", async () => {
  const laptop = await desk.open("Tom Reyes");
  await quit(laptop);
  expect(await crashLog(laptop.profile)).toBe("");
}, 60_000);
