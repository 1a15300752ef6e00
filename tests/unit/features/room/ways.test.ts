import { describe, expect, it } from "vitest";
import type { RoomState } from "../../../../src/bindings/services";
import { relayedLines, unreachableTrouble } from "../../../../src/features/room/ways";
import { aLoopView } from "../../../support/builders/loop-view";
import { aPerson, personId } from "../../../support/builders/record";

const view = aLoopView([aPerson("ana"), aPerson("tomas")]);
const failure = { type: "nobodyReachable", tried: ["192.168.10.5:47111"], seconds: 20, serverReached: false };

const relayed = (name: string, via: string | null): RoomState["peers"][number] => ({
  deviceId: name,
  personId: personId(name),
  link: "relayed",
  via: via === null ? null : personId(via),
  holds: "unknown",
});
const lines = (...peers: RoomState["peers"]): readonly string[] =>
  relayedLines(view, {
    connection: "together",
    hosting: false,
    invite: null,
    lobby: [],
    peers,
    problem: null,
  });

describe("how a laptop is reached", () => {
  it("says whose laptop passes things on and has to stay on, once for all that it serves", () => {
    const [line, ...more] = lines(relayed("ana", "tomas"), relayed("tomas", "tomas"));
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^ana and tomas are reached through tomas’s? laptop: keep it on and in the room\.$/i,
    );
  });

  it("says so where whose laptop it is cannot be known, and nothing of direct laptops", () => {
    expect(lines(relayed("ana", null))[0]).toMatch(/^ana is reached through another laptop/i);
    expect(lines({ ...relayed("ana", null), link: "direct" })).toEqual([]);
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
