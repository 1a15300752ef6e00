import { describe, expect, it } from "vitest";
import type { RoomPeer, RoomState } from "../../../../src/bindings/services";
import type { CardState, SealedRevision } from "../../../../src/domain/loop/loop-view";
import {
  boardOf,
  cardLamp,
  cardMarks,
  copiesLine,
  holdsLine,
  laptopLamp,
} from "../../../../src/features/room/board";
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

/** Half past twelve, three quarters of an hour after the receipts of the builders. */
const nowMs = Date.parse("2026-11-23T12:30:00.000Z");

const lampOf = (overrides: Partial<CardState>, mine = false) =>
  cardLamp(aCardState("ana", "bench", overrides), mine);
const people = { persons: [aPerson("ana"), aPerson("ben")] };
const marksOf = (overrides: Partial<CardState>) =>
  cardMarks(people, aCardState("ana", "bench", overrides)).map(({ words }) => words);

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

  it("is a core and asks for attention while the author's laptop alone holds it", () => {
    expect(sealed([])).toEqual({ shape: "core", words: "on one laptop", unsafe: true });
    expect(lampOf({ sealed: [aSealed("ana", "bench")] }, true).words).toBe("on this laptop");
  });

  it("is half once a colleague's laptop has receipted it, and full once enough have", () => {
    expect(sealed(["tomas"])).toEqual({ shape: "half", words: "sent", unsafe: false });
    expect(sealed(["tomas", "ines"])).toEqual({ shape: "full", words: "confirmed", unsafe: false });
  });

  it("speaks of the one other laptop where there is only one other person", () => {
    const two = { needed: 1, lacking: 0, keepers: [] };
    expect(sealed(["tomas"], { confirmation: two }).words).toBe("on one other laptop");
  });
});

describe("a card's marks", () => {
  it("are none where nothing is to be known besides where it is", () => {
    expect(marksOf({ sealed: [aSealed("ana", "bench", ["tomas"])] })).toEqual([]);
  });

  it("name who typed the card in", () => {
    const typedIn = { by: personId("ben"), reason: "Dead laptop." };
    expect(marksOf({ sealed: [aSealed("ben", "bench", [], { typedIn })] })).toEqual(["typed in by ben"]);
    expect(marksOf({ sealed: [aSealed("ana", "bench")] })).toEqual([]);
  });

  it("name two versions, a refusal, a late and a dropped card, each with a shape", () => {
    const twice = [aSealed("ana", "bench"), aSealed("ana", "bench-2", [], { late: true })];
    const refusal = { hash: "x", kind: "card", deviceId: null, reason: "otherKit", card: null };
    const state = { sealed: twice, forked: true, dropped: "Ana was called away.", refused: [refusal] };
    expect(marksOf(state)).toEqual(["two versions", "refused", "late", "dropped"]);
    expect(cardMarks(people, aCardState("ana", "bench", state)).map(({ shape }) => shape)).toEqual([
      "bang",
      "bang",
      "bang",
      "dash",
    ]);
  });

  it("say after the reveal whether the card opened, waits for its key, or does not open", () => {
    const card = aCard(aSlot("bench", ["ana"]), "ana", {});
    const marked = (opened: SealedRevision["opened"]) =>
      marksOf({ sealed: [aSealed("ana", "bench", ["tomas"], { opened })] });
    expect(marked({ state: "open", card, dependence: [], byEscrow: false })).toEqual(["opened"]);
    expect(marked({ state: "withheld" })).toEqual(["key not here yet"]);
    expect(marked({ state: "doesNotOpen" })).toEqual(["does not open"]);
  });
});

describe("the copies of a card on the board", () => {
  const line = (heldBy: readonly string[]) =>
    copiesLine(aCardState("ana", "bench", { sealed: [aSealed("ana", "bench", heldBy)] }), nowMs);

  it("are counted with the author's laptop, and as old as the oldest receipt", () => {
    expect(line(["tomas", "ines"])).toBe("3 laptops, 45 min");
  });

  it("are not spoken of while there is one", () => {
    expect(line([])).toBe("");
  });
});

