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
let host: TestLaptop;
let guest: TestLaptop;

beforeAll(async () => {
  [host, guest] = await Promise.all([desk.open("Tomas Okafor"), desk.open("Mara Lindqvist")]);
  await addBundledKit(host);
  await planLoop(host, "Noor Haddad", [guest.person]);
}, 120_000);
afterAll(() => desk.clear());

/** From now on the window remembers where the way to its person's next card stood, in pixels from above. */
const watchLink = (laptop: TestLaptop): Promise<void> =>
  laptop.page.evaluate(() => {
    const places = new Set<number>();
    Object.assign(window, { linkPlaces: places });
    new MutationObserver(() => {
      const link = document.querySelector('a[aria-label^="Open my card"]');
      if (link !== null) places.add(Math.round(link.getBoundingClientRect().y));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const linkPlaces = (laptop: TestLaptop): Promise<readonly number[]> =>
  laptop.page.evaluate(() => [...(window as unknown as { readonly linkPlaces: Set<number> }).linkPlaces]);

describe("the board of somebody who was just let in", () => {
  it("stands still while the kit arrives, so that a press on a card is not lost", async () => {
    await watchLink(guest);
    await meet(host, guest, await openRoom(host));
    // The level's name is in the kit.
    await guest.sees("Alliance / Partner Manager, Junior");
    expect(await linkPlaces(guest)).toHaveLength(1);
  }, 60_000);
});

/** Presses the control, moves everything down under the resting pointer, and lets go after `travel` pixels. */
const pressWhileItMoves = async (laptop: TestLaptop, name: string, travel: number): Promise<void> => {
  const { page } = laptop;
  const box = await page.getByRole("link", { name }).boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.addStyleTag({ content: "main { padding-top: 200px !important }" });
  await page.mouse.move(box.x + box.width / 2 + travel, box.y + box.height / 2);
  await page.mouse.up();
};

const unmove = (laptop: TestLaptop): Promise<void> =>
  laptop.page.evaluate(() => {
    for (const style of document.querySelectorAll("style"))
      if (style.textContent?.includes("padding-top: 200px")) style.remove();
  });

describe("the board of somebody who has sealed a card", () => {
  it("stands still while the card reaches the others", async () => {
    await openMyCard(guest);
    await startInterview(guest);
    // The other laptop takes nothing in until it goes on.
    host.process.kill("SIGSTOP");
    try {
      await sealCard(guest);
      await watchLink(guest);
      await guest.follow("Go to the room");
      await guest.sees("is only here");
    } finally {
      host.process.kill("SIGCONT");
    }
    await guest.sees("on one other laptop");
    expect(await linkPlaces(guest)).toHaveLength(1);
  }, 60_000);

  it("takes a press whose link moved away before the release, and not one that was drawn off it", async () => {
    await pressWhileItMoves(guest, "My prep card", 60);
    expect(await guest.page.getByRole("link", { name: "My prep card" }).count()).toBe(1);
    await unmove(guest);
    await pressWhileItMoves(guest, "My prep card", 0);
    await guest.page.waitForURL(/\/prep$/);
    await unmove(guest);
  }, 60_000);
});
