import { describe, expect, it } from "vitest";
import type { RoomState } from "../../../../src/bindings/services";
import { hashSchema } from "../../../../src/domain/ids";
import { completenessOf } from "../../../../src/domain/loop/completeness";
import type { CardState, Confirmation, LoopView } from "../../../../src/domain/loop/loop-view";
import { adviceFor } from "../../../../src/features/room/advice";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aDevice, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, noon, personId } from "../../../support/builders/record";

const anHash = (name: string) => aHash(hashSchema, name);

const ana = aPerson("ana", ["facilitator", "panelist"]);
const [tomas, ines] = [aPerson("tomas"), aPerson("ines")];

const roomWith = (...here: readonly string[]): RoomState => ({
  connection: "together",
  hosting: true,
  invite: null,
  lobby: [],
  peers: here.map((name) => ({
    deviceId: aDevice(name).deviceId,
    personId: personId(name),
    link: "direct" as const,
    holds: "all" as const,
  })),
  problem: null,
});

const viewOf = (cards: readonly CardState[], overrides: Partial<LoopView> = {}): LoopView =>
  aLoopView([ana, tomas, ines], { cards, ...overrides });

const words = (view: LoopView, room: RoomState): readonly string[] =>
  adviceFor(view, room, completenessOf(view)).map((advice) => advice.words);

const sealed = (name: string, heldBy: readonly string[], confirmation?: Confirmation): CardState =>
  aCardState(name, "bench", {
    sealed: [aSealed(name, "bench", heldBy, confirmation === undefined ? {} : { confirmation })],
  });

describe("what is missing, and what to do", () => {
  it("is nothing while everybody who owes is here", () => {
    const view = viewOf([aCardState("ana", "bench"), aCardState("tomas", "bench")]);
    expect(words(view, roomWith("tomas", "ines"))).toEqual([]);
  });

  it("is the laptop that is away and owes cards, and the person without one", () => {
    const owed = [aCardState("tomas", "bench"), aCardState("ines", "bench")];
    const view = viewOf(owed, { devices: [aDevice("ana"), aDevice("tomas")] });
    expect(words(view, roomWith())).toEqual([
      "tomas’ laptop is away and owes 1 card: get it back into the room.",
      "ines owes 1 card and has no laptop in the loop yet: let it in.",
    ]);
  });

  it("is to keep a laptop on that has the only copy, mine or a colleague's", () => {
    const view = viewOf([sealed("ana", []), sealed("tomas", [])]);
    expect(words(view, roomWith("tomas"))).toEqual([
      "Keep this laptop on and in the room: 1 sealed card is only here.",
      "Keep tomas’ laptop on and in the room: 1 sealed card is only there.",
    ]);
    expect(words(view, roomWith())[1]).toBe(
      "tomas’ laptop is away with the only safe copy of 1 sealed card: bring it back into the room.",
    );
  });

  it("gathers cards that want the same laptop", () => {
    const wanted = { needed: 2, lacking: 1, keepers: [personId("ana")] };
    const view = viewOf([sealed("tomas", ["ines"], wanted), sealed("ines", ["tomas"], wanted)]);
    expect(words(view, roomWith("tomas", "ines"))).toEqual([
      "2 cards of tomas and ines still need ana’s laptop.",
    ]);
  });

  it("is to ask whoever has a card and has not accepted, in loops that ask for it", () => {
    const held = sealed("tomas", ["ana", "ines"]);
    const accepted = {
      hash: anHash("one"),
      personId: personId("tomas"),
      at: noon,
      conflict: null,
      wording: "",
    };
    const flag = /^tomas has a card and has not accepted/;
    const plan = aPlan([aSlot("bench", ["ana", "tomas", "ines"])]);
    expect(words(viewOf([held], { plan, acceptances: [] }), roomWith("tomas", "ines"))).toEqual([
      expect.stringMatching(flag),
    ]);
    expect(words(viewOf([held], { plan, acceptances: [accepted] }), roomWith("tomas", "ines"))).toEqual([]);
    expect(words(viewOf([held], { plan, acceptances: null }), roomWith("tomas", "ines"))).toEqual([]);
  });

  it("names two versions, a card no laptop accepts, a late and a dropped one, the urgent first", () => {
    const refusal = { hash: "x", kind: "card", deviceId: null, reason: "otherKit", card: null };
    const view = viewOf([
      aCardState("ana", "bench", { required: false, dropped: "The lab was closed." }),
      aCardState("tomas", "bench", {
        forked: true,
        sealed: [
          aSealed("tomas", "bench", ["ana", "ines"], { late: true }),
          aSealed("tomas", "bench-2", ["ana", "ines"]),
        ],
      }),
      aCardState("ines", "bench", { refused: [refusal] }),
    ]);
    expect(words(view, roomWith("tomas", "ines"))).toEqual([
      "tomas’ card for bench exists in two versions: tomas has to say which one counts.",
      "ines’ card for bench was sealed in a way that no laptop accepts: ines has to seal it again.",
      "ana’s card for bench was dropped: The lab was closed.",
      "tomas’ card for bench came after the cards were called: it is read, and does not count as independent.",
    ]);
  });
});
