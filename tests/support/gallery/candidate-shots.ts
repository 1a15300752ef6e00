import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { galleryApplication, galleryCandidate } from "./candidate-laptops";
import type { Shot } from "./shot";

const screen = (name: string) => paths.resumeScreen(galleryApplication(name));

const reviewAs = async (page: Page, name: string): Promise<void> => {
  const field = page.getByRole("textbox", { name: "You review as" });
  await field.fill(name);
  await field.press("Enter");
};

const video = (name: string) => paths.videoReview(galleryApplication(name));

/** Until the recording's picture is there and the player came back from looking for its end. */
const clipShown = (page: Page) =>
  page.waitForFunction(() => {
    const clip = document.querySelector("video");
    return clip !== null && clip.readyState >= 2 && Number.isFinite(clip.duration) && !clip.seeking;
  });

/** The screens about candidates and their applications. */
export const candidateShots: readonly Shot[] = [
  { name: "applicants", laptop: "applicants", path: paths.candidates },
  {
    name: "applicants-masked",
    laptop: "applicants",
    path: paths.candidates,
    prepare: async (page) => {
      await page.getByRole("switch", { name: "Mask names" }).click({ force: true });
      await page.getByRole("button", { name: /On hold/ }).click();
      await page.getByText("1 of 9 in the list").waitFor();
    },
  },
  {
    name: "applicants-many",
    laptop: "applicants-many",
    path: paths.candidates,
    prepare: async (page) => {
      const table = page.getByRole("table", { name: "Candidates" });
      await table.evaluate((shown) => shown.parentElement?.scrollTo({ top: 180_000 }));
      await table.getByRole("row").nth(20).waitFor();
    },
  },
  {
    name: "applicant",
    laptop: "applicants",
    path: paths.candidate(galleryCandidate("Mira Adeyemi")),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Archive", exact: true }).click();
      await page.getByRole("combobox", { name: "Why it ends" }).waitFor();
    },
  },
  {
    name: "hand-over",
    laptop: "applicants",
    path: paths.handOver,
    prepare: async (page) => {
      await page.getByRole("radio", { name: "Only some" }).click({ force: true });
      await page.getByRole("checkbox", { name: "Li Wei" }).click({ force: true });
      await page.getByRole("button", { name: "Save the file" }).click();
      await page.getByText("Saved with 1 person").waitFor();
    },
  },
  {
    name: "hand-over-refused",
    laptop: "applicants",
    path: paths.handOver,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Choose a file" }).click();
      await page.getByRole("textbox", { name: "The six words of this file" }).fill("zoo zoo zoo zoo zoo zoo");
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByText("These words do not open the file.").waitFor();
    },
  },
  {
    name: "hand-over-offer",
    laptop: "applicants",
    path: paths.handOver,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Choose a file" }).click();
      const field = page.getByRole("textbox", { name: "The six words of this file" });
      await field.fill("market lemon orbit silent violin harvest");
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByRole("button", { name: "Take it in" }).waitFor();
    },
  },
  { name: "same-person-list", laptop: "applicants-twice", path: paths.candidates },
  {
    name: "same-person",
    laptop: "applicants-twice",
    path: paths.samePerson,
    prepare: async (page) => {
      await page.getByRole("button", { name: "They are one person" }).click();
      await page.getByRole("button", { name: "Merge into Jonas Lindqvist" }).click();
      await page.getByText("It needs a reason.").waitFor();
    },
  },
  {
    name: "same-person-merged",
    laptop: "applicants-twice",
    path: paths.candidate(galleryCandidate("Mira Adeyemi")),
    prepare: async (page) => {
      await page.getByRole("heading", { name: "Who this person is" }).scrollIntoViewIfNeeded();
    },
  },
  { name: "knock-outs", laptop: "applicants", path: paths.knockOuts },
  { name: "funnel", laptop: "applicants", path: paths.funnel },
  {
    name: "resume-queue",
    laptop: "applicants",
    path: paths.resumeScreen(),
    prepare: async (page) => {
      await reviewAs(page, "Ines Sato");
      await page.getByRole("link", { name: "Begin with the first" }).waitFor();
    },
  },
  {
    name: "resume-reading",
    laptop: "applicants",
    path: screen("Anaïs Bertrand"),
    prepare: async (page) => {
      await reviewAs(page, "Ines Sato");
      await page.getByRole("list", { name: "Criteria" }).waitFor();
      await page.getByRole("heading", { level: 1 }).click();
      for (const key of ["1", "2", "4", "k"]) await page.keyboard.press(key);
      await page.getByText("Mira Adeyemi").waitFor({ state: "attached" });
    },
  },
  {
    name: "resume-compared",
    laptop: "applicants",
    path: screen("Mira Adeyemi"),
    prepare: async (page) => {
      await reviewAs(page, "Ines Sato");
      await page.getByRole("group", { name: "What to do" }).waitFor();
    },
  },
  {
    name: "video-list",
    laptop: "video-reviews",
    path: paths.videoReview(),
    prepare: async (page) => {
      await reviewAs(page, "Ben Osei");
      await page.getByText("Review the answers").waitFor();
    },
  },
  {
    name: "video-begin",
    laptop: "video-reviews",
    path: video("Mira Adeyemi"),
    prepare: async (page) => {
      await reviewAs(page, "Ana Torres");
      await page.getByRole("button", { name: "Begin", exact: true }).waitFor();
    },
  },
  {
    name: "video-reviewing",
    laptop: "video-reviews",
    path: video("Jonas Lindqvist"),
    prepare: async (page) => {
      await reviewAs(page, "Ben Osei");
      await clipShown(page);
      await page.getByRole("heading", { level: 1 }).click();
      for (const key of ["m", "e"]) await page.keyboard.press(key);
      await page.getByRole("textbox", { name: "Note at 0:00" }).fill("Begins with the customer");
      for (const key of ["Enter", "+", "a", "3"]) await page.keyboard.press(key);
      await page.getByText("1 answer is not rated yet").waitFor();
    },
  },
  {
    name: "video-written",
    laptop: "video-reviews",
    path: video("Jonas Lindqvist"),
    prepare: async (page) => {
      await reviewAs(page, "Ben Osei");
      await clipShown(page);
      await page.getByRole("heading", { level: 1 }).click();
      for (const key of ["j", "m", "i"]) await page.keyboard.press(key);
      await page.getByRole("textbox", { name: "Note 1" }).waitFor();
    },
  },
  {
    name: "video-waiting",
    laptop: "video-reviews",
    path: video("Jonas Lindqvist"),
    prepare: async (page) => {
      await reviewAs(page, "Ana Torres");
      await page.getByRole("button", { name: "Wait for somebody no longer" }).click();
      await page.getByRole("textbox", { name: "Reason" }).waitFor();
    },
  },
  {
    name: "video-compared",
    laptop: "video-reviews",
    path: video("Zoë Muñoz"),
    prepare: async (page) => {
      await page.getByRole("heading", { name: "The reviews side by side" }).waitFor();
      await clipShown(page);
    },
  },
];
