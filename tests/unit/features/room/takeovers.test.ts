import { describe, expect, it } from "vitest";
import type { RoomState } from "../../../../src/bindings/services";
import { hashSchema } from "../../../../src/domain/ids";
import type { AuthorityState } from "../../../../src/domain/loop/loop-view";
import { mayTakeOver, takeoverSentences } from "../../../../src/features/room/takeovers";
import { aHash } from "../../../support/builders/ids";
import { aLoopView, anAuthority } from "../../../support/builders/loop-view";
import { aPerson, noon, personId } from "../../../support/builders/record";

const ana = aPerson("ana", ["facilitator", "panelist"]);
const [ben, cleo] = [aPerson("ben"), aPerson("cleo")];
const everybody = [ben, ana, cleo];
const viewWith = (authority: Partial<AuthorityState>) =>
  aLoopView(everybody, { authority: anAuthority(everybody, ana.personId, authority) });

const room: RoomState = {
  connection: "alone",
  hosting: false,
  invite: null,
  lobby: [],
  peers: [],
  problem: null,
};
const withPeer = (name: string, link: "direct" | "connecting" = "direct"): RoomState => ({
  ...room,
  peers: [{ deviceId: `device-${name}`, personId: personId(name), link, holds: "unknown" }],
});
const takeover = (name: string, reason: string) => ({
  hash: aHash(hashSchema, name),
  personId: personId(name),
  at: noon,
  reason,
});

describe("taking over", () => {
  const deputys = viewWith({ mine: "mayTakeOver" });

  it("is offered to a deputy while the person in charge has no laptop here", () => {
    expect(mayTakeOver(deputys, room)).toBe(true);
    expect(mayTakeOver(deputys, withPeer("cleo"))).toBe(true);
    expect(mayTakeOver(deputys, withPeer("ana", "connecting"))).toBe(true);
    expect(mayTakeOver(deputys, withPeer("ana"))).toBe(false);
  });

  it("is offered to nobody else", () => {
    expect(mayTakeOver(viewWith({ mine: "none" }), room)).toBe(false);
    expect(mayTakeOver(viewWith({ mine: "acts" }), room)).toBe(false);
  });

  it("is told to everybody with its reason, and of two whose word counts", () => {
    expect(takeoverSentences(viewWith({}))).toEqual([]);
    const one = takeoverSentences(viewWith({ takeovers: [takeover("ben", "Her laptop fell.")] }));
    expect(one).toHaveLength(1);
    expect(one[0]).toMatch(/^ben took over from ana at \d\d:\d\d: “Her laptop fell.”$/);
    const takeovers = [takeover("ben", "Her laptop fell."), takeover("cleo", "Nobody answers.")];
    const two = takeoverSentences(viewWith({ takeovers, inCharge: personId("ben") }));
    expect(two).toHaveLength(3);
    expect(two[2]).toBe("Where they differ, ben’s word counts, being earlier in the list.");
  });
});
