import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { timestampSchema } from "../../../../src/domain/ids";
import { inviteText, parseWayIn } from "../../../../src/domain/loop/invite";

const kept = z
  .object({
    twoAddresses: z.string(),
    oneAddress: z.string(),
    joinToken: z.string(),
    facilitatorKey: z.string(),
  })
  .parse(JSON.parse(readFileSync(new URL("./samples/invite-v1.json", import.meta.url), "utf8")));
const said = {
  protocol: 4,
  label: "K7QX",
  joinToken: kept.joinToken,
  facilitatorKey: kept.facilitatorKey,
  others: [],
};
const near = { host: "192.168.10.4", port: 47111 };
const far = { host: "10.0.0.7", port: 47112 };
const now = timestampSchema.parse("2026-11-23T07:00:00.000Z");

it("invites of version 1 open, with one address or several, and with or without a last moment", () => {
  expect(parseWayIn(kept.twoAddresses, { now })).toEqual({
    ok: true,
    value: {
      kind: "invite",
      invite: { ...said, addresses: [near, far], expiresAt: "2026-11-23T08:00:00.000Z" },
    },
  });
  expect(parseWayIn(kept.oneAddress, { now })).toEqual({
    ok: true,
    value: { kind: "invite", invite: { ...said, addresses: [near], expiresAt: null } },
  });
});

it("one whose moment has passed is refused as that, and one of a later version asks for an update", () => {
  const after = timestampSchema.parse("2026-11-23T08:00:01.000Z");
  expect(parseWayIn(kept.twoAddresses, { now: after })).toMatchObject({ error: { type: "expired" } });
  const later = kept.oneAddress.replace("invite:1:", "invite:3:");
  expect(parseWayIn(later, { now })).toMatchObject({ error: { type: "updateFirst" } });
});

const keptV2 = z
  .object({
    withLastMoment: z.string(),
    withoutOne: z.string(),
    joinToken: z.string(),
    keys: z.tuple([z.string(), z.string(), z.string()]),
  })
  .parse(JSON.parse(readFileSync(new URL("./samples/invite-v2.json", import.meta.url), "utf8")));

it("invites of version 2 open with every door they name, and are written just so", () => {
  const [facilitatorKey, deputy, panelist] = keptV2.keys;
  const invite = {
    protocol: 4,
    label: "K7QX",
    joinToken: keptV2.joinToken,
    facilitatorKey,
    addresses: [near, { host: "fd12:3456::4", port: 47111 }],
    expiresAt: "2026-11-23T08:00:00.000Z",
    others: [
      { key: deputy, addresses: [{ host: "192.168.10.7", port: 47112 }] },
      {
        key: panelist,
        addresses: [
          { host: "10.0.0.9", port: 47111 },
          { host: "fd00::1:0:0:9", port: 47111 },
        ],
      },
    ],
  };
  const read = parseWayIn(keptV2.withLastMoment, { now });
  expect(read).toEqual({ ok: true, value: { kind: "invite", invite } });
  if (read.ok && read.value.kind === "invite")
    expect(inviteText(read.value.invite)).toBe(keptV2.withLastMoment);
  expect(parseWayIn(keptV2.withoutOne, { now })).toEqual({
    ok: true,
    value: { kind: "invite", invite: { ...invite, expiresAt: null } },
  });
});
