import { describe, expect, it } from "vitest";
import type { WebrtcConn } from "y-webrtc";
import { Introductions } from "../../../../../src/sync/transport/webrtc/introductions";

/** A connection in the table of `own` to `other`; what becomes of it. */
const introduce = (own: string, other: string, initiator: boolean) => {
  let asked = 0;
  const peer = { initiator };
  const table = new Introductions(own, () => {
    asked += 1;
  });
  table.set(other, { peer } as unknown as WebrtcConn);
  return { offers: peer.initiator, asked, kept: table.has(other) };
};

describe("of two laptops that hear of each other at once", () => {
  it("exactly one offers, whichever way round their names are; the other waits and asks for it once", () => {
    for (const [smaller, larger] of [
      ["a", "b"],
      ["b", "c"],
    ] as const) {
      expect(introduce(larger, smaller, true)).toEqual({ offers: true, asked: 0, kept: true });
      expect(introduce(smaller, larger, true)).toEqual({ offers: false, asked: 1, kept: true });
    }
  });

  it("both take an offer and ask for nothing", () => {
    for (const [own, other] of [
      ["a", "b"],
      ["b", "a"],
    ] as const)
      expect(introduce(own, other, false)).toEqual({ offers: false, asked: 0, kept: true });
  });
});
