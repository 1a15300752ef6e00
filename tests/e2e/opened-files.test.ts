import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineSwitches, prepareRuntime } from "../../electron/dev/launch";
import { projectRoot } from "../../electron/dev/project-root";
import { run } from "../../electron/dev/run";
import { aKit } from "../support/builders/kit";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
const invite = "panelbook-invite:1:eyJhIjoxfQ:00000000";
let folder = "";
let laptop: TestLaptop;

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

/** What the system does when somebody double-clicks a file while the program runs: it starts it a second time. */
const openWith = async (path: string): Promise<void> => {
  const { runtime, env } = await prepareRuntime();
  const args = [...(await machineSwitches()), projectRoot, `--user-data-dir=${laptop.profile}`, path];
  const second = await run(runtime.binary, args, { env: { ...process.env, ...env }, timeoutMs: 30_000 });
  expect(second.code).toBe(0);
};

const inviteField = () => laptop.page.getByLabel("Invite");

beforeAll(async () => {
  folder = await desk.folder("files");
  laptop = await desk.open("Tomas Okafor", { args: [await file("for Tomas.pbinvite", `${invite}\n`)] });
});
afterAll(() => desk.clear());

describe("a file that is opened with the program", () => {
  it("leads to the join screen with the invite filled in, where it is an invite and the program starts with it", async () => {
    await laptop.page.getByRole("heading", { name: "Join a loop" }).waitFor();
    await expect.poll(() => inviteField().inputValue()).toBe(invite);
  });

  it("leads to the preview of the import, where it is a kit and the program runs already", async () => {
    await openWith(await file("kit.pbkit", JSON.stringify(aKit())));
    await laptop.page.getByRole("heading", { name: "What was recognised" }).waitFor();
    await laptop.page.getByRole("button", { name: "Add to library" }).waitFor();
  });

  it("leads to the join screen from anywhere, where macOS hands an invite over", async () => {
    const other = `${invite.slice(0, -1)}1`;
    const path = await file("other.pbinvite", other);
    await laptop.app.evaluate(({ app }, opened) => {
      app.emit("open-file", { preventDefault: () => undefined }, opened);
    }, path);
    await expect.poll(() => inviteField().inputValue()).toBe(other);
  });

  it("leads to where loop files are taken in, where it is a bundle, and is checked without asking for it again", async () => {
    await openWith(await file("loop.pbloop", "no bundle at all"));
    await laptop.page.getByRole("heading", { name: "Open a loop file" }).waitFor();
    await laptop.page.getByRole("alert").first().waitFor();
  });

  it("is refused in words with what to do, where it holds something else", async () => {
    await openWith(await file("picture.pbinvite", "\u0000\u0001"));
    await laptop.sees("This file is not an invite: it holds no text.");
    await laptop.sees("Open the file the facilitator saved, ending in .pbinvite.");
    await openWith(await file("broken.pbkit", "{"));
    await laptop.page.getByRole("alert").first().waitFor();
  });
});

describe("the join screen", () => {
  it("says which part of a typed code is wrong, and that nobody knows a name", async () => {
    const refused = async (code: string, words: string) => {
      await laptop.follow("Loops");
      await laptop.follow("Join a loop");
      await laptop.fill("Invite", code);
      await laptop.fill("Your name", laptop.person);
      await laptop.click("Knock");
      await laptop.page.getByRole("alert").filter({ hasText: words }).waitFor();
    };
    await refused("192.168.10.4", "After the address stand a stroke and the loop’s four letters");
    await refused("192.168.10.400/K7QX", "An address has four numbers with dots between them");
    await refused("192.168.10.4:99999/K7QX", "at most 65535");
    await refused("no-such-laptop.invalid/K7QX", "network");
  });
});
