import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Discoverer, type DiscovererSetup, startDiscoverer } from "../../support/lan/discoverers";
import { type Host, type Lab, makeLab, noNamespaces } from "../../support/lan/namespaces";
import { type LineProcess, spawnLines } from "../../support/lan/spawn-lines";

const reason = noNamespaces();
const running: LineProcess[] = [];
let lab: Lab;

const start = async (on: Host, limits: DiscovererSetup["limits"] = {}): Promise<Discoverer> => {
  const discoverer = await startDiscoverer({ on, limits: { interfacesMs: 200, ...limits } });
  running.push(discoverer);
  return discoverer;
};

interface Heard {
  readonly from: string;
  readonly type: "query" | "response";
  readonly goodbye: boolean;
  readonly names: readonly string[];
}

const record = async (on: Host, address: string): Promise<LineProcess> => {
  const recorder = await spawnLines("tests/support/lan/processes/mdns-recorder.ts", [address], on.prefix);
  running.push(recorder);
  return recorder;
};

const door = { label: "K7QX", port: 47_111 };

describe.skipIf(reason !== null)(
  `hosts of their own, without a default route and without a name server${reason === null ? "" : ` (skipped: ${reason})`}`,
  () => {
    beforeAll(() => {
      lab = makeLab();
      lab.addSwitch("room");
      lab.addSwitch("other");
    });
    afterAll(async () => {
      for (const each of running) await each.kill();
      lab.remove();
    });

    it("find each other over IPv4", async () => {
      const [one, two] = [lab.addHost("a1"), lab.addHost("a2")];
      one.plug("eth0", "room", ["10.88.1.1/24"]);
      two.plug("eth0", "room", ["10.88.1.2/24"]);
      const [host, joiner] = [await start(one), await start(two)];
      host.announce(door);
      joiner.look();
      await joiner.untilList("10.88.1.1:47111/K7QX");
    });

    it("find each other where there is only IPv6", async () => {
      const [one, two] = [lab.addHost("b1"), lab.addHost("b2")];
      one.plug("eth0", "room", ["fd88:2::1/64"]);
      two.plug("eth0", "room", ["fd88:2::2/64"]);
      const [host, joiner] = [await start(one), await start(two)];
      host.announce(door);
      joiner.look();
      await joiner.untilList("[fd88:2::1]:47111/K7QX");
    });

    it("are found on each of their networks at the address they have there", async () => {
      const [both, left, right] = [lab.addHost("c1"), lab.addHost("c2"), lab.addHost("c3")];
      both.plug("eth0", "room", ["10.88.3.1/24"]);
      both.plug("eth1", "other", ["10.89.3.1/24"]);
      left.plug("eth0", "room", ["10.88.3.2/24"]);
      right.plug("eth0", "other", ["10.89.3.2/24"]);
      const host = await start(both);
      const [atLeft, atRight] = [await start(left), await start(right)];
      host.announce(door);
      atLeft.look();
      atRight.look();
      await atLeft.untilList("10.88.3.1:47111/K7QX");
      await atRight.untilList("10.89.3.1:47111/K7QX");
    });

    it("are found when their network comes only after the door was opened, and after it went and came back", async () => {
      const [late, waiting] = [lab.addHost("d1"), lab.addHost("d2")];
      waiting.plug("eth0", "room", ["10.88.4.2/24"]);
      const [host, joiner] = [await start(late), await start(waiting, { maxTtl: 2, questionEveryMs: 500 })];
      host.announce(door);
      joiner.look();
      late.plug("wlan0", "room", ["10.88.4.1/24"]);
      await joiner.untilList("10.88.4.1:47111/K7QX");
      late.unplug("wlan0");
      await joiner.untilList();
      late.plug("wlan0", "room", ["10.88.4.1/24"]);
      await joiner.untilList("10.88.4.1:47111/K7QX");
    });

    it("find a host whose network comes only while they look", async () => {
      const [steady, late] = [lab.addHost("e1"), lab.addHost("e2")];
      steady.plug("eth0", "room", ["10.88.5.1/24"]);
      const [host, joiner] = [await start(steady), await start(late)];
      host.announce(door);
      joiner.look();
      await joiner.untilList();
      late.plug("wlan0", "room", ["10.88.5.2/24"]);
      await joiner.untilList("10.88.5.1:47111/K7QX");
    });

    it("say nothing while no door is open and nobody looks, and never a name of a person or a laptop", async () => {
      const [one, two, ear] = [lab.addHost("f1"), lab.addHost("f2"), lab.addHost("f3")];
      one.plug("eth0", "room", ["10.88.6.1/24"]);
      two.plug("eth0", "room", ["10.88.6.2/24"]);
      ear.plug("eth0", "room", ["10.88.6.3/24"]);
      const recorder = await record(ear, "10.88.6.3");
      const [host, joiner] = [await start(one), await start(two)];
      const mine = () => (recorder.lines as Heard[]).filter(({ from = "" }) => from.startsWith("10.88.6."));
      host.announce(door);
      await recorder.until(({ from, type }: Heard) => from === "10.88.6.1" && type === "response");
      host.announce();
      await recorder.until(({ from, goodbye }: Heard) => from === "10.88.6.1" && goodbye);
      const afterGoodbye = mine().length;
      joiner.look();
      // The third question comes three seconds after the first: long enough for an answer that must not come.
      await recorder.until(() => mine().filter(({ type }) => type === "query").length === 3);
      expect(
        mine()
          .slice(afterGoodbye)
          .map(({ from, type }) => `${from} ${type}`),
      ).toEqual(Array(3).fill("10.88.6.2 query"));
      joiner.stopLooking();
      const before = recorder.lines.length;
      host.announce(door);
      await recorder.until(({ from }: Heard) => from === "10.88.6.1", before);
      for (const { names } of mine())
        for (const name of names)
          expect(name).toMatch(/^(K7QX-[0-9a-f]{8}\.)?_panelbook\._tcp\.local$|^[0-9a-f]{8}\.local$/);
    });
  },
);
