import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../electron/dev/project-root";
import { kitIdSchema } from "../../src/domain/ids";
import { parseRolePage } from "../../src/domain/kit/role-page";
import { kitToParts } from "../../src/domain/kit/snapshot";
import { unwrap } from "../../src/domain/result";
import { anId } from "../support/builders/ids";
import { knock, openMyCard, openRoom, planLoop } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
const page = join(projectRoot, "tests/unit/domain/kit/role-page/fixtures/lab-technician.txt");
const prompt = "Tell us about a sample that was nearly lost.";
/** What one WebRTC message carries before the channel closes for good. */
const messageLimit = 256 * 1024;
let host: TestLaptop;
let guest: TestLaptop;

/** A role page whose essay alone is as long as several novels: 700 paragraphs of 1000 characters. */
const longPage = async (): Promise<string> => {
  const sentence = "Routine is the work, and the logbook is where it shows. ";
  const paragraph = (index: number) => `${index + 1}. ${sentence.repeat(20)}`.slice(0, 1000).trim();
  const essay = Array.from({ length: 700 }, (_, index) => paragraph(index)).join("\n\n");
  return (await readFile(page, "utf8")).replace("Core Evaluation", `${essay}\n\nCore Evaluation`);
};

const largestPart = (text: string): number => {
  const { kit } = unwrap(parseRolePage(text, { kitId: anId(kitIdSchema, "long") }));
  return Math.max(...kitToParts(kit).map((part) => Buffer.byteLength(part.text)));
};

beforeAll(async () => {
  const text = await longPage();
  expect(largestPart(text)).toBeGreaterThan(2.5 * messageLimit);
  const file = join(await desk.folder("page"), "role page.txt");
  await writeFile(file, text);
  [host, guest] = await Promise.all([
    desk.open("Mara Lindqvist", { args: [`--panelbook-open-file=${file}`] }),
    desk.open("Tomas Okafor"),
  ]);
  await host.follow("Import a role page");
  await host.click("Open a text file");
  await host.sees("Found on the page");
  await host.click("Add to library");
  await host.sees("Core evaluation");
  await planLoop(host, "Noor Haddad", [guest.person]);
});
afterAll(() => desk.clear());

describe("a loop whose kit is larger than a WebRTC message may be", () => {
  it("reaches a laptop that joins, plan and kit whole, within 30 seconds, and the connection stays", async () => {
    await knock(guest, await openRoom(host));
    await host.sees("wants to come in");
    await host.click("Let in");
    const started = performance.now();
    await guest.sees("Noor Haddad");
    await openMyCard(guest);
    await guest.sees("What you will ask");
    await guest.sees(prompt);
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const laptop of [host, guest]) await laptop.sees("2 laptops together");
  });
});
