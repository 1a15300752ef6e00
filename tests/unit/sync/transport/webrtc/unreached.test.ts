import { describe, expect, it } from "vitest";
import { newUnreached } from "../../../../../src/sync/transport/webrtc/unreached";

const none = new Map<string, { readonly connected: boolean }>();
const one = (connected: boolean) => new Map([["a", { connected }]]);

describe("laptops that were heard of and are not reached", () => {
  it("are those that announced themselves, until they are connected", () => {
    const unreached = newUnreached();
    unreached.heard("a");
    expect(unreached.look(none)).toEqual(["a"]);
    expect(unreached.look(one(false))).toEqual(["a"]);
    expect(unreached.look(one(true))).toEqual([]);
    expect(unreached.look(none)).toEqual([]);
  });

  it("are forgotten when they say nothing for forty looks", () => {
    const unreached = newUnreached();
    unreached.heard("a");
    for (let look = 0; look < 39; look += 1) unreached.look(none);
    expect(unreached.look(none)).toEqual(["a"]);
    expect(unreached.look(none)).toEqual([]);
  });
});
