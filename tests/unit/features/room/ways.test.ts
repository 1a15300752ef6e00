import { describe, expect, it } from "vitest";
import { relayedWords, unreachableTrouble } from "../../../../src/features/room/ways";
import { aLoopView } from "../../../support/builders/loop-view";
import { aPerson, personId } from "../../../support/builders/record";

const view = aLoopView([aPerson("ana"), aPerson("tomas")]);
const failure = { type: "nobodyReachable", tried: ["192.168.10.5:47111"], seconds: 20, serverReached: false };

describe("how a laptop is reached", () => {
  it("names whose laptop passes things on, and says so where that is not known", () => {
    expect(relayedWords(view, personId("tomas"))).toMatch(/^here, through tomas’s laptop$/i);
    expect(relayedWords(view, null)).toBe("here, through another laptop");
    expect(relayedWords({ ...view, me: aPerson("ana") }, personId("ana"))).toBe("here, through this laptop");
  });
});

describe("nobody reachable", () => {
  it("says what was tried and for how long, and offers a hotspot, a cable or a bundle file", () => {
    const { what, safe, todo } = unreachableTrouble(failure);
    expect(what).toBe("Nobody answers at 192.168.10.5:47111 (tried for 20 seconds, and still trying).");
    expect(safe).toContain("on this laptop");
    for (const way of ["hotspot", "cable", "bundle file"]) expect(todo).toContain(way);
  });

  it("does not blame the network where a laptop answered", () => {
    const { what, todo } = unreachableTrouble({ ...failure, serverReached: true });
    expect(what).toBe("192.168.10.5:47111 answers, but no laptop of the loop came within 20 seconds.");
    expect(todo).not.toContain("hotspot");
  });

  it("asks for an invite where no place is known", () => {
    expect(unreachableTrouble({ ...failure, tried: [] }).todo).toContain("invite");
  });
});
