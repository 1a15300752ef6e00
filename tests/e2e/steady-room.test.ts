import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundledKit, meet, openRoom, planLoop } from "../support/e2e/acts";
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

/** From now on the window remembers where the way to its person's first card stood, in pixels from above. */
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
