import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { onLink } from "../../../../../../electron/main/lan/discovery/on-link";
import { placeKey, placesOf } from "../../../../../../electron/main/lan/discovery/places";

const v4 = (address: string, bits = 24, internal = false): NetworkInterfaceInfo => ({
  address,
  family: "IPv4",
  internal,
  netmask: "255.255.255.0",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/${bits}`,
});
const v6 = (address: string, bits = 64, internal = false): NetworkInterfaceInfo => ({
  address,
  family: "IPv6",
  internal,
  netmask: "ffff:ffff:ffff:ffff::",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/${bits}`,
  scopeid: 7,
});
const lo = [v4("127.0.0.1", 8, true), v6("::1", 128, true)];

describe("the places to announce and to look at", () => {
  it("are every card of a real network, once in each family it has", () => {
    const places = placesOf(
      {
        lo,
        wlan0: [v4("192.168.10.4"), v4("192.168.11.4"), v6("fe80::1"), v6("fd00::4")],
        eth0: [v4("10.0.0.17")],
      },
      "linux",
    );
    expect(places).toEqual([
      {
        family: "IPv4",
        joinOn: "192.168.10.4",
        networks: ["192.168.10.4/24", "192.168.11.4/24"],
        addresses: ["192.168.10.4", "192.168.11.4"],
      },
      { family: "IPv6", joinOn: "::%wlan0", networks: ["fe80::1/64", "fd00::4/64"], addresses: ["fd00::4"] },
      { family: "IPv4", joinOn: "10.0.0.17", networks: ["10.0.0.17/24"], addresses: ["10.0.0.17"] },
    ]);
  });

  it("name an IPv6 card by its number on Windows, where sockets know no names", () => {
    expect(placesOf({ "Wi-Fi": [v6("fe80::1")] }, "win32").map(({ joinOn }) => joinOn)).toEqual(["::%7"]);
  });

  it("leave out tunnels and containers while there is a real network, and take them where there is none", () => {
    const names = (interfaces: Parameters<typeof placesOf>[0]) =>
      placesOf(interfaces).map(({ joinOn }) => joinOn);
    const tun0 = [v4("10.8.0.2")];
    expect(names({ lo, tun0, en0: [v4("192.168.2.1")] })).toEqual(["192.168.2.1"]);
    expect(names({ lo, tun0 })).toEqual(["10.8.0.2"]);
  });

  it("are this machine alone where there is no network", () => {
    expect(placesOf({ lo }).map(({ joinOn }) => joinOn)).toEqual(["127.0.0.1", "::%lo"]);
    expect(placesOf({})).toEqual([]);
  });

  it("are other places once an address or its network changes", () => {
    const key = (info: NetworkInterfaceInfo) =>
      placesOf({ wlan0: [info] })
        .map(placeKey)
        .join();
    expect(key(v4("10.0.0.1"))).toBe(key(v4("10.0.0.1")));
    expect(key(v4("10.0.0.1"))).not.toBe(key(v4("10.0.0.2")));
    expect(key(v4("10.0.0.1", 24))).not.toBe(key(v4("10.0.0.1", 16)));
  });
});

describe("an address is on the place's own network", () => {
  const isNear = onLink({ networks: ["192.168.10.4/22", "fd00:0:0:1::4/64"] });

  it.each(["192.168.8.1", "192.168.11.254", "fd00:0:0:1::9", "fe80::1%wlan0", "fe80::1"])(
    "as %s is",
    (address) => {
      expect(isNear(address)).toBe(true);
    },
  );

  it.each(["192.168.12.1", "8.8.8.8", "127.0.0.1", "fd00:0:0:2::9", "2001:db8::1", "::1", "::ffff:8.8.8.8"])(
    "as %s is not",
    (address) => {
      expect(isNear(address)).toBe(false);
    },
  );
});
