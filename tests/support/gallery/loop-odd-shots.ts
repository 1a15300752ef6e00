import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { panel } from "./loop-day";
import { interview, loopId, started } from "./loop-shots";
import { press, type Shot, sees, shot } from "./shot";

const prompt = (page: Page, text: RegExp): Promise<void> =>
  page.getByRole("heading", { level: 1, name: text }).waitFor();

/** By key to one of two hundred questions, by its number and by words, and on from there. */
const findOneOfMany = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "/");
  await page.keyboard.type("150");
  await sees(page, "1 found");
  await press(page, "Enter");
  await prompt(page, /^Set 150:/);
  await press(page, "3", "Space", "j");
  await prompt(page, /^Set 151:/);
  await press(page, "/");
  await page.keyboard.type("set campaign");
  await sees(page, /\d+ found/);
};

const atTheEndOfMany = async (page: Page): Promise<void> => {
  await started(page);
  await press(page, "/");
  await page.keyboard.type("200");
  await press(page, "Enter");
  await prompt(page, /^Set 200:/);
  await press(page, "Space", "3", "Enter");
  await page.keyboard.type("Named the month.");
  await press(page, "Escape");
};

/** States that come seldom. */
export const oddShots: readonly Shot[] = [
  shot("many", "loop-many", interview(1), started),
  shot("many-find", "loop-many", interview(1), findOneOfMany),
  shot("many-last", "loop-many", interview(1), atTheEndOfMany),
  shot("many-seal", "loop-many", paths.seal(loopId, interview(1).split("/").at(-1) ?? ""), (page) =>
    sees(page, "Your overall call"),
  ),
  shot("test", "loop-test", interview(4), async (page) => {
    await started(page);
    await page
      .getByRole("textbox", { name: /contract without giving a reason/ })
      .first()
      .fill("End of June");
  }),
  shot("arranged", "loop-arranged", interview(1), started),
  shot("prep-arranged", "loop-arranged", paths.prep(loopId), (page) => sees(page, "Arranged for")),
  shot("latecomer", "loop-latecomer", paths.loop(loopId), (page) => sees(page, "wants to come in")),
  shot("calendar", "loop-live", paths.calendar(loopId), (page) => sees(page, "Save the whole plan")),
  shot("day-break", "loop-live", paths.day(loopId), async (page) => {
    await page.getByRole("radio", { name: "A break more" }).check();
  }),
  shot("day-cancelled", "loop-live", paths.day(loopId), async (page) => {
    await page.getByRole("radio", { name: "The loop is cancelled" }).check();
  }),
  shot(
    "type-in-interview",
    "loop-typist",
    paths.typeIn(loopId, interview(1).split("/").at(-1) ?? "", panel.ines.personId),
    async (page) => {
      await page.getByRole("button", { name: "Enter it from paper" }).click();
      await started(page);
    },
  ),
  shot("accept", "loop-accepting", interview(0), async (page) => {
    await page.getByRole("radio", { name: "I declare one" }).check();
  }),
  shot("accept-missing", "loop-accepting", interview(0), async (page) => {
    await sees(page, "Before your first slot");
    await press(page, "Enter");
    await page.getByRole("alert").first().waitFor();
  }),
  shot("room-accepting", "loop-accepting", paths.loop(loopId), (page) =>
    page.getByText("asked before the first slot").last().scrollIntoViewIfNeeded(),
  ),
  shot("plan-next", "loop-revealed", paths.nextPlan(loopId), (page) => sees(page, "Slots")),
  shot("borrowed", "loop-borrowed", paths.loop(loopId), (page) =>
    page.getByRole("heading", { name: "This laptop is borrowed" }).scrollIntoViewIfNeeded(),
  ),
  shot("wiped", "loop-wiped", paths.loop(loopId), (page) => sees(page, "is off this laptop")),
  {
    name: "recovery-words",
    laptop: "full",
    path: paths.settings,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Make a recovery key" }).click();
      await page.getByRole("list", { name: /words/i }).scrollIntoViewIfNeeded();
    },
  },
];
