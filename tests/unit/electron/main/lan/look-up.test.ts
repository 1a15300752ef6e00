import { describe, expect, it } from "vitest";
import { addressesOfName } from "../../../../../electron/main/lan/look-up";

const at = { name: "maras-laptop.local", port: 47_111 };
const noSuchName = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });

describe("the addresses of a laptop's name", () => {
  it("are what the system knows, IPv4 first, each once and four at most", async () => {
    const found = ["fd00::4", "192.168.10.4", "192.168.10.4", "10.0.0.1", "fd00::5", "10.0.0.2"];
    expect(await addressesOfName(at, 1000, async () => found)).toEqual(
      ["192.168.10.4", "10.0.0.1", "10.0.0.2", "fd00::4"].map((host) => ({ host, port: 47_111 })),
    );
  });

  it("are none where nobody knows it, or nobody answers in time", async () => {
    expect(await addressesOfName(at, 1000, () => Promise.reject(noSuchName))).toEqual([]);
    expect(await addressesOfName(at, 5, () => new Promise(() => undefined))).toEqual([]);
  });

  it("leave out what no laptop can be reached at", async () => {
    expect(await addressesOfName(at, 1000, async () => ["0.0.0.0", "::", "fe80::1%eth0"])).toEqual([]);
  });

  it("are no way to hide a bug", async () => {
    await expect(addressesOfName(at, 1000, () => Promise.reject(new TypeError("no")))).rejects.toThrow("no");
  });
});
