import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lastSaved, watchSaves } from "../../electron/cli/rig/card/card-on-screen";
import {
  addBundledKit,
  knock,
  openMyCard,
  openRoom,
  planLoop,
  sealCard,
  startInterview,
} from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";
import { findText, formsIn } from "../support/e2e/find-text";

const desk = testDesk();
/** Nothing else in any file looks like this, and a compressor finds nothing in it to shorten. */
const planted = `quotation ${randomBytes(12).toString("hex")}`;
const surname = `Haddad${randomBytes(6).toString("hex")}`;
const token = planted.split(" ")[1] ?? "";
let host: TestLaptop;
let guest: TestLaptop;

beforeAll(async () => {
  [host, guest] = await Promise.all([desk.open("Mara Lindqvist"), desk.open("Tomas Okafor")]);
  await addBundledKit(host);
  await planLoop(host, `Noor ${surname}`, [guest.person]);
  await knock(guest, await openRoom(host));
  await host.sees("wants to come in");
  await host.click("Let in");
  for (const laptop of [host, guest]) await laptop.sees("2 laptops together");
  await guest.sees(surname);
  await openMyCard(guest);
  await startInterview(guest);
  await watchSaves(guest.page);
  await guest.press("3", "Enter");
  await guest.page.keyboard.type(planted);
  const saved = { rating: "3", ticks: [], notes: [planted] };
  await vi.waitFor(async () => expect(await lastSaved(guest.page)).toEqual(saved), { timeout: 30_000 });
  await guest.press("Escape");
}, 120_000);
afterAll(() => desk.clear());

const bothLaptops = async (texts: readonly string[]): Promise<readonly string[]> => {
  const searches = await Promise.all([host, guest].map(({ profile }) => findText(profile, texts)));
  for (const { files } of searches) expect(files).toBeGreaterThan(20);
  return searches.flatMap(({ found }) => found);
};

/** The search is only worth something if it finds what a program does keep in plain in the same database. */
const control = async (laptop: TestLaptop, text: string): Promise<void> => {
  await laptop.page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("control", 1);
        opening.onerror = () => reject(new Error("no database"));
        opening.onupgradeneeded = () => opening.result.createObjectStore("texts");
        opening.onsuccess = () => {
          const writing = opening.result.transaction("texts", "readwrite", { durability: "strict" });
          writing.objectStore("texts").put({ kept }, 1);
          writing.oncomplete = () => resolve();
        };
      }),
    text,
  );
};

describe("the search through a profile", () => {
  it("finds a text in UTF-8, UTF-16LE and at every place of base64", () => {
    const within = (encoding: "utf8" | "utf16le", before: number) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(before, "z"), Buffer.from(planted, encoding)]).toString("base64"),
      );
    expect(formsIn(Buffer.from(`a${planted}b`), planted)).toEqual(["UTF-8"]);
    expect(formsIn(Buffer.from(planted, "utf16le"), planted)).toEqual(["UTF-16LE"]);
    for (const before of [0, 1, 2])
      for (const encoding of ["utf8", "utf16le"] as const)
        expect(formsIn(within(encoding, before), planted)).toEqual(["base64"]);
    expect(formsIn(Buffer.from("something else"), planted)).toEqual([]);
  });

  it("finds what a page does keep in plain in its database", async () => {
    const plain = `control ${randomBytes(12).toString("hex")}`;
    await control(guest, plain);
    expect((await findText(guest.profile, [plain])).found.length).toBeGreaterThan(0);
  });
});

describe("with two laptops together, the bytes of every file of both profiles (databases as they lie there)", () => {
  it("hold nothing of a note that its author saved and did not seal", async () => {
    expect(await bothLaptops([planted, token])).toEqual([]);
  });

  it("hold nothing of the note after its card was sealed and reached the other laptop", async () => {
    await sealCard(guest);
    await host.sees(/1 of \d+ cards are sealed/);
    expect(await bothLaptops([planted, token])).toEqual([]);
  });

  it("hold the candidate’s name nowhere", async () => {
    expect(await bothLaptops([surname])).toEqual([]);
  });

  it("and hold none of them either when both programs have ended", async () => {
    await Promise.all([host.close(), guest.close()]);
    expect(await bothLaptops([planted, token, surname])).toEqual([]);
  });
});
