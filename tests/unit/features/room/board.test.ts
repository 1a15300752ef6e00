import { describe, expect, it } from "vitest";
import type { RoomState } from "../../../../src/bindings/services";
import type { CardState, SealedRevision } from "../../../../src/domain/loop/loop-view";
import { boardOf, cardLamp, laptopLamp } from "../../../../src/features/room/board";
import { aCardState, aDevice, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aCard, aPerson, aPlan, aSlot, personId, slotId } from "../../../support/builders/record";

const ana = aPerson("ana", ["facilitator", "panelist"]);
const tomas = aPerson("tomas");

const aRoom = (overrides: Partial<RoomState> = {}): RoomState => ({
  connection: "together",
  hosting: true,
  invite: null,
  lobby: [],
  peers: [],
  problem: null,
  ...overrides,
});

const lampOf = (overrides: Partial<CardState>) => cardLamp(aCardState("ana", "bench", overrides));

const sealed = (heldBy: readonly string[], overrides: Partial<SealedRevision> = {}) =>
  lampOf({ sealed: [aSealed("ana", "bench", heldBy, overrides)] });

describe("a card's lamp", () => {
  it("is empty while the card is owed, with how far it is once it was begun", () => {
    expect(lampOf({})).toEqual({ shape: "empty", words: "owed", unsafe: false });
    expect(lampOf({ progress: { answered: 3, of: 7 } }).words).toBe("owed, 3 of 7");
  });

  it("does not call a card owed that nobody waits for", () => {
    expect(lampOf({ required: false })).toEqual({ shape: "dash", words: "not needed", unsafe: false });
  });

  it("is half and asks for attention while the author's laptop alone holds it", () => {
    expect(sealed([])).toEqual({ shape: "half", words: "sealed, on 1 laptop", unsafe: true });
  });

  it("is full once a colleague's laptop has receipted it, counting the author's", () => {
    expect(sealed(["tomas"])).toEqual({ shape: "full", words: "sealed, on 2 laptops", unsafe: false });
    expect(sealed(["tomas", "ines"]).words).toBe("sealed, on 3 laptops");
  });

  it("warns of two versions before anything else", () => {
    const twice = [aSealed("ana", "bench", ["tomas"]), aSealed("ana", "bench-2", ["tomas"])];
    expect(lampOf({ sealed: twice, forked: true })).toEqual({
      shape: "bang",
      words: "two versions",
      unsafe: true,
    });
  });

  it("says after the reveal whether the card opened, waits for its key, or does not open", () => {
    const card = aCard(aSlot("bench", ["ana"]), "ana", {});
    expect(sealed(["tomas"], { opened: { state: "open", card, dependence: [] } }).words).toBe("opened");
    expect(sealed(["tomas"], { opened: { state: "withheld" } })).toMatchObject({ shape: "half" });
    expect(sealed(["tomas"], { opened: { state: "doesNotOpen" } })).toMatchObject({
      shape: "bang",
      unsafe: true,
    });
  });
});

describe("a laptop's lamp", () => {
  const view = aLoopView([ana, tomas]);
  const peer = (link: "direct" | "connecting") => ({
    deviceId: aDevice("tomas").deviceId,
    personId: personId("tomas"),
    link,
  });
  const wordsWith = (overrides: Partial<RoomState>): string =>
    laptopLamp(view, aRoom(overrides), tomas).words;

  it("knows this laptop's person, also when nobody is connected", () => {
    expect(laptopLamp(view, aRoom({ connection: "alone" }), ana).words).toBe("this laptop");
  });

  it("tells here, connecting and away apart", () => {
    expect(wordsWith({ peers: [peer("direct")] })).toBe("here");
    expect(wordsWith({ peers: [peer("connecting")] })).toBe("connecting");
    expect(wordsWith({})).toBe("away");
  });

  it("says that a person was never admitted, or waits at the door under the same name", () => {
    const before = aLoopView([ana, tomas], { devices: [aDevice("ana")] });
    const request = { requestId: "r", label: "", name: " Tomas ", words: [], invited: true };
    expect(laptopLamp(before, aRoom(), tomas).words).toBe("no laptop yet");
    expect(laptopLamp(before, aRoom({ lobby: [request] }), tomas).words).toBe("at the door");
  });
});

describe("the board", () => {
  it("has a row per person and a cell per slot, empty where the person has no card", () => {
    const plan = aPlan([aSlot("one", ["ana"]), aSlot("two", ["ana", "tomas"])]);
    const board = boardOf(aLoopView([ana, tomas], { plan }), aRoom());
    expect(board.slots.map(({ title, time }) => `${time} ${title}`)).toEqual(["09:30 one", "09:30 two"]);
    expect(board.rows.map((row) => row.cells.map((cell) => cell?.lamp.words ?? null))).toEqual([
      ["owed", "owed"],
      [null, "owed"],
    ]);
  });

  it("opens only this person's own cards, and only while they are not sealed", () => {
    const plan = aPlan([aSlot("one", ["ana", "tomas"]), aSlot("two", ["ana"])]);
    const cards = [
      aCardState("ana", "one"),
      aCardState("tomas", "one"),
      aCardState("ana", "two", { sealed: [aSealed("ana", "two")] }),
    ];
    const { rows } = boardOf(aLoopView([ana, tomas], { plan, cards }), aRoom());
    expect(rows.map((row) => row.cells.map((cell) => cell?.open ?? null))).toEqual([
      [true, false],
      [false, null],
    ]);
  });

  it("still shows a sealed card whose slot was dropped from the plan", () => {
    const cards = [aCardState("ana", "gone", { sealed: [aSealed("ana", "gone")] })];
    const board = boardOf(aLoopView([ana], { cards }), aRoom());
    expect(board.slots.map(({ title }) => title)).toEqual(["bench", "Dropped from the plan"]);
    expect(board.rows[0]?.cells[1]).toMatchObject({ slotId: slotId("gone"), open: false });
  });

  it("has people and no slots before the plan has arrived", () => {
    const board = boardOf(aLoopView([ana, tomas], { plan: null, cards: [] }), aRoom());
    expect(board.rows.map(({ name }) => name)).toEqual(["ana", "tomas"]);
    expect(board.slots).toEqual([]);
  });
});
