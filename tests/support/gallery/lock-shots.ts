import type { Page } from "playwright-core";
import { paths } from "../../../src/bindings/paths";
import { type Shot, sees } from "./shot";

const setPassphrase = async (page: Page) => {
  await page.getByRole("button", { name: "Set a passphrase" }).click();
  await page.getByLabel("New passphrase").fill("four chairs and a table");
  await page.getByLabel("The same once more").fill("four chairs and a table");
};

/** The lock: how it is set, and what stands before the program while it is closed. */
export const lockShots: readonly Shot[] = [
  {
    name: "settings-lock-form",
    laptop: "full",
    path: paths.settings,
    prepare: async (page) => {
      await setPassphrase(page);
      await page.getByLabel("The same once more").fill("four chairs and a stool");
      await page.getByRole("button", { name: "Set this passphrase" }).click();
      await sees(page, "These are not the same.");
    },
  },
  {
    name: "settings-lock-set",
    laptop: "full",
    path: paths.settings,
    prepare: async (page) => {
      await setPassphrase(page);
      await page.getByRole("button", { name: "Set this passphrase" }).click();
      await page.getByRole("list", { name: "The words of this laptop" }).waitFor();
      await page.getByRole("heading", { name: "Lock" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "settings-lock-ready",
    laptop: "full",
    path: paths.settings,
    prepare: async (page) => {
      await setPassphrase(page);
      await page.getByRole("button", { name: "Set this passphrase" }).click();
      await page.getByRole("button", { name: "I have written them down" }).click();
      await page.getByRole("button", { name: "Lock now" }).scrollIntoViewIfNeeded();
    },
  },
  { name: "unlock", laptop: "locked", path: "/", prepare: (page) => sees(page, "Panelbook is locked") },
  {
    name: "unlock-wrong",
    laptop: "locked",
    path: "/",
    prepare: async (page) => {
      await page.getByLabel("Passphrase").fill("four chairs");
      await page.getByRole("button", { name: "Open" }).click();
      await sees(page, "That is not the passphrase.");
    },
  },
  {
    name: "unlock-words",
    laptop: "locked",
    path: "/",
    prepare: async (page) => {
      await page.getByRole("button", { name: "I forgot the passphrase" }).click();
      await page.getByLabel("The twelve words of this laptop").fill("panelbook winner thank");
      await page.getByRole("button", { name: "Open with the words" }).click();
      await sees(page, "is none of the words");
    },
  },
  { name: "unlock-store", laptop: "locked-store", path: "/", prepare: (page) => sees(page, "key store") },
  {
    name: "unlock-store-wordless",
    laptop: "locked-store-wordless",
    path: "/",
    prepare: (page) => sees(page, "No words were made"),
  },
];
