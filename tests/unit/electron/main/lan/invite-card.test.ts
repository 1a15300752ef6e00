import { describe, expect, it } from "vitest";
import { inviteCard } from "../../../../../electron/main/lan/invite-card";
import { base64UrlSchema, hashSchema, loopIdSchema } from "../../../../../src/domain/ids";
import { parseWayIn } from "../../../../../src/domain/loop/invite";
import { loopLabelSchema } from "../../../../../src/domain/loop/loop-label";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const loop = {
  loopId: anId(loopIdSchema, "loop"),
  charterHash: hashSchema.parse("c".repeat(43)),
  label: loopLabelSchema.parse("K7QX"),
  protocol: 1,
  joinToken: base64UrlSchema.parse("AAECAwQFBgcICQoLDA0ODw"),
};
const key = hashSchema.parse("k".repeat(43));
const parts = { loop, port: 47111, facilitatorKey: key, others: [] };
const card = (address: string) => ({
  address,
  family: "IPv4" as const,
  internal: false,
  netmask: "255.255.255.0",
  mac: "02:00:00:00:00:01",
  cidr: `${address}/24`,
});

describe("what a facilitator shows", () => {
  it("is one invite as text, picture and typed code, with the likeliest address first", async () => {
    const shown = await inviteCard(parts, {
      docker0: [card("172.17.0.1")],
      wlan0: [card("192.168.10.4")],
    });
    expect(shown).toMatchObject({
      addresses: ["192.168.10.4:47111", "172.17.0.1:47111"],
      reach: "network",
      typedCode: "192.168.10.4:47111/K7QX",
      signalingUrl: "ws://127.0.0.1:47111/signal",
    });
    const way = unwrap(parseWayIn(shown.invite, { now: null }));
    expect(way).toMatchObject({ kind: "invite", invite: { facilitatorKey: key, joinToken: loop.joinToken } });
    expect(shown.qrSvg).toMatch(/^<svg[^>]*viewBox="0 0 (\d+) \1"/);
    expect(shown.qrSvg).not.toContain("<script");
  });

  it("names no more than three addresses, so that the picture stays readable", async () => {
    const wlan0 = ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"].map(card);
    const shown = await inviteCard(parts, { wlan0 });
    expect(shown.addresses.length).toBe(3);
    const modules = Number(/viewBox="0 0 (\d+)/.exec(shown.qrSvg)?.[1]) - 4;
    // QR version 12 has 65 modules a side: about a centimetre per ten modules across a table.
    expect(modules).toBeLessThanOrEqual(65);
  });

  it("names other members' doors, and the picture stays as large, with addresses of the newer kind a little less", async () => {
    const interfaces = { wlan0: ["192.168.100.101", "192.168.100.102", "192.168.100.103"].map(card) };
    const others = (hosts: readonly string[]) =>
      ["a", "b", "c"].map((letter) => ({
        key: hashSchema.parse(letter.repeat(42).concat("A")),
        addresses: hosts.map((host) => `${host}:47111`),
      }));
    const modulesOf = ({ qrSvg }: { readonly qrSvg: string }) =>
      Number(/viewBox="0 0 (\d+)/.exec(qrSvg)?.[1]) - 4;
    const shown = await inviteCard({ ...parts, others: others(["10.0.0.9", "10.1.0.9"]) }, interfaces);
    expect(unwrap(parseWayIn(shown.invite, { now: null }))).toMatchObject({
      invite: {
        addresses: [{ host: "192.168.100.101" }, { host: "192.168.100.102" }, { host: "192.168.100.103" }],
        others: [{ addresses: [{ host: "10.0.0.9", port: 47111 }, { host: "10.1.0.9" }] }, {}, {}],
      },
    });
    expect(modulesOf(shown)).toBeLessThanOrEqual(65);
    const newer = others([
      "[fd12:3456:789a:bcde:f012:3456:789a:bcde]",
      "[fd12:3456:789a:bcde:f012:3456:789a:bcdf]",
    ]);
    // QR version 15.
    expect(modulesOf(await inviteCard({ ...parts, others: newer }, interfaces))).toBeLessThanOrEqual(77);
  });

  it("leaves out what is only another laptop's own loopback, and a door without any other address", async () => {
    const others = [
      { key, addresses: ["127.0.0.1:47111", "10.0.0.9:47111"] },
      { key, addresses: ["127.0.0.1:47111"] },
    ];
    const onNetwork = await inviteCard({ ...parts, others }, { wlan0: [card("10.0.0.4")] });
    const way = unwrap(parseWayIn(onNetwork.invite, { now: null }));
    expect(way.kind === "invite" ? way.invite.others : []).toEqual([
      { key: expect.any(String), addresses: [{ host: "10.0.0.9", port: 47111 }] },
    ]);
    const onOneMachine = await inviteCard({ ...parts, others }, {});
    expect(unwrap(parseWayIn(onOneMachine.invite, { now: null }))).toMatchObject({
      invite: { others: [{}, { addresses: [{ host: "127.0.0.1", port: 47111 }] }] },
    });
  });

  it("says when only this laptop can be reached", async () => {
    expect(await inviteCard(parts, {})).toMatchObject({
      reach: "thisLaptop",
      addresses: ["127.0.0.1:47111"],
    });
  });
});
