import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { wholeKitByKeys } from "./by-keys";
import { candidateShots } from "./candidate-shots";
import { lockShots } from "./lock-shots";
import { oddShots } from "./loop-odd-shots";
import { loopShots } from "./loop-shots";
import { recordsShots } from "./records-shots";
import type { Shot } from "./shot";

const kit = paths.kit("kitkitkitkitkitkitkit0");

const jump = (label: string) => async (page: Page) => {
  await page.getByRole("navigation", { name: "Sections of the kit" }).getByText(label).click();
};

const importOpened = async (page: Page) => {
  await page.getByRole("button", { name: "Open a text file" }).click();
  await page.getByRole("heading", { name: "What was recognised" }).waitFor();
};

/** Every screen that has a look of its own. */
export const shots: readonly Shot[] = [
  ...candidateShots,
  ...lockShots,
  { name: "library-empty", laptop: "empty", path: paths.library },
  { name: "library", laptop: "full", path: paths.library },
  {
    name: "library-bundled",
    laptop: "full",
    path: paths.library,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Bundled kits" }).click();
      await page.getByRole("menuitem").first().waitFor();
    },
  },
  ...["Customer Success Manager", "Software Engineer"].map((title) => ({
    name: `kit-bundled-${title.split(" ")[0]?.toLowerCase()}`,
    laptop: "empty",
    path: paths.library,
    prepare: async (page: Page) => {
      await page.getByRole("button", { name: `Add the bundled kit: ${title}` }).click();
      await page.getByRole("radiogroup", { name: "Level" }).waitFor();
    },
  })),
  {
    name: "find",
    laptop: "twoKits",
    path: paths.find,
    prepare: async (page) => {
      await page.getByRole("textbox", { name: "What you look for" }).fill("sample handlng");
      await page.getByRole("list", { name: "What was found" }).getByRole("listitem").first().waitFor();
    },
  },
  {
    name: "find-bank",
    laptop: "twoKits",
    path: paths.find,
    prepare: async (page) => {
      await page.getByRole("status").filter({ hasText: "found" }).waitFor();
      await page.getByRole("combobox", { name: "Kind" }).click();
      await page.getByRole("option", { name: "Competency question", exact: true }).click();
      await page
        .getByRole("combobox", { name: /^Copy into/ })
        .first()
        .click();
      await page.getByRole("option").first().click();
      await page.getByRole("button", { name: "Copy into" }).first().click();
      await page.getByText("with its signs").waitFor();
    },
  },
  {
    name: "find-nothing",
    laptop: "twoKits",
    path: paths.find,
    prepare: async (page) => {
      await page.getByRole("status").filter({ hasText: "found" }).waitFor();
      await page.getByRole("textbox", { name: "What you look for" }).fill("zeppelin");
      await page.getByText("Nothing in the role kits matches").waitFor();
    },
  },
  { name: "library-many", laptop: "manyKits", path: paths.library },
  {
    name: "find-many",
    laptop: "manyKits",
    path: paths.find,
    prepare: async (page) => {
      await page.getByRole("textbox", { name: "What you look for" }).fill("sample handlng");
      await page.getByRole("list", { name: "What was found" }).getByRole("listitem").first().waitFor();
    },
  },
  { name: "library-restored", laptop: "restored", path: paths.library },
  { name: "library-broken", laptop: "broken", path: paths.library },
  { name: "import", laptop: "empty", path: paths.importKit },
  { name: "import-preview", laptop: "empty", path: paths.importKit, prepare: importOpened },
  {
    name: "import-added",
    laptop: "empty",
    path: paths.importKit,
    prepare: async (page) => {
      await importOpened(page);
      await page.getByRole("button", { name: "Add to library" }).click();
      await page.getByRole("radiogroup", { name: "Level" }).waitFor();
    },
  },
  {
    name: "import-again",
    laptop: "importAgain",
    path: paths.importKit,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Open a kit file" }).click();
      await page.getByRole("list", { name: "What an update would change" }).waitFor();
    },
  },
  {
    name: "import-refused",
    laptop: "empty",
    path: paths.importKit,
    prepare: async (page) => {
      await page.getByRole("textbox").fill("<!doctype html><html><body><p>Hello</p></body></html>");
      await page.getByRole("button", { name: "Show what is recognised" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "kit", laptop: "full", path: kit },
  { name: "kit-question", laptop: "full", path: kit, prepare: jump("Competency questions") },
  { name: "kit-attitude", laptop: "full", path: `${kit}?level=senior`, prepare: jump("Attitude questions") },
  { name: "kit-application", laptop: "full", path: kit, prepare: jump("Stage 1: application") },
  {
    name: "kit-simulation",
    laptop: "full",
    path: kit,
    prepare: async (page) => {
      await jump("Stage 3: interviews")(page);
      const button = page.getByRole("button", { name: "Show the role player’s guide" });
      await button.click();
      await page.getByText("Scoring anchors").last().scrollIntoViewIfNeeded();
    },
  },
  { name: "kit-edit", laptop: "full", path: `${kit}?edit`, prepare: jump("Competency questions") },
  {
    name: "kit-edit-refused",
    laptop: "full",
    path: `${kit}?edit&level=senior`,
    prepare: async (page) => {
      await jump("Progression framework")(page);
      await page
        .getByRole("table")
        .getByRole("button", { name: /^Remove / })
        .first()
        .click();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "kit-edit-unsaved",
    laptop: "unsaving",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Competency questions")(page);
      await page.getByRole("button", { name: "Duplicate" }).first().click();
      await page.getByText("Not saved").waitFor();
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByRole("group", { name: "What is not saved would be lost." }).waitFor();
    },
  },
  { name: "kit-scales", laptop: "full", path: kit, prepare: jump("Rating scales") },
  {
    name: "kit-edit-scales",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Rating scales")(page);
      await page.getByRole("button", { name: "Add a point: Exercises" }).click();
      await page
        .getByRole("region", { name: "Exercises" })
        .getByRole("button", { name: "Remove Meets" })
        .click();
      await page.getByText("is out, with its text").waitFor();
    },
  },
  {
    name: "kit-edit-application",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Stage 1: application")(page);
      await page.getByRole("button", { name: "Add a knock-out question" }).click();
      await page.getByRole("combobox", { name: "Answered by" }).last().click();
      await page.getByRole("option", { name: "A number" }).click();
      await page.getByLabel("Ends it below").last().waitFor();
    },
  },
  { name: "kit-edit-resume", laptop: "full", path: `${kit}?edit`, prepare: jump("Stage 2: resume screen") },
  {
    name: "kit-edit-role",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Stage 3: interviews")(page);
      await page.getByRole("textbox", { name: /^Motivation/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "kit-edit-test",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Stage 3: interviews")(page);
      await page.getByRole("button", { name: "Add a test", exact: true }).click();
      await page.getByRole("button", { name: "Add a test item" }).last().click();
      await page
        .getByRole("textbox", { name: /^Expected answer/ })
        .last()
        .fill("The blank is taken off.");
      await page.getByRole("button", { name: "Add a test item" }).last().scrollIntoViewIfNeeded();
    },
  },
  { name: "kit-edit-framework", laptop: "full", path: `${kit}?edit`, prepare: jump("Progression framework") },
  { name: "kit-edit-rounds", laptop: "full", path: `${kit}?edit`, prepare: jump("Rounds") },
  { name: "kit-edit-exercise", laptop: "full", path: `${kit}?edit`, prepare: jump("Stage 3: interviews") },
  {
    name: "kit-sheet",
    laptop: "full",
    path: paths.sheet("kitkitkitkitkitkitkit0"),
    prepare: async (page) => {
      const rows = [
        "Question;Competency;Level;Round;Good signs;Owner",
        "How do you label a sample?;Sample handling;Junior;Bench interview;Names the date | Signs it;Ana",
        "What do you do when a label comes off?;;Expert;;;Ana",
        ";Sample handling;;;;Ben",
        "When did you last report a mistake of your own?;Candour;;Lunch;;Ben",
        "=1+1;Titration;Senior;;;Ben",
      ];
      const buffer = Buffer.from(rows.join("\r\n"));
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "questions.csv", mimeType: "text/csv", buffer });
      await page.getByRole("list", { name: "What found no place" }).waitFor();
    },
  },
  {
    name: "kit-order",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Progression framework")(page);
      await page
        .locator("tbody [data-item]")
        .first()
        .getByRole("button", { name: /^Move / })
        .press("ArrowDown");
      await page.locator("button:enabled", { hasText: "Take back" }).waitFor();
      await jump("Competency questions")(page);
      await page
        .getByRole("button", { name: /^Forget the announced count/ })
        .first()
        .click();
      await jump("Progression framework")(page);
    },
  },
  { name: "kit-by-keys", laptop: "full", path: paths.library, prepare: wholeKitByKeys },
  { name: "kit-versions-one", laptop: "full", path: paths.kitVersions("kitkitkitkitkitkitkit0") },
  {
    name: "kit-versions",
    laptop: "full",
    path: `${kit}?edit`,
    prepare: async (page) => {
      await jump("Competency questions")(page);
      const prompt = page.getByRole("textbox", { name: "Question", exact: true }).first();
      await prompt.fill("Tell us about the sample that was lost last.");
      await page.getByText("Saved on this laptop").waitFor();
      await page.getByRole("link", { name: "Versions" }).click();
      await page
        .getByRole("textbox", { name: "What changed" })
        .fill("The first question asks for one sample.");
      await page.getByRole("list", { name: "Differences between the two" }).waitFor();
    },
  },
  { name: "kit-lint", laptop: "full", path: kit, prepare: jump("Worth another look") },
  { name: "kit-framework", laptop: "full", path: `${kit}?level=mid`, prepare: jump("Progression framework") },
  {
    name: "kit-bundled",
    laptop: "empty",
    path: paths.library,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add the bundled kit: Alliance" }).click();
      await jump("Competency questions")(page);
    },
  },
  {
    name: "kit-bundled-framework",
    laptop: "empty",
    path: paths.library,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Add the bundled kit: Alliance" }).click();
      await page.getByRole("radiogroup", { name: "Level" }).getByText("Senior").click();
      await jump("Progression framework")(page);
    },
  },
  { name: "kit-unknown", laptop: "empty", path: kit },
  { name: "candidates-empty", laptop: "empty", path: paths.candidates },
  { name: "candidates", laptop: "full", path: paths.candidates },
  { name: "candidates-add", laptop: "full", path: `${paths.candidates}?add` },
  {
    name: "candidate",
    laptop: "full",
    path: paths.candidates,
    prepare: async (page) => {
      await page.getByRole("link", { name: "Mira Adeyemi" }).click();
      await page.getByRole("link", { name: "Plan a loop" }).waitFor();
    },
  },
  { name: "settings", laptop: "full", path: paths.settings },
  {
    name: "search",
    laptop: "full",
    path: paths.library,
    prepare: async (page) => {
      await page.keyboard.press("Control+k");
      await page.locator("[role=combobox]:focus").waitFor();
      await page.keyboard.type("l");
    },
  },
  {
    name: "keys",
    laptop: "full",
    path: kit,
    prepare: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "not-here", laptop: "full", path: "/nowhere" },
  ...loopShots,
  ...recordsShots,
  ...oddShots,
];
