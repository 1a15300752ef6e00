import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lan, openLan } from "../../electron/cli/lab/net/lan";
import { folderPrefix } from "../../electron/cli/lab/net/leftovers";
import { goodLink } from "../../electron/cli/lab/net/link";
import { whyNoLab } from "../../electron/cli/lab/net/requirements";
import { projectRoot } from "../../electron/dev/project-root";

const run = promisify(execFile);
const why = await whyNoLab();

/** Sends numbered datagrams and prints how many came back, and the quickest way there and back in milliseconds. */
const sender = `
const [address, count] = process.argv.slice(1);
const socket = require("node:dgram").createSocket("udp4");
const sent = new Map(); let quickest = Infinity; let back = 0;
const end = () => { console.log(JSON.stringify({ back, quickest })); process.exit(0); };
socket.on("message", (bytes) => { back += 1;
  quickest = Math.min(quickest, performance.now() - sent.get(bytes.toString())); if (back === Number(count)) end(); });
let number = 0;
const timer = setInterval(() => { number += 1; sent.set(String(number), performance.now());
  socket.send(String(number), 9000, address); if (number === Number(count)) clearInterval(timer); }, 5);
setTimeout(end, 5 * Number(count) + 2500);
`;
const echo = `
const socket = require("node:dgram").createSocket("udp4");
socket.on("message", (bytes, from) => socket.send(bytes, from.port, from.address));
socket.bind(9000, () => console.log("ready"));
`;

describe.skipIf(why !== null)(`three hosts on one cable${why === null ? "" : `: ${why}`}`, () => {
  let lan: Lan;
  let folder: string;
  const place = (port: number) => {
    const found = lan.ports[port];
    if (found === undefined) throw new Error(`no port ${port}`);
    return found;
  };
  const inside = (port: number, script: string, ...args: readonly string[]) =>
    ["netns", "exec", place(port).namespace, process.execPath, "-e", script, ...args] as const;
  const datagrams = async (from: number, to: number, count: number) => {
    const { stdout } = await run("ip", [...inside(from, sender, place(to).address, String(count))]);
    return JSON.parse(stdout) as { readonly back: number; readonly quickest: number };
  };

  beforeAll(async () => {
    folder = await mkdtemp(folderPrefix(process.pid));
    lan = await openLan({ ports: 3, seed: 1, folder, pcap: null });
    for (const port of [1, 2]) {
      const answerer = spawn("ip", [...inside(port, echo)], { stdio: ["ignore", "pipe", "ignore"] });
      await new Promise((done) => answerer.stdout.once("data", done));
    }
  });
  afterAll(async () => {
    await lan?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("reach each other, and no address outside", async () => {
    expect((await datagrams(0, 1, 20)).back).toBe(20);
    const { stdout } = await run("ip", ["-n", place(0).namespace, "route"]);
    expect(stdout).not.toContain("default");
  });

  it("hear nothing of a host that is cut off, and everything when it is back", async () => {
    lan.setLink(1, { ...goodLink, up: false });
    expect((await datagrams(0, 1, 20)).back).toBe(0);
    expect((await datagrams(0, 2, 20)).back).toBe(20);
    lan.setLink(1, goodLink);
    expect((await datagrams(0, 1, 20)).back).toBe(20);
  });

  it("can be kept apart two by two", async () => {
    lan.setApart([0, 1], true);
    expect((await datagrams(0, 1, 10)).back).toBe(0);
    expect((await datagrams(0, 2, 10)).back).toBe(10);
    lan.setApart([0, 1], false);
  });

  it("lose about as many frames as asked, each way, and get the others late", async () => {
    lan.setLink(1, { up: true, loss: 0.2, delayMs: 100 });
    const { back, quickest } = await datagrams(0, 1, 300);
    lan.setLink(1, goodLink);
    // Two ways: 0.8 × 0.8 of 300 is 192, with a standard deviation of 8.3.
    expect(back).toBeGreaterThan(192 - 42);
    expect(back).toBeLessThan(192 + 42);
    // A timer may be a millisecond early, each way.
    expect(quickest).toBeGreaterThanOrEqual(198);
  });

  it("are counted, with the words somebody on the same cable reads", async () => {
    lan.listenFor(["Lindqvist", "17"]);
    await datagrams(0, 2, 20);
    const { frames, heard } = await lan.count();
    expect(frames).toBeGreaterThan(40);
    expect(heard.Lindqvist).toBe(0);
    expect(heard["17"]).toBeGreaterThan(0);
  });
});

const owner = join(projectRoot, "tests/support/lan/lab-owner.ts");

describe.skipIf(why !== null)(`a lab that is killed${why === null ? "" : `: ${why}`}`, () => {
  it("leaves no host behind", async () => {
    const folder = await mkdtemp(folderPrefix(process.pid));
    const child = spawn(process.execPath, ["--import", "tsx", owner, folder], {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const first: Buffer = await new Promise((done) => child.stdout.once("data", done));
    const [namespace = ""] = first.toString().split(" ");
    const names = async (): Promise<string> => (await run("ip", ["netns", "list"])).stdout;
    expect(namespace).toMatch(/^pblab-\d+-h1$/);
    expect(await names()).toContain(namespace);
    child.kill("SIGKILL");
    await expect.poll(names, { timeout: 15_000 }).not.toContain(namespace);
    await rm(folder, { recursive: true, force: true });
  });
});
