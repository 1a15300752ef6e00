import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64UrlSchema, hashSchema, timestampSchema } from "../../../../src/domain/ids";
import { asciiFromBase64Url, asciiToBase64Url } from "../../../../src/domain/loop/ascii-base64url";
import { bytesToBase64Url } from "../../../../src/domain/loop/base64url-bytes";
import { crc32Hex } from "../../../../src/domain/loop/crc32";
import {
  type FullInvite,
  inviteText,
  parseWayIn,
  ticketOf,
  typedCodeText,
} from "../../../../src/domain/loop/invite";
import { inviteBytes } from "../../../../src/domain/loop/invite-bytes";
import { addressText, type LanAddress } from "../../../../src/domain/loop/lan-address";
import { loopLabelSchema } from "../../../../src/domain/loop/loop-label";
import { unwrap } from "../../../../src/domain/result";

const noon = timestampSchema.parse("2026-11-23T12:00:00.000Z");
const seeded = { seed: 20261123, numRuns: 300 };

const anInvite = (over: Partial<FullInvite> = {}): FullInvite => ({
  protocol: 1,
  addresses: [
    { host: "192.168.10.4", port: 47111 },
    { host: "10.0.0.17", port: 47112 },
  ],
  label: loopLabelSchema.parse("K7QX"),
  joinToken: base64UrlSchema.parse("AAECAwQFBgcICQoLDA0ODw"),
  facilitatorKey: hashSchema.parse("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"),
  expiresAt: null,
  others: [],
  ...over,
});

