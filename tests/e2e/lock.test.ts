import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launchPanelbook } from "../../electron/dev/launch";

const passphrase = "four chairs and a table";
const candidate = "Noor Jansen";

let profile = "";
let open: Launched;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), "panelbook-lock-"));
  open = await launchPanelbook({ userDataDir: profile });
});
afterAll(async () => {
  await open.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const lockedHeading = () => open.page.getByRole("heading", { name: "Panelbook is locked" });

const unlock = async (typed: string): Promise<void> => {
  await open.page.getByLabel("Passphrase").fill(typed);
  await open.page.getByRole("button", { name: "Open" }).click();
};

const toCandidates = (): Promise<void> => open.page.getByRole("link", { name: "Candidates" }).click();

const candidatesSay = async (text: string): Promise<void> => {
  await toCandidates();
  await open.page.getByText(text).first().waitFor();
};

describe("a laptop with a passphrase", () => {
  it("is locked by a key; then nothing of it shows a name, and main gives no key away", async () => {
    const { page } = open;
    await page.getByRole("heading", { name: "Library", level: 1 }).waitFor();
    await toCandidates();
    await page.getByRole("button", { name: "Add a candidate" }).first().click();
    await page.getByLabel("Name").fill(candidate);
    await page.keyboard.press("Enter");
    await page.getByText(candidate).first().waitFor();
    await page.keyboard.press("Control+l");
    await page.getByRole("button", { name: "Set a passphrase" }).click();
    await page.getByLabel("New passphrase").fill(passphrase);
    await page.getByLabel("The same once more").fill(passphrase);
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "The words of this laptop" }).waitFor();
    await page.getByRole("button", { name: "I have written them down" }).click();
    await page.keyboard.press("Control+l");
    await lockedHeading().waitFor();
    expect(await page.content()).not.toContain("Noor");
    expect(await page.evaluate(() => window.panelbook.vault.identity())).toEqual({
      ok: false,
      error: { type: "locked" },
    });
  });

  it("stays closed for a wrong passphrase and opens with the right one, with everything there", async () => {
    await unlock("four chairs and a stool");
    await open.page.getByText("That is not the passphrase.").waitFor();
    await unlock(passphrase);
    await open.page.getByRole("main").first().waitFor();
    await lockedHeading().waitFor({ state: "detached" });
    await open.page.getByRole("navigation").first().waitFor();
    await candidatesSay(candidate);
  });

  it("asks for it at the next start", async () => {
    await open.close();
    open = await launchPanelbook({ userDataDir: profile });
    await lockedHeading().waitFor();
    await unlock(passphrase);
    await open.page.getByRole("navigation").first().waitFor();
    await candidatesSay(candidate);
  });
});
