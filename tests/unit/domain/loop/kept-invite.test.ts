import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { timestampSchema } from "../../../../src/domain/ids";
import { parseWayIn } from "../../../../src/domain/loop/invite";

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
  const later = kept.oneAddress.replace("invite:1:", "invite:2:");
  expect(parseWayIn(later, { now })).toMatchObject({ error: { type: "updateFirst" } });
});