const letters = (characters: string, length: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((list) => list.join(""));
const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const portArbitrary = fc.integer({ min: 1, max: 65535 });
const addressArbitrary = fc.oneof(
  fc.record({ host: fc.ipV4().filter((host) => host !== "0.0.0.0"), port: portArbitrary }),
  fc.record({
    host: fc
      .array(fc.integer({ min: 1, max: 0xffff }), { minLength: 8, maxLength: 8 })
      .map((groups) => groups.map((group) => group.toString(16)).join(":")),
    port: portArbitrary,
  }),
);
const inviteArbitrary: fc.Arbitrary<FullInvite> = fc.record({
  protocol: fc.constant(1),
  addresses: fc.array(addressArbitrary, { minLength: 1, maxLength: 4 }),
  label: letters("BCDFGHJKMNPQRSTVWXYZ23456789", 4).map((text) => loopLabelSchema.parse(text)),
  joinToken: letters(base64Letters, 22).map((text) => base64UrlSchema.parse(text)),
  facilitatorKey: letters(base64Letters, 43).map((text) => hashSchema.parse(text)),
  expiresAt: fc.option(
    fc
      .integer({ min: 1_800_000_000, max: 4_000_000_000 })
      .map((seconds) => timestampSchema.parse(new Date(seconds * 1000).toISOString())),
  ),
  others: fc.constant([]),
});
const otherDoors = fc.array(
  fc.record({
    key: letters(base64Letters, 42).map((text) => hashSchema.parse(`${text}A`)),
    addresses: fc.array(addressArbitrary, { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const severalDoors: fc.Arbitrary<FullInvite> = fc
  .tuple(inviteArbitrary, otherDoors)
  .map(([invite, others]) => ({ ...invite, others }));

/** As a browser writes addresses; bytes have one way only to be written down again. */
const asBrowsersWrite = ({ host, port }: LanAddress): LanAddress => ({
  host: host.includes(":") ? new URL(`http://[${host}]`).hostname.slice(1, -1) : host,
  port,
});
/** The last letter of 43 holds four bits of a key, that of 22 two of a token. */
const lastBits = (text: string, bits: number): string => {
  const drop = 6 - bits;
  return text.slice(0, -1) + base64Letters.charAt((base64Letters.indexOf(text.at(-1) ?? "") >> drop) << drop);
};

const read = (text: string) => parseWayIn(text, { now: noon });
const refusal = (text: string) => {
  const result = read(text);
  return result.ok ? "accepted" : result.error;
};
const packed = (json: unknown) => {
  const payload = asciiToBase64Url(JSON.stringify(json));
  return `panelbook-invite:1:${payload}:${crc32Hex(payload)}`;
};

describe("the text of a full invite", () => {
  it("is the one that earlier programs wrote, for ever", () => {
    // Made by hand with another program (Python's json, base64 and zlib.crc32).
    const written =
      "panelbook-invite:1:eyJwIjoxLCJhIjpbIjE5Mi4xNjguMTAuNDo0NzExMSIsIjEwLjAuMC4xNzo0NzExMiJdLCJsIjoiSzdRW" +
      "CIsInQiOiJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwiayI6IjQ3REVRcGo4SEJTYS1fVEltVy01SkNldVFlUmttNU5NcEpXWkcza" +
      "FN1RlUifQ:ad91fac4";
    expect(inviteText(anInvite())).toBe(written);
    expect(unwrap(read(written))).toEqual({ kind: "invite", invite: anInvite() });
  });

  it("comes back as it was for any addresses, token, key and time", () => {
    fc.assert(
      fc.property(inviteArbitrary, (invite) => {
        expect(unwrap(read(inviteText(invite)))).toEqual({ kind: "invite", invite });
      }),
      seeded,
    );
  });

  it("comes back as it was with several doors, addresses in the form that has no other", () => {
    fc.assert(
      fc.property(severalDoors, (invite) => {
        const { addresses, joinToken, facilitatorKey, others } = invite;
        expect(unwrap(read(inviteText(invite)))).toEqual({
          kind: "invite",
          invite: {
            ...invite,
            addresses: addresses.map(asBrowsersWrite),
            joinToken: lastBits(joinToken, 2),
            facilitatorKey: lastBits(facilitatorKey, 4),
            others: others.map((door) => ({ ...door, addresses: door.addresses.map(asBrowsersWrite) })),
          },
        });
      }),
      seeded,
    );
  });

  it("leads to the other doors with their keys and without the token, which means nothing there", () => {
    const others = [
      { key: hashSchema.parse("A".repeat(43)), addresses: [{ host: "10.0.0.9", port: 47111 }] },
    ];
    expect(ticketOf(unwrap(read(inviteText(anInvite({ others })))))).toMatchObject({
      hostKey: anInvite().facilitatorKey,
      others,
    });
    expect(ticketOf(unwrap(read(inviteText(anInvite())))).others).toBeUndefined();
  });

  it("stays under 300 characters with two addresses, even full IPv6 ones", () => {
    const host = "fd12:3456:789a:bcde:f012:3456:789a:bcde";
    const longest = anInvite({
      addresses: [
        { host, port: 47111 },
        { host, port: 47112 },
      ],
    });
    expect(inviteText(anInvite({ expiresAt: noon })).length).toBeLessThan(280);
    expect(inviteText(longest).length).toBeLessThan(300);
  });

  it("is read although a mail wrapped it and wrote words around it", () => {
    const text = inviteText(anInvite());
    const mailed = `Hello Ana,\r\nplease paste this:\r\n  ${text.slice(0, 70)}\r\n  ${text.slice(70, 140)}\u200b\r\n${text.slice(140)}\r\nSee you!`;
    expect(unwrap(read(mailed))).toEqual({ kind: "invite", invite: anInvite() });
  });

  it("never shows its join token to a typed code's ticket", () => {
    expect(ticketOf(unwrap(read("192.168.10.4/K7QX")))).toMatchObject({ joinToken: null, hostKey: null });
    expect(ticketOf(unwrap(read(inviteText(anInvite()))))).toMatchObject({
      joinToken: anInvite().joinToken,
      hostKey: anInvite().facilitatorKey,
    });
  });
});

describe("a full invite that is refused", () => {
  it("is damaged where bytes of its doors are missing, changed or too many, whatever its sum says", () => {
    const addresses = [{ host: "10.0.0.9", port: 47111 }];
    const others = [{ key: hashSchema.parse("B".repeat(42).concat("A")), addresses }];
    const whole = inviteBytes(anInvite({ others }));
    const sealed = (bytes: Uint8Array): string => {
      const payload = bytesToBase64Url(bytes);
      return `panelbook-invite:2:${payload}:${crc32Hex(payload)}`;
    };
    expect(read(sealed(whole)).ok).toBe(true);
    for (let length = 0; length < whole.length; length += 1)
      expect(refusal(sealed(whole.subarray(0, length)))).toEqual({ type: "damaged" });
    expect(refusal(sealed(Uint8Array.of(...whole, 0)))).toEqual({ type: "damaged" });
    const changed = (at: number, value: number) => whole.map((byte, each) => (each === at ? value : byte));
    // More doors than there are, none, and an address of five bytes.
    for (const [at, value] of [
      [26, 9],
      [26, 0],
      [60, 5],
    ] as const)
      expect(refusal(sealed(changed(at, value)))).toEqual({ type: "damaged" });
  });

  it("is damaged after any one letter was changed or lost", () => {
    const text = inviteText(anInvite());
    const head = "panelbook-invite:1:".length;
    fc.assert(
      fc.property(
        fc.integer({ min: head, max: text.length - 1 }),
        fc.constantFrom(..."AZaz09-_"),
        (at, letter) => {
          fc.pre(text.charAt(at).toLowerCase() !== letter.toLowerCase());
          expect(refusal(text.slice(0, at) + letter + text.slice(at + 1))).toEqual({ type: "damaged" });
          expect(refusal(text.slice(0, at) + text.slice(at + 1))).toEqual({ type: "damaged" });
        },
      ),
      seeded,
    );
  });

  it("says update first for a newer text version, whatever follows, and for a newer protocol", () => {
    expect(refusal("panelbook-invite:3:%%% anything %%%")).toEqual({ type: "updateFirst" });
    expect(refusal(inviteText(anInvite({ protocol: 6 })))).toEqual({ type: "updateFirst" });
  });

  it("is read for every protocol this program speaks", () => {
    for (const protocol of [1, 2, 3, 4, 5]) expect(read(inviteText(anInvite({ protocol }))).ok).toBe(true);
  });

  it("says that the host must update for a protocol no longer spoken", () => {
    const older = { now: noon, protocol: 3, oldest: 2 };
    const result = parseWayIn(inviteText(anInvite({ protocol: 1 })), older);
    expect(result).toEqual({ ok: false, error: { type: "hostMustUpdate" } });
  });

  it("has expired a millisecond after its time and not at it", () => {
    const text = inviteText(anInvite({ expiresAt: noon }));
    expect(read(text).ok).toBe(true);
    const later = timestampSchema.parse("2026-11-23T12:00:00.001Z");
    expect(parseWayIn(text, { now: later })).toEqual({ ok: false, error: { type: "expired", at: noon } });
    expect(parseWayIn(text, { now: null }).ok).toBe(true);
  });

  it("is damaged where its checksum fits and its content does not", () => {
    const good = {
      p: 1,
      a: ["10.0.0.1:1"],
      l: "K7QX",
      t: anInvite().joinToken,
      k: anInvite().facilitatorKey,
    };
    expect(read(packed(good)).ok).toBe(true);
    const wrong = [
      { ...good, a: [] },
      { ...good, a: ["10.0.0.1:70000"] },
      { ...good, a: ["0.0.0.0:1"] },
      { ...good, a: ["evil.example:80"] },
      { ...good, a: ["fe80::1%eth0"] },
      { ...good, l: "k7qx" },
      { ...good, t: "short" },
      { ...good, k: undefined },
      { ...good, e: -1 },
      [],
      null,
      "text",
    ];
    for (const content of wrong) expect(refusal(packed(content))).toEqual({ type: "damaged" });
  });

  it("is never anything worse than refused, whatever was pasted", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 400 }),
          fc.string({ maxLength: 200 }).map((text) => `panelbook-invite:${text}`),
          fc.string({ maxLength: 40 }).map((text) => `${text}/K7QX`),
        ),
        (text) => {
          const result = read(text);
          if (!result.ok) expect(typeof result.error.type).toBe("string");
        },
      ),
      { ...seeded, numRuns: 2000 },
    );
  });

  it("names empty text, other text and a flood of text", () => {
    expect(refusal(" \n\t\u200b")).toEqual({ type: "empty" });
    expect(refusal("Dear all, the loop is on Monday")).toEqual({ type: "notAnInvite" });
    expect(refusal("https://example.com/invite")).toEqual({ type: "notAnInvite" });
    expect(refusal(`panelbook-invite:1:${"A".repeat(30_000)}`)).toEqual({ type: "notAnInvite" });
  });
});

