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
    const shown = await inviteCard(loop, 47111, key, {
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
    const shown = await inviteCard(loop, 47111, key, { wlan0 });
    expect(shown.addresses.length).toBe(3);
    const modules = Number(/viewBox="0 0 (\d+)/.exec(shown.qrSvg)?.[1]) - 4;
    // QR version 12 has 65 modules a side: about a centimetre per ten modules across a table.
    expect(modules).toBeLessThanOrEqual(65);
  });

  it("says when only this laptop can be reached", async () => {
    expect(await inviteCard(loop, 47111, key, {})).toMatchObject({
      reach: "thisLaptop",
      addresses: ["127.0.0.1:47111"],
    });
  });
});
