import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CandidateBridge } from "../../electron/contract/candidate-contract";
import { addBundledKit, addCandidate } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

type CandidateWindow = Window & { readonly applicant: CandidateBridge };

const desk = testDesk();
afterAll(() => desk.clear());

let staff: TestLaptop;
let candidate: Page;

const button = (name: string | RegExp) => candidate.getByRole("button", { name });
const heading = (text: string) => candidate.getByRole("heading", { name: text }).waitFor();
/** What main says of its windows: how many there are, and whether the staff's is seen. */
const windows = () =>
  staff.app.evaluate(({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows();
    const mine = all.find((one) => one.webContents.getURL().startsWith("app://panelbook/"));
    return { count: all.length, staffSeen: mine?.isVisible() ?? false };
  });
const enterPin = async (pin: string): Promise<void> => {
  await candidate.getByLabel("Staff PIN", { exact: true }).fill(pin);
  await button("End and unlock").click();
};

/** Hands the laptop over; the candidate's window is then `candidate`. */
const handOver = async (): Promise<void> => {
  const opened = staff.app.waitForEvent("window");
  await staff.click("Hand over now");
  candidate = await opened;
  candidate.setDefaultTimeout(30_000);
  await heading("Before we begin");
};

const setPin = async (pin: string): Promise<void> => {
  await staff.page.getByLabel("Staff PIN", { exact: true }).fill(pin);
  await staff.fill("The same again", pin);
  await staff.click("Set the PIN");
};

beforeAll(async () => {
  staff = await desk.open("Mara Lindqvist", { args: ["--use-fake-device-for-media-stream"] });
  await addBundledKit(staff);
  await addCandidate(staff, "Noor Haddad");
});

describe("candidate mode", () => {
  it("takes an application through consent, knock-outs, a recording, a text and the PIN to its staff", async () => {
    await staff.click("Start the application");
    await setPin("481516");
    await handOver();
    expect(await windows()).toEqual({ count: 2, staffSeen: false });
    expect(
      await candidate.evaluate(() => [
        "panelbook" in window,
        Object.keys((window as unknown as CandidateWindow).applicant).sort(),
      ]),
    ).toEqual([false, ["answer", "chunk", "finish", "leave", "prompts", "start", "stop"]]);

    await button("I agree, begin").click();
    await candidate.getByLabel("Yes", { exact: true }).check();
    await button("Next").click();
    await candidate.getByLabel("No.", { exact: true }).check();
    await button("Next").click();
    await candidate.getByLabel("Prepared figures for a meeting with another organisation.").check();
    await button("Next").click();
    await candidate.getByLabel("Your answer, in weeks").fill("4");
    await button("Next").click();

    await button("Turn on camera and microphone").click();
    await button("This works, go on").click();
    await button("Show the question").click();
    await button("Record now").click();
    await candidate.getByText(/0:(0[2-9]|[1-5]\d) \/ 1:30/).waitFor();
    await button("Stop and review").click();
    const clip = candidate.getByLabel("Your recording");
    await clip.waitFor();
    // It plays: main decrypts it for this page.
    await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
    await button("Submit this answer").click();

    for (const text of ["I will call back on Monday at nine.", "A figure is a number with a reason."]) {
      await button("Show the question").click();
      const write = button("Write my answer instead");
      await Promise.race([write.waitFor(), candidate.getByLabel("Your answer", { exact: true }).waitFor()]);
      if (await write.isVisible()) await write.click();
      await candidate.getByLabel("Your answer", { exact: true }).fill(text);
      await button("Submit my written answer").click();
    }
    await button("Finish").click();
    await heading("Thank you. Your application is handed in.");

    await button("Staff").click();
    await enterPin("000000");
    await candidate.getByText("This PIN is wrong.").waitFor();
    expect(await windows()).toEqual({ count: 2, staffSeen: false });
    await enterPin("481516");
    await expect.poll(windows).toEqual({ count: 1, staffSeen: true });

    await staff.sees("What was taken on this laptop");
    await staff.sees("Agreed to the consent, version 2 of 2026-11-23.");
    await staff.sees("A figure is a number with a reason.");
    const kept = staff.page.locator("video");
    // It plays at the speed that was chosen, from a file that only main can read.
    await staff.page.getByText("2×", { exact: true }).click();
    // Nobody presses Play before the player has looked for the recording's end and come back.
    await expect
      .poll(() =>
        kept.evaluate(
          ({ duration, seeking, currentTime }: HTMLVideoElement) =>
            Number.isFinite(duration) && !seeking && currentTime < 0.5,
        ),
      )
      .toBe(true);
    await kept.evaluate((video: HTMLVideoElement) => video.play());
    await expect
      .poll(() => kept.evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(0.5);
    expect(await kept.evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(2);
    await expect.poll(() => kept.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  }, 180_000);

  it("leads nowhere but through the PIN: no key, no closing, no address", async () => {
    await staff.click("Start the application");
    await handOver();
    const keys: readonly (readonly [string, ("control" | "alt" | "shift" | "meta")[]])[] = [
      ["F4", ["alt"]],
      ["W", ["control"]],
      ["Q", ["control"]],
      ["R", ["control"]],
      ["I", ["control", "shift"]],
      ["N", ["control"]],
      ["Left", ["alt"]],
      ["F5", []],
      ["F11", []],
      ["F12", []],
      ["Escape", []],
    ];
    await candidate.evaluate(() => {
      document.body.dataset.here = "still";
    });
    await staff.app.evaluate(({ app, BrowserWindow }, pressed) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().startsWith("app://candidate/"),
      );
      for (const [keyCode, modifiers] of pressed)
        for (const type of ["keyDown", "keyUp"] as const)
          window?.webContents.sendInputEvent({ type, keyCode, modifiers: [...modifiers] });
      window?.close();
      app.quit();
    }, keys);
    // A question that goes through main and back: whatever the keys would have done is done by now.
    await button("I agree, begin").click();
    await candidate.getByLabel("Yes", { exact: true }).waitFor();
    expect(await candidate.evaluate(() => document.body.dataset.here)).toBe("still");
    expect(await windows()).toEqual({ count: 2, staffSeen: false });
    const denied = await candidate.evaluate(async () => [
      await navigator.permissions.query({ name: "geolocation" }).then(({ state }) => state),
      await fetch("https://example.com/").then(
        () => "answered",
        (error: Error) => error.name,
      ),
    ]);
    expect(denied).toEqual(["denied", "TypeError"]);

    await candidate.getByLabel("No", { exact: true }).check();
    await button("Next").click();
    await heading("Thank you. These were all the questions for today.");
    await candidate.evaluate(() => {
      setTimeout(() => location.assign("app://panelbook/"));
    });
    // A stopped navigation keeps the test's own hands waiting for its end: from here on the page asks by itself.
    const leave = (pin: string) =>
      candidate.evaluate(
        (tried) => (window as unknown as CandidateWindow).applicant.leave({ pin: tried }),
        pin,
      );
    expect((await leave("1234")).ok).toBe(false);
    expect(candidate.url()).toBe("app://candidate/");
    void leave("481516").catch(() => undefined);
    await expect.poll(windows).toEqual({ count: 1, staffSeen: true });
    await staff.sees("ends the application; a person confirms or overrules it");
  });
});