describe("the typed code", () => {
  const code = (host: string, port: number) => ({
    kind: "typed" as const,
    code: { address: { host, port }, label: loopLabelSchema.parse("K7QX") },
  });

  it("is address and label", () => {
    const label = loopLabelSchema.parse("K7QX");
    expect(typedCodeText({ address: { host: "192.168.10.4", port: 47111 }, label })).toBe(
      "192.168.10.4:47111/K7QX",
    );
    expect(typedCodeText({ address: { host: "fd00::4", port: 47111 }, label })).toBe("[fd00::4]:47111/K7QX");
  });

  it.each([
    ["192.168.10.4:47111/K7QX", "192.168.10.4", 47111],
    ["  192.168.10.4 : 47112 / k7qx\n", "192.168.10.4", 47112],
    ["192.168.10.4/K7QX", "192.168.10.4", 47111],
    ["1 92.168.1 0.4:4 7111/K 7 Q X", "192.168.10.4", 47111],
    ["[FD00::4]:47111/K7QX", "fd00::4", 47111],
    ["[fd00::4]/k7qx", "fd00::4", 47111],
  ])("is understood as typed: %s", (text, host, port) => {
    expect(unwrap(read(text))).toEqual(code(host, port));
  });

  it.each([
    ["192.168.10.400:47111/K7QX", "address"],
    ["0.0.0.0:47111/K7QX", "address"],
    ["[fd00:::4]:47111/K7QX", "address"],
    ["192.168.10.4:0/K7QX", "port"],
    ["192.168.10.4:70000/K7QX", "port"],
    ["192.168.10.4:47111/K7Q", "label"],
    ["192.168.10.4:47111/K7QA", "label"],
    ["192.168.10.4:47111/", "label"],
    ["192.168.10.4", "label"],
    ["192.168.10.4:47111", "label"],
    ["maras-laptop.local/K7QA", "label"],
  ] as const)("says which part is wrong in %s", (text, part) => {
    expect(refusal(text)).toEqual({ type: "badTypedCode", part });
  });

  it.each([
    "K7QX",
    "maras-laptop",
    "fd00::4/K7QX",
    "maras_laptop/K7QX",
    "-mara/K7QX",
    "mara..local/K7QX",
    "mara:1:2/K7QX",
    "https://mara.local/K7QX",
    `${"a".repeat(64)}/K7QX`,
  ])("does not guess at %s", (text) => {
    expect(refusal(text)).toEqual({ type: "notAnInvite" });
  });

  it.each([
    ["anas-laptop.local/K7QX", "anas-laptop.local", 47111],
    ["Anas-Laptop:47112/k7qx", "anas-laptop", 47112],
    ["laptop7.office.example./K7QX", "laptop7.office.example", 47111],
  ])("may name the laptop in place of its address: %s", (text, name, port) => {
    const label = loopLabelSchema.parse("K7QX");
    const way = unwrap(read(text));
    expect(way).toEqual({ kind: "named", at: { name, port }, label });
    expect(ticketOf(way)).toEqual({
      addresses: [],
      at: { name, port },
      label,
      joinToken: null,
      hostKey: null,
    });
  });

  it("comes back for any address", () => {
    fc.assert(
      fc.property(addressArbitrary, (address) => {
        const label = loopLabelSchema.parse("K7QX");
        expect(unwrap(read(typedCodeText({ address, label })))).toEqual({
          kind: "typed",
          code: { address, label },
        });
        expect(addressText(address)).toContain(String(address.port));
      }),
      seeded,
    );
  });
});

describe("the invite's encodings", () => {
  it("agrees with Node's base64url for every ASCII text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 50 }), (text) => {
        expect(asciiToBase64Url(text)).toBe(Buffer.from(text, "ascii").toString("base64url"));
        expect(asciiFromBase64Url(asciiToBase64Url(text))).toBe(text);
      }),
      seeded,
    );
  });

  it("refuses bytes that are not ASCII and letters that are not base64url", () => {
    expect(asciiFromBase64Url(Buffer.from("é").toString("base64url"))).toBeNull();
    expect(asciiFromBase64Url("YW+=")).toBeNull();
    expect(() => asciiToBase64Url("é")).toThrow("ASCII");
  });

  it("has the checksum that the standard gives for 123456789", () => {
    expect(crc32Hex("123456789")).toBe("cbf43926");
    expect(crc32Hex("")).toBe("00000000");
  });
});
