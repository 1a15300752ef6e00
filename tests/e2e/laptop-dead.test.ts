import { afterAll, expect, it, vi } from "vitest";
import { lastSaved, shownNow, watchSaves } from "../../electron/cli/rig/card/card-on-screen";
import {
  addBundledKit,
  knock,
  meet,
  openMyCard,
  openRoom,
  planLoop,
  sealCard,
  startInterview,
} from "../support/e2e/acts";
import { killLaptop, type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
afterAll(() => desk.clear());

const candidate = "Noor Haddad";
const note = "Named the partner and the sum.";
const author = "Tomas Okafor";
const patience = { timeout: 60_000, interval: 250 };

/** The twelve words, as somebody writes them down who has this one chance. */
const makeRecoveryKey = async (laptop: TestLaptop): Promise<string> => {
  await laptop.follow("Settings");
  await laptop.click("Make a recovery key");
  const list = laptop.page.getByLabel("The words of your recovery key").getByRole("listitem");
  await list.nth(11).waitFor();
  const words = await list.allInnerTexts();
  await laptop.click("I have written them down");
  return words.join(" ");
};

/**
 * When this laptop last wrote a copy of a colleague's card to its disk, in milliseconds; 0 where it holds none. Nobody can
 * open such a copy here, so that no screen tells of it.
 */
const lastCopyKept = ({ page }: TestLaptop): Promise<number> =>
  page.evaluate(async () => {
    const answerOf = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve(request.result);
      });
    const written: number[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name?.includes("heldDrafts") !== true) continue;
      const database = await answerOf(indexedDB.open(name));
      const rows = await answerOf(database.transaction("docs").objectStore("docs").getAll());
      database.close();
      for (const row of rows as { _meta: { lwt: number } }[]) written.push(row._meta.lwt);
    }
    return Math.max(0, ...written);
  });

const admitAsSecond = async (host: TestLaptop): Promise<void> => {
  await host.sees("wants to come in");
  await host.page.getByRole("combobox", { name: "Let in as" }).click();
  await host.page.getByRole("option", { name: author }).click();
  await host.click("Let in");
};

const openLoop = async (laptop: TestLaptop): Promise<void> => {
  await laptop.follow("Loops");
  await laptop.follow(candidate);
};

it("somebody whose laptop died in mid-slot goes on with their card on another one, by the words of their recovery key", async () => {
  const mara = await desk.open("Mara Lindqvist");
  await addBundledKit(mara);
  await planLoop(mara, candidate, [author]);
  const tomas = await desk.open(author);
  const words = await makeRecoveryKey(tomas);
  expect(words.split(" ")).toHaveLength(12);
  const invite = await openRoom(mara);
  await meet(mara, tomas, invite);
  await openMyCard(tomas);
  await startInterview(tomas);
  await watchSaves(tomas.page);
  await tomas.press("3", "Enter");
  await tomas.page.keyboard.type(note);
  await vi.waitFor(
    async () => expect(await lastSaved(tomas.page)).toMatchObject({ rating: "3", notes: [note] }),
    patience,
  );
  // A copy goes to colleagues as soon as the window is left, and at most three a minute.
  const savedAt = Date.now();
  await tomas.page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await vi.waitFor(async () => expect(await lastCopyKept(mara)).toBeGreaterThan(savedAt), patience);
  await killLaptop(tomas);

  const again = await desk.open(author);
  await knock(again, invite);
  await admitAsSecond(mara);
  await again.sees(candidate);
  await again.follow("Settings");
  await again.fill("Continue on this laptop with your recovery key", words);
  await again.click("Open my cards here");
  await again.sees("This laptop opens with your recovery key");
  await openLoop(again);
  await openMyCard(again);
  await again.sees("Your rating");
  await watchSaves(again.page);
  await vi.waitFor(
    async () => expect(await shownNow(again.page)).toMatchObject({ rating: "3", notes: [note] }),
    patience,
  );
  await sealCard(again);
}, 300_000);
