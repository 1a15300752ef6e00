import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { loopIdSchema } from "../../../src/domain/ids";
import { anId } from "../builders/ids";
import { press, type Shot, sees, shot } from "./shot";

const loopId = anId(loopIdSchema, "loop-day");

const numbers = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "What the numbers can say" }).click();
  await sees(page, "How people rate beside each other");
  await page.getByText("A decision that keeps to the counted calls").scrollIntoViewIfNeeded();
};

const decision = async (page: Page): Promise<void> => {
  await sees(page, "Every rating");
  await press(page, "d");
  await page
    .getByRole("textbox", { name: "Reason" })
    .fill("Two panelists heard campaigns with figures that could be checked.");
};

const dissent = async (page: Page, index: number, name: string, words: string): Promise<void> => {
  const line = page.getByRole("group", { name: `Dissent ${index}`, exact: true });
  await line.getByRole("combobox", { name: "Dissent by" }).click();
  await page.getByRole("option", { name }).click();
  await line.getByLabel("In their words").fill(words);
};

const dissents = async (page: Page): Promise<void> => {
  await decision(page);
  await dissent(page, 1, "Priya Tran", "I did not hear who owned the follow-up.");
  await page.getByRole("button", { name: "Another dissent" }).click();
  await dissent(
    page,
    2,
    "Ines Sato",
    "The spring figure was the partner’s.\nI would ask for a reference first.",
  );
};

/** The debrief, and the finalists beside each other. */
export const debriefShots: readonly Shot[] = [
  shot("debrief", "loop-revealed", paths.debrief(loopId), (page) => sees(page, "Every rating")),
  shot("debrief-calls", "loop-revealed", paths.debrief(loopId), async (page) => {
    await page.getByRole("button", { name: /^Overall call/ }).click();
    await page.getByText("Every rating", { exact: true }).click();
    await page.getByText("Every rating", { exact: true }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-agreed", "loop-revealed", paths.debrief(loopId), async (page) => {
    await page.getByRole("table").getByRole("button").nth(2).click();
  }),
  shot("debrief-numbers", "loop-finalists", paths.debrief(loopId), numbers),
  shot("debrief-numbers-alone", "loop-revealed", paths.debrief(loopId), numbers),
  shot("debrief-words-gone", "loop-words-gone", paths.debrief(loopId), async (page) => {
    await page.getByText(/rewrote most of this note/).scrollIntoViewIfNeeded();
  }),
  shot("finalists", "loop-finalists", paths.finalists(loopId), async (page) => {
    await page.getByRole("heading", { name: "Candidate C" }).waitFor();
    await press(page, "j", "j");
  }),
  shot("finalists-alone", "loop-revealed", paths.finalists(loopId), (page) =>
    sees(page, "No other loop under this role kit’s title"),
  ),
  shot("finalists-closed", "loop-live", paths.finalists(loopId), (page) => sees(page, "not revealed yet")),
  shot("debrief-early", "loop-early", paths.debrief(loopId), (page) => sees(page, "Every rating")),
  shot("debrief-decision", "loop-revealed", paths.debrief(loopId), decision),
  shot("debrief-dissents", "loop-revealed", paths.debrief(loopId), dissents),
  shot("debrief-revision", "loop-talked", paths.debrief(loopId), async (page) => {
    await page.getByRole("button", { name: /^Overall call/ }).click();
    await page.getByRole("region", { name: "Comments on other revisions" }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-heat", "loop-talked", paths.debrief(loopId), async (page) => {
    await page.getByText("Heat map").click();
    await press(page, "t");
    await page.getByRole("button", { name: "Stop the clock" }).waitFor();
    await page.getByText(/≠ differ/).scrollIntoViewIfNeeded();
  }),
  shot("debrief-agreement", "loop-talked", paths.debrief(loopId), async (page) => {
    await page
      .getByRole("radiogroup", { name: "Which items the table shows" })
      .getByText("Agreement")
      .click();
    await page.getByRole("table", { name: "Agreement", exact: true }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-pace", "loop-talked", paths.debrief(loopId), async (page) => {
    await page.getByText("Pace of the day", { exact: true }).click();
    await page.getByRole("table", { name: "Pace of the day" }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-levels", "loop-talked", paths.debrief(loopId), async (page) => {
    await page.getByText(/^Level reading/).click();
    await page
      .getByRole("button", { name: /^Read the level of/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Sign the reading" }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-talked", "loop-talked", paths.debrief(loopId), (page) => sees(page, "After the discussion")),
  shot("debrief-comment", "loop-talked", paths.debrief(loopId), async (page) => {
    await sees(page, "After the discussion");
    await press(page, "c", "Enter");
    await page.keyboard.type("Who owned the follow-up after the spring event?");
    await page.getByRole("button", { name: "Sign the comment" }).scrollIntoViewIfNeeded();
  }),
  shot("debrief-second", "loop-talked", paths.debrief(loopId), async (page) => {
    await page.getByRole("button", { name: "Rate it after the discussion" }).first().click();
    await page.getByLabel("Why").fill("Tomas heard a name and a month.");
  }),
  shot("debrief-closed", "loop-live", paths.debrief(loopId), (page) => sees(page, "not revealed yet")),
  shot("debrief-decision-lacking", "loop-lacking", paths.debrief(loopId), decision),
];
