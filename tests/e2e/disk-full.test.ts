import { mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shownNow, watchSaves } from "../../electron/cli/rig/card/card-on-screen";
import { addBundledKit, openMyCard, planLoop, startInterview } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";
import { mayMount, roomyDisk, type SmallDisk } from "../support/e2e/small-disk";

/** A profile needs some megabytes for the browser's own files. */
const megabytes = 160;

/**
 * Waits until the window tried to open a database and the browser refused, as whoever frees a disk does: that takes
 * longer. A browser that found room enough to open one again is not waited for.
 */
const untilReopeningWasTried = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = IDBFactory.prototype.open;
        const done = (): void => {
          IDBFactory.prototype.open = open;
          resolve();
        };
        IDBFactory.prototype.open = function (this: IDBFactory, name, version) {
          const request = open.call(this, name, version);
          request.addEventListener("error", done);
          request.addEventListener("success", done);
          return request;
        };
      }),
  );

describe.runIf(mayMount())("a laptop whose disk becomes full while somebody scores", () => {
  const desk = testDesk();
  let folder = "";
  let disk: SmallDisk;
  let laptop: TestLaptop;
  const ballast = (): string => join(folder, "ballast");

  /** Leaves not one block free. */
  const fill = async (): Promise<void> => {
    const { bavail, bsize } = statfsSync(folder);
    await writeFile(ballast(), Buffer.alloc(bavail * bsize)).catch(() => undefined);
    expect(statfsSync(folder).bavail * bsize).toBeLessThan(8 * bsize);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "panelbook-disk-"));
    disk = roomyDisk(folder, megabytes);
    laptop = await desk.open("Mara Lindqvist", { profile: join(folder, "profile") });
    await addBundledKit(laptop);
    await planLoop(laptop, "Noor Haddad");
    await openMyCard(laptop);
    await startInterview(laptop);
    await watchSaves(laptop.page);
    await laptop.press("2");
    await laptop.sees("Saved on this laptop");
  }, 180_000);
  afterAll(async () => {
    await desk.clear();
    disk.remove();
    rmdirSync(folder);
  });

  it("says that it is not saved and keeps what was typed; once there is room it is saved by itself", async () => {
    await fill();
    await laptop.press("3", "Enter");
    // Blocks the database had set aside take a little more.
    const typed = "They moved the date twice, and told nobody. ";
    for (let round = 0; round < 40 && (await laptop.page.getByText("Not saved").count()) === 0; round += 1) {
      await laptop.page.keyboard.type(typed);
    }
    await laptop.sees("Not saved. Free disk space; this is tried again by itself.");
    const shown = await shownNow(laptop.page);
    expect(shown.rating).toBe("3");
    await untilReopeningWasTried(laptop.page);
    await rm(ballast());
    await laptop.sees("Saved on this laptop");
    expect(await shownNow(laptop.page)).toEqual(shown);
  }, 180_000);

  it("has it after a restart, whole", async () => {
    const before = await shownNow(laptop.page);
    await laptop.close();
    laptop = await desk.open(laptop.person, { profile: laptop.profile });
    await laptop.follow("Loops");
    await laptop.follow("Noor Haddad");
    await openMyCard(laptop);
    await laptop.sees("Your rating");
    await watchSaves(laptop.page);
    expect(await shownNow(laptop.page)).toEqual(before);
  }, 120_000);
});
