import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundledKit, knock, openRoom, planLoop } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";
import { type ManInTheMiddle, manInTheMiddle } from "../support/lan/man-in-the-middle";

const desk = testDesk();
const candidate = "Noor Haddad";
let host: TestLaptop;
let guest: TestLaptop;
let middle: ManInTheMiddle | null = null;

beforeAll(async () => {
  [host, guest] = await Promise.all([desk.open("Mara Lindqvist"), desk.open("Tomas Okafor")]);
  await addBundledKit(host);
  await planLoop(host, candidate, [guest.person]);
  await openRoom(host);
});
afterAll(async () => {
  await middle?.stop();
  await desk.clear();
});

const codeOnScreen = async (): Promise<string> =>
  (await host.page.getByTestId("typed-code").textContent()) ?? "";

/** The six words as this laptop shows them. */
const wordsOn = async ({ page }: TestLaptop): Promise<string> => {
  const words = page.getByText(/^[a-z]+( · [a-z]+){5}$/).first();
  await words.waitFor();
  return (await words.textContent()) ?? "";
};

const nobodyWaits = (): Promise<void> =>
  host.page.getByText("wants to come in").waitFor({ state: "detached" });

describe("a typed code", () => {
  it("is address and label as the facilitator's screen shows them, and asks both to compare six words", async () => {
    expect(await codeOnScreen()).toMatch(/^[0-9.:[\]a-f]+:\d+\/[B-DF-HJKMNP-TV-Z2-9]{4}$/);
    await knock(guest, (await codeOnScreen()).toLowerCase());
    await host.sees("Came with a typed code: it may be anybody.");
    await guest.sees("Read these six words to the facilitator.");
    expect(await wordsOn(guest)).toBe(await wordsOn(host));
  });

  it("brings nobody in whose person says that the words differ, and says so on both laptops", async () => {
    await host.click("Let in");
    await host.sees("is being let in");
    await guest.click("The words differ");
    await guest.sees("The six words differ");
    await guest.sees("ask for the whole invite");
    await host.sees("That laptop left before it was inside.");
    await guest.follow("Loops");
    await guest.sees("No loop on this laptop yet");
  });

  it("shows other words on each screen where somebody is in between, and both can refuse", async () => {
    middle = await manInTheMiddle(await codeOnScreen(), guest.person);
    await knock(guest, middle.typedCode);
    await guest.sees("Read these six words to the facilitator.");
    await host.sees("Came with a typed code: it may be anybody.");
    expect(await wordsOn(guest)).not.toBe(await wordsOn(host));
    await guest.click("The words differ");
    await guest.sees("The six words differ");
    await host.click("Turn away");
    await nobodyWaits();
    await expect.poll(() => middle?.steps.at(-1)).toEqual({ step: "refused", problem: { type: "denied" } });
  });

  it("is found on the other laptop's join screen for as long as the room is open, and is the same way in", async () => {
    const label = (await codeOnScreen()).split("/")[1] ?? "";
    const row = guest.page.getByRole("button", { name: new RegExp(`^${label} at `) });
    await guest.follow("Loops");
    await guest.follow("Join a loop");
    await row.waitFor();
    await host.click("Close the room");
    await row.waitFor({ state: "detached" });
    await openRoom(host);
    await row.click();
    expect(await guest.page.getByLabel("Invite").inputValue()).toMatch(new RegExp(`:\\d+/${label}$`));
    await guest.page.keyboard.type(guest.person);
    await guest.press("Enter");
    await host.sees("Came with a typed code: it may be anybody.");
    expect(await wordsOn(guest)).toBe(await wordsOn(host));
    await guest.click("Leave");
    await nobodyWaits();
  });

  it("brings the laptop in once its person has said that the words are the same, and not before", async () => {
    await knock(guest, await codeOnScreen());
    await host.sees("Came with a typed code");
    expect(await wordsOn(guest)).toBe(await wordsOn(host));
    await host.click("Let in");
    await host.sees("is being let in");
    await guest.sees("Waiting for the facilitator to let you in");
    expect(await guest.page.getByText(candidate).count()).toBe(0);
    await guest.click("The words are the same");
    for (const laptop of [host, guest]) await laptop.sees("2 laptops together");
    await guest.page.getByRole("heading", { name: candidate }).waitFor();
    await guest.page
      .getByRole("row", { name: /Tomas Okafor/ })
      .first()
      .waitFor();
    await guest.sees(/\d+ of \d+ cards are sealed/);
  });
});
