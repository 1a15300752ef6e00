import { isIP } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NetworkUse, netLogSwitch, readNetLog } from "../../electron/cli/rig/requests/net-log";
import { isAllowedUrl, isOwn } from "../../electron/cli/rig/requests/own-addresses";
import { type Seen, seenByMain, watchMain } from "../../electron/cli/rig/requests/watch-main";
import {
  addBundledKit,
  knock,
  openMyCard,
  openRoom,
  planLoop,
  sealCard,
  startInterview,
} from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";

const desk = testDesk();
const seen: Seen[] = [];
const used: NetworkUse[] = [];

/** Two people meet, one of them interviews and seals, both programs end. */
const session = async (host: TestLaptop, guest: TestLaptop): Promise<void> => {
  for (const laptop of [host, guest]) {
    await watchMain(laptop.app);
    await laptop.page.reload();
  }
  await addBundledKit(host);
  await planLoop(host, "Noor Haddad", [guest.person]);
  await knock(guest, await openRoom(host));
  await host.sees("wants to come in");
  await host.click("Let in");
  for (const laptop of [host, guest]) await laptop.sees("2 laptops together");
  await guest.sees("Noor Haddad");
  await openMyCard(guest);
  await startInterview(guest);
  await guest.press("3");
  await sealCard(guest);
  await host.sees(/1 of \d+ cards are sealed/);
};

beforeAll(async () => {
  const folder = await desk.folder("logs");
  const logs = ["host", "guest"].map((name) => join(folder, `${name}.json`));
  const open = (person: string, log = "") => desk.open(person, { args: [netLogSwitch(log)] });
  const [host, guest] = await Promise.all([open("Mara Lindqvist", logs[0]), open("Tomas Okafor", logs[1])]);
  await session(host, guest);
  for (const laptop of [host, guest]) seen.push(await seenByMain(laptop.app));
  await Promise.all([host.close(), guest.close()]);
  for (const log of logs) used.push(await readNetLog(log));
}, 120_000);
afterAll(() => desk.clear());

describe("a session of two laptops, from the start to a sealed card", () => {
  it("is seen: each laptop asked the door of the room and sent something to the other", () => {
    for (const { urls } of [...seen, ...used])
      expect(urls.filter((url) => /^ws:\/\/[^/]+:\d+\/signal$/.test(url)).length).toBeGreaterThan(0);
    for (const { sentTo } of used) expect(sentTo.some(isOwn)).toBe(true);
    expect(seen[1]?.hosts.length).toBeGreaterThan(0);
  });

  it("loads only its own files and sockets of its own laptops", () => {
    const outside = [...seen, ...used].flatMap(({ urls }) => urls).filter((url) => !isAllowedUrl(url));
    expect(outside).toEqual([]);
  });

  it("sends nothing to any other address, neither by Chromium nor by Node", () => {
    const addresses = [...used.flatMap(({ sentTo }) => sentTo), ...seen.flatMap(({ hosts }) => hosts)];
    expect(addresses.filter((address) => !isOwn(address))).toEqual([]);
  });

  it("has no name looked up and asks no name server", () => {
    expect(seen.flatMap(({ names }) => names).filter((name) => isIP(name) === 0)).toEqual([]);
    const hosts = used.flatMap((use) => use.hosts).map((host) => new URL(host).hostname);
    expect(hosts.filter((host) => !isOwn(host))).toEqual([]);
    expect(used.map(({ nameQuestions }) => nameQuestions)).toEqual([0, 0]);
  });

  it("never names a public signaling or address server", () => {
    for (const { text } of used)
      expect(text.match(/y-webrtc|yjs\.dev|fly\.dev|stun|turn:|google/gi)).toBeNull();
  });
});
