import { describe, expect, it } from "vitest";
import type { WebrtcConn } from "y-webrtc";
import { Introductions } from "../../../../../src/sync/transport/webrtc/introductions";

const aConnection = (initiator: boolean) => {
  const made = { peer: { initiator }, hungUp: false };
  const destroy = (): void => {
    made.hungUp = true;
  };
  return { made, connection: { ...made, destroy } as unknown as WebrtcConn };
};
const hangsUp = (own: string, other: string, initiator: boolean): boolean => {
  const { made, connection } = aConnection(initiator);
  new Introductions(own).set(other, connection);
  return made.hungUp;
};

describe("of two laptops that hear of each other at once", () => {
  it("exactly one offers, whichever way round their names are", () => {
    for (const [one, other] of [
      ["a", "b"],
      ["b", "a"],
    ] as const)
      expect([hangsUp(one, other, true), hangsUp(other, one, true)].filter(Boolean)).toHaveLength(1);
  });

  it("both take an offer", () => {
    expect([hangsUp("a", "b", false), hangsUp("b", "a", false)]).toEqual([false, false]);
  });
});
