import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import type { Shot } from "./shot";

const packsOfMany = (audience: string) => async (page: Page) => {
  await page.getByRole("combobox", { name: "For whom" }).click();
  await page.getByRole("option", { name: audience, exact: true }).click();
  await page.getByRole("button", { name: "Choose a folder and make them" }).click();
  await page.getByText(/7 of 24|23 packs|Not every pack/).waitFor();
};

/** The list of records, and the packs of many of them. */
export const recordsShots: readonly Shot[] = [
  { name: "records", laptop: "loop-decided", path: paths.records },
  {
    name: "records-many-making",
    laptop: "loop-decided",
    path: paths.records,
    prepare: packsOfMany("Scorecards"),
  },
  { name: "records-many-made", laptop: "loop-decided", path: paths.records, prepare: packsOfMany("HR file") },
  {
    name: "records-many-failed",
    laptop: "loop-decided",
    path: paths.records,
    prepare: packsOfMany("Debrief handout"),
  },
  { name: "records-retention", laptop: "retention", path: paths.retention },
  { name: "records-retention-empty", laptop: "empty", path: paths.retention },
  { name: "records-empty", laptop: "empty", path: paths.records },
];
