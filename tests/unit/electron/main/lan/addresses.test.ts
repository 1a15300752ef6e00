import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { ownAddresses } from "../../../../../electron/main/lan/addresses";

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  family: "IPv4",
  internal,
  netmask: "255.255.255.0",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/24`,
});
const v6 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  family: "IPv6",
  internal,
  netmask: "ffff:ffff:ffff:ffff::",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/64`,
  scopeid: 0,
});
const lo = [v4("127.0.0.1", true), v6("::1", true)];

describe("the addresses a host tells", () => {
  it("are those of the room's network first and of containers and tunnels last", () => {
    const own = ownAddresses({
      docker0: [v4("172.17.0.1")],
      tailscale0: [v4("100.101.102.103")],
      lo,
      "br-0a1b2c3d4e5f": [v4("172.18.0.1")],
      wlan0: [v6("fe80::1"), v4("192.168.10.4"), v6("fd00::4"), v6("2001:db8::4")],
      eth0: [v4("10.0.0.17")],
    });
    expect(own.reach).toBe("network");
    expect(own.addresses).toEqual([
      "192.168.10.4",
      "10.0.0.17",
      "fd00::4",
      "2001:db8::4",
      "172.17.0.1",
      "172.18.0.1",
      "100.101.102.103",
    ]);
  });

  it.each([
    "vEthernet (WSL)",
    "VirtualBox Host-Only Network",
    "utun3",
    "wg0",
    "vmnet8",
    "veth12ab",
    "virbr0",
  ])("put %s behind a network card", (name) => {
    const own = ownAddresses({ [name]: [v4("192.168.56.1")], "Wi-Fi": [v4("203.0.113.5")] });
    expect(own.addresses).toEqual(["203.0.113.5", "192.168.56.1"]);
  });

  it.each(["br0", "bridge100", "en0", "wlp3s0", "Ethernet 2"])("take %s for a network card", (name) => {
    const own = ownAddresses({ tun0: [v4("10.8.0.2")], [name]: [v4("192.168.2.1")] });
    expect(own.addresses).toEqual(["192.168.2.1", "10.8.0.2"]);
  });

  it("have a self-given address after one that somebody gave out", () => {
    const own = ownAddresses({ eth0: [v4("169.254.7.7")], wlan0: [v4("198.51.100.4")] });
    expect(own.addresses).toEqual(["198.51.100.4", "169.254.7.7"]);
    expect(ownAddresses({ eth0: [v4("169.254.7.7")] }).reach).toBe("network");
  });

  it("are this laptop's own where there is nothing else, and it says so", () => {
    const alone = { addresses: ["127.0.0.1"], reach: "thisLaptop" };
    expect(ownAddresses({ lo })).toEqual(alone);
    expect(ownAddresses({ lo, wlan0: [v6("fe80::1")], eth0: undefined })).toEqual(alone);
  });
});
