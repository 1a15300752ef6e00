import { describe, expect, it } from "vitest";
import { deviceIdSchema, timestampSchema } from "../../../../src/domain/ids";
import {
  noRefusals,
  type RefusalEvent,
  type Refusals,
  withRefusal,
} from "../../../../src/domain/loop/refusals";
import { aHash } from "../../../support/builders/ids";

const at = (minute: number) =>
  timestampSchema.parse(`2026-11-23T12:${String(minute).padStart(2, "0")}:00.000Z`);
const event = (overrides: Partial<RefusalEvent> = {}): RefusalEvent => ({
  source: "connection",
  reason: "doesNotOpen",
  deviceId: null,
  kind: "",
  card: null,
  ...overrides,
});
const device = (name: string) => aHash(deviceIdSchema, name);
const flood = (times: number, from: (index: number) => RefusalEvent): Refusals =>
  Array.from({ length: times }).reduce<Refusals>(
    (known, _, index) => withRefusal(known, from(index), at(1)),
    noRefusals,
  );

describe("what was refused", () => {
  it("is one row for the same thing from the same laptop, with its count and times", () => {
    const twice = withRefusal(withRefusal(noRefusals, event(), at(1)), event(), at(9));
    expect(twice).toEqual({ rows: [{ ...event(), count: 2, firstAt: at(1), lastAt: at(9) }], more: 0 });
  });

  it("is another row for another laptop, another reason or another card", () => {
    const others = [event(), event({ deviceId: device("ben") }), event({ reason: "malformed" })];
    const list = others.reduce((known, one) => withRefusal(known, one, at(1)), noRefusals);
    expect(list.rows).toHaveLength(3);
  });

  it("stays one row under a stranger's flood", () => {
    const list = flood(10_000, () => event());
    expect(list).toMatchObject({ rows: [{ count: 10_000 }], more: 0 });
  });

  it("is bounded where every attempt pretends to be another laptop, and hides no other source", () => {
    const list = flood(500, (index) => event({ deviceId: device(`fake-${index}`) }));
    expect(list.rows).toHaveLength(12);
    expect(list.more).toBe(488);
    const after = withRefusal(list, event({ source: "entry", reason: "badSignature" }), at(2));
    expect(after.rows.at(-1)).toMatchObject({ source: "entry", count: 1 });
  });
});
