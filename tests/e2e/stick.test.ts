import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addBundledKit,
  meet,
  openMyCard,
  openRoom,
  planLoop,
  sealCard,
  startInterview,
} from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
const candidate = "Noor Haddadovic";
let stick = "";
let file = "";
let guestProfile = "";

const openFile = async (laptop: TestLaptop): Promise<void> => {
  await laptop.follow("Loops");
  await laptop.follow("Open a loop file");
  await laptop.click("Choose a file");
};

/** Mara's laptop meets Tomas', which then goes away; Mara seals a card alone and writes the loop onto a stick. */
beforeAll(async () => {
  stick = await desk.folder("stick");
  const [host, guest] = await Promise.all([
    desk.open("Mara Lindqvist", { args: [`--panelbook-save-dir=${stick}`] }),
    desk.open("Tomas Okafor"),
  ]);
  await addBundledKit(host);
  await planLoop(host, candidate, [guest.person]);
  await meet(host, guest, await openRoom(host));
  guestProfile = guest.profile;
  await guest.close();
  await openMyCard(host);
  await startInterview(host);
  await host.press("3");
  await sealCard(host);
  await host.follow("Loops");
  await host.follow(candidate);
  await host.follow("No network");
  await host.click("Save the file");
  await host.sees("Saved:");
  await host.close();
  const [name] = await readdir(stick);
  file = join(stick, name ?? "");
}, 180_000);
afterAll(() => desk.clear());

describe("a loop on a stick, from one real laptop to another", () => {
  it("is one file that names nobody and leaves no half-written one beside it", async () => {
    expect(await readdir(stick)).toHaveLength(1);
    expect(file).toMatch(/Panelbook loop \d{4}-\d\d-\d\d \d\d\.\d\d\.pbloop$/);
    const bytes = await readFile(file);
    for (const text of [candidate, "Mara", "Tomas"])
      for (const encoding of ["utf8", "utf16le"] as const)
        expect(bytes.includes(Buffer.from(text, encoding)), `${text} in ${encoding}`).toBe(false);
  });

  it("says what it brings before it is taken, brings the card once, and nothing the second time", async () => {
    const guest = await desk.open("Tomas Okafor", {
      profile: guestProfile,
      args: [`--panelbook-open-file=${file}`],
    });
    await openFile(guest);
    await guest.sees(/The whole loop\. From Mara Lindqvist’s laptop/);
    await guest.sees(/Brings 1 sealed card/);
    await guest.click("Take it in");
    await guest.sees(/1 of \d+ cards are sealed/);
    await openFile(guest);
    await guest.sees("Nothing this laptop does not have already.");
    await guest.close();
  });

  it("tells a laptop that was never let in to be admitted first", async () => {
    const stranger = await desk.open("Sam Stranger", { args: [`--panelbook-open-file=${file}`] });
    await openFile(stranger);
    await stranger.sees("Let the facilitator admit this laptop with an invite first");
    await stranger.close();
  });
});
