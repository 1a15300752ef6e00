import { describe, expect, it } from "vitest";
import type { HeardDoor } from "../../../../../../electron/main/lan/discovery/announcement";
import { defaultDiscoveryLimits } from "../../../../../../electron/main/lan/discovery/discovery-limits";
import { createNearby } from "../../../../../../electron/main/lan/discovery/nearby";
import { onLink } from "../../../../../../electron/main/lan/discovery/on-link";
import { loopLabelSchema } from "../../../../../../src/domain/loop/loop-label";

const isNear = onLink({ networks: ["192.168.10.2/24", "fd00::2/64"] });
const host = "192.168.10.4";
const aDoor = (over: Partial<HeardDoor> = {}): HeardDoor => ({
  label: loopLabelSchema.parse("K7QX"),
  port: 47_111,
  instance: "0badcafe",
  protocol: 1,
  addresses: [],
  ttl: 45,
  ...over,
});
const numbered = (at: number): HeardDoor => aDoor({ instance: at.toString(16).padStart(8, "0") });

const aList = () => {
  let nowMs = 0;
  const nearby = createNearby(defaultDiscoveryLimits, () => nowMs);
  return {
    ...nearby,
    heard: (door: HeardDoor, source = host) => nearby.hear(door, source, isNear),
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    codes: () => nearby.list().map(({ typedCode }) => typedCode),
  };
};

describe("the list of open loops nearby", () => {
  it("has the address the datagram came from, once, and says when it changed", () => {
    const list = aList();
    expect(list.heard(aDoor())).toBe(true);
    expect(list.heard(aDoor({ addresses: [host] }))).toBe(false);
    expect(list.list()).toEqual([
      { label: "K7QX", address: `${host}:47111`, typedCode: `${host}:47111/K7QX`, version: "same" },
    ]);
  });

  it("takes a host's own word for its address only on this laptop's network", () => {
    const list = aList();
    list.heard(aDoor({ addresses: ["8.8.8.8", "2001:db8::1", "fd00::4"] }), "fe80::1%eth0");
    expect(list.codes()).toEqual(["[fd00::4]:47111/K7QX"]);
    expect(list.heard(aDoor({ instance: "11111111", addresses: ["8.8.8.8"] }), "fe80::2%eth0")).toBe(false);
  });

  it("says which version another laptop speaks", () => {
    const list = aList();
    list.heard(aDoor({ instance: "00000000", protocol: 0, port: 1 }));
    list.heard(aDoor({ instance: "00000001", protocol: 1, port: 2 }));
    list.heard(aDoor({ instance: "00009999", protocol: 9999, port: 3 }));
    expect(list.list().map(({ version }) => version)).toEqual(["older", "same", "newer"]);
  });

  it("forgets a door that was not announced again in time, and believes no announcement for long", () => {
    const list = aList();
    list.heard(aDoor({ ttl: 4_000_000_000 }));
    list.pass(119);
    expect(list.expire()).toBe(false);
    list.pass(1);
    expect(list.expire()).toBe(true);
    expect(list.codes()).toEqual([]);
  });

  it("forgets a door at the goodbye of its own laptop, and not at somebody else's", () => {
    const list = aList();
    list.heard(aDoor());
    list.heard(aDoor({ ttl: 0 }), "192.168.10.66");
    expect(list.codes()).toHaveLength(1);
    expect(list.heard(aDoor({ ttl: 0 }))).toBe(true);
    expect(list.codes()).toEqual([]);
  });

  it("cannot be told that an open door moved to another port", () => {
    const list = aList();
    list.heard(aDoor());
    list.heard(aDoor({ port: 666 }), "192.168.10.66");
    expect(list.codes()).toContain(`${host}:47111/K7QX`);
  });

  it("takes a few doors from one address and leaves room for others", () => {
    const list = aList();
    for (let at = 0; at < 1_000; at += 1) list.heard({ ...numbered(at), port: at + 1 }, "192.168.10.66");
    expect(list.codes()).toHaveLength(16);
    expect(list.heard(aDoor())).toBe(true);
    expect(list.codes()).toContain(`${host}:47111/K7QX`);
  });

  it("never holds more doors than its limit, and takes new ones once old ones are forgotten", () => {
    const list = aList();
    for (let at = 0; at < 250; at += 1) list.heard({ ...numbered(at), port: at + 1 }, `192.168.10.${at + 3}`);
    expect(list.list()).toHaveLength(64);
    expect(list.heard({ ...numbered(999), port: 999 }, "192.168.10.2")).toBe(false);
    list.pass(46);
    expect(list.heard({ ...numbered(999), port: 999 }, "192.168.10.2")).toBe(true);
    expect(list.list()).toHaveLength(1);
  });

  it("holds at most four addresses of one door", () => {
    const list = aList();
    const addresses = Array.from({ length: 20 }, (_, at) => `192.168.10.${at + 10}`);
    list.heard(aDoor({ addresses }));
    for (const address of addresses) list.heard(aDoor({ ttl: 0, addresses: [address] }));
    expect(list.codes()).toEqual([]);
  });
});