describe("a laptop's lamp", () => {
  const view = aLoopView([ana, tomas]);
  const peer = (link: "direct" | "relayed" | "connecting", via?: "ana" | "ines") => ({
    deviceId: aDevice("tomas").deviceId,
    personId: personId("tomas"),
    link,
    ...(via === undefined ? {} : { via: personId(via) }),
    holds: "unknown" as const,
  });
  const wordsWith = (overrides: Partial<RoomState>): string =>
    laptopLamp(view, aRoom(overrides), tomas).words;

  it("knows this laptop's person, also when nobody is connected", () => {
    expect(laptopLamp(view, aRoom({ connection: "alone" }), ana).words).toBe("this laptop");
  });

  it("tells here, connecting and away apart", () => {
    expect(wordsWith({ peers: [peer("direct")] })).toBe("here");
    expect(wordsWith({ peers: [peer("connecting")] })).toBe("connecting");
    expect(wordsWith({ peers: [peer("relayed")] })).toBe("relayed");
    expect(wordsWith({})).toBe("away");
  });

  it("says that a person was never admitted, or waits at the door under the same name", () => {
    const before = aLoopView([ana, tomas], { devices: [aDevice("ana")] });
    const request = { requestId: "r", label: "", name: " Tomás ", words: [], invited: true };
    expect(laptopLamp(before, aRoom(), tomas).words).toBe("no laptop yet");
    expect(laptopLamp(before, aRoom({ lobby: [request] }), tomas).words).toBe("at the door");
  });
});

describe("what a laptop here holds", () => {
  const view = aLoopView([ana, tomas]);
  const peer = (holds: "all" | "some" | "unknown", link: "direct" | "relayed" | "connecting" = "direct") => ({
    deviceId: aDevice("tomas").deviceId,
    personId: personId("tomas"),
    link,
    holds,
  });
  const line = (...peers: readonly RoomPeer[]) => holdsLine(view, aRoom({ peers }), tomas);

  it("is everything where it said so, also over a relay", () => {
    expect(line(peer("all"))).toBe("holds everything");
    expect(line(peer("all", "relayed"))).toBe("holds everything");
  });

  it("is not everything while one of the person's laptops lacks changes", () => {
    expect(line(peer("all"), peer("some"))).toBe("lacks changes");
  });

  it("says how many changes the one lacks that lacks most", () => {
    expect(line({ ...peer("some"), lacks: 1 })).toBe("lacks 1 change");
    expect(line(peer("all"), { ...peer("some"), lacks: 3 }, { ...peer("some"), lacks: 14 })).toBe(
      "lacks 14 changes",
    );
    expect(line({ ...peer("some"), lacks: 0 })).toBe("lacks changes");
  });

  it("is not guessed at: nothing is said of a laptop that is away, on its way or silent, nor of this one", () => {
    expect(line()).toBe("");
    expect(line(peer("all", "connecting"))).toBe("");
    expect(line(peer("unknown"))).toBe("");
    expect(line(peer("all"), peer("unknown"))).toBe("");
    expect(holdsLine(view, aRoom({ peers: [{ ...peer("all"), personId: personId("ana") }] }), ana)).toBe("");
  });
});

describe("the board", () => {
  it("has a row per person and a cell per slot, empty where the person has no card", () => {
    const plan = aPlan([aSlot("one", ["ana"]), aSlot("two", ["ana", "tomas"])]);
    const board = boardOf(aLoopView([ana, tomas], { plan }), aRoom(), nowMs);
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
    const { rows } = boardOf(aLoopView([ana, tomas], { plan, cards }), aRoom(), nowMs);
    expect(rows.map((row) => row.cells.map((cell) => cell?.open ?? null))).toEqual([
      [true, false],
      [false, null],
    ]);
  });

  it("still shows a sealed card whose slot was dropped from the plan", () => {
    const cards = [aCardState("ana", "gone", { sealed: [aSealed("ana", "gone")] })];
    const board = boardOf(aLoopView([ana], { cards }), aRoom(), nowMs);
    expect(board.slots.map(({ title }) => title)).toEqual(["bench", "Dropped from the plan"]);
    expect(board.rows[0]?.cells[1]).toMatchObject({ slotId: slotId("gone"), open: false });
  });

  it("has people and no slots before the plan has arrived", () => {
    const board = boardOf(aLoopView([ana, tomas], { plan: null, cards: [] }), aRoom(), nowMs);
    expect(board.rows.map(({ name }) => name)).toEqual(["ana", "tomas"]);
    expect(board.slots).toEqual([]);
  });
});
