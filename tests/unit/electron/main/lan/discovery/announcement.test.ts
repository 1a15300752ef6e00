import { decode, encode } from "dns-packet";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Announcement,
  asksForDoors,
  heardDoors,
  recordsOf,
} from "../../../../../../electron/main/lan/discovery/announcement";
import { loopLabelSchema } from "../../../../../../src/domain/loop/loop-label";

const door: Announcement = {
  label: loopLabelSchema.parse("K7QX"),
  port: 47_111,
  instance: "0badcafe",
  protocol: 1,
};
const service = "_panelbook._tcp.local";

/** As it arrives: encoded and decoded again. */
const sent = (answers: ReturnType<typeof recordsOf>) => decode(encode({ type: "response", answers }));
const records = recordsOf(door, ["192.168.10.4", "fd00::4"]);
const without = (type: string) => sent(records.filter((record) => record.type !== type));
const changed = (type: string, change: object) =>
  sent(records.map((record) => (record.type === type ? { ...record, ...change } : record)) as typeof records);

describe("an announcement", () => {
  it("arrives as what was announced", () => {
    expect(heardDoors(sent(records), 32)).toEqual([
      { ...door, addresses: ["192.168.10.4", "fd00::4"], ttl: 45 },
    ]);
  });

  it("holds the four letters, the port, the version, the addresses and random digits, and nothing else", () => {
    const text = JSON.stringify(recordsOf(door, ["192.168.10.4", "fd00::4"]));
    const known = ["K7QX-0badcafe", service, "0badcafe.local", "47111", "v=1", "192.168.10.4", "fd00::4"];
    const left = known.reduce((rest, part) => rest.replaceAll(part, ""), text);
    expect(
      left
        .match(/[a-z]{3,}/gi)
        ?.filter((word) => !/^(type|name|ttl|data|PTR|SRV|TXT|AAAA|port|target|priority|weight)$/.test(word)),
    ).toEqual([]);
  });

  it("takes a door back with a time of 0", () => {
    expect(heardDoors(sent(recordsOf(door, ["192.168.10.4"], 0)), 32)).toMatchObject([
      { ttl: 0, label: "K7QX" },
    ]);
  });

  it.each([
    ["no place of the service", without("SRV")],
    ["no text", without("TXT")],
    ["no pointer", without("PTR")],
    ["a pointer from another service", changed("PTR", { name: "_http._tcp.local" })],
    ["a name of another shape", changed("PTR", { data: `Mara's loop.${service}` })],
    ["a label with letters that labels do not have", changed("PTR", { data: `AEIO-0badcafe.${service}` })],
    ["control characters for a label", changed("PTR", { data: `\u0007\u001b[2-0badcafe.${service}` })],
    ["no version in the text", changed("TXT", { data: ["w=1"] })],
    ["a version of twenty digits", changed("TXT", { data: [`v=${"9".repeat(20)}`] })],
    ["port 0", changed("SRV", { data: { port: 0, target: "x.local" } })],
  ])("is passed over where it has %s", (_what, packet) => {
    expect(heardDoors(packet, 32)).toEqual([]);
  });

  it("is not looked for behind hundreds of other records", () => {
    const noise = Array.from({ length: 300 }, (_, at) => ({
      type: "A" as const,
      name: `x${at}.local`,
      ttl: 120,
      data: "10.0.0.1",
    }));
    expect(heardDoors(sent([...records, ...noise]), 32)).toHaveLength(1);
    expect(heardDoors(sent([...noise, ...records]), 32)).toEqual([]);
  });

  it("never throws, whatever a decoded datagram holds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (packet, answers) => {
        heardDoors(packet, 32);
        heardDoors({ type: "response", answers }, 32);
        asksForDoors(packet);
        asksForDoors({ type: "query", questions: answers });
      }),
      { seed: 20261123 },
    );
  });
});

describe("a question", () => {
  const asked = (name: string) =>
    asksForDoors(decode(encode({ type: "query", questions: [{ type: "PTR", name }] })));

  it("is for us where it names our service or a door, in any case", () => {
    expect(asked(service)).toBe(true);
    expect(asked("_PANELBOOK._tcp.LOCAL")).toBe(true);
    expect(asked(`K7QX-0badcafe.${service}`)).toBe(true);
  });

  it("is not for us where it names anything else, or is an answer", () => {
    expect(asked("_http._tcp.local")).toBe(false);
    expect(asked("evil_panelbook._tcp.local")).toBe(false);
    expect(asksForDoors(sent(records))).toBe(false);
  });
});
