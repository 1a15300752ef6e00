import { describe, expect, it } from "vitest";
import type { RoomState } from "../../../../src/bindings/services";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import { quietDay } from "../../../../src/domain/loop/day/loop-day";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import type { Person } from "../../../../src/domain/loop/roster";
import { nextStep } from "../../../../src/features/room/next-step";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aDevice, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId } from "../../../support/builders/record";

const ana = aPerson("ana", ["facilitator", "panelist"]);
const tomas = aPerson("tomas");
const ines = aPerson("ines");
const everybody = [ana, tomas, ines];

const room: RoomState = {
  connection: "together",
  hosting: true,
  invite: null,
  lobby: [],
  peers: [],
  problem: null,
};

const plan = aPlan([
  aSlot("dive", ["ana", "tomas"], { title: "Deep dive" }),
  aSlot("talk", ["ines"], { title: "Talk" }),
]);

/** The panel's cards; those of the named people are sealed. */
const aView = (me: Person, sealedBy: readonly string[], overrides: Partial<LoopView> = {}): LoopView => {
  const state = (name: string, slot: string) =>
    aCardState(name, slot, sealedBy.includes(name) ? { sealed: [aSealed(name, slot)] } : {});
  const cards = [state("ana", "dive"), state("tomas", "dive"), state("ines", "talk")];
  return aLoopView(everybody, { me, plan, cards, facilitator: personId("ana"), ...overrides });
};

const reveal = {
  callHash: aHash(hashSchema, "call"),
  calledBy: personId("ana"),
  calledAt: timestampSchema.parse("2026-11-23T12:00:00.000Z"),
  rule: "allSealed",
  reason: "",
} as const;

describe("what the panel waits for", () => {
  it("names the person and the slot of the one card that is missing", () => {
    const { sentence, act } = nextStep(aView(ana, ["ana", "ines"]), room);
    expect(sentence).toBe("Waiting for tomas’s card for Deep dive.");
    expect(act).toBeNull();
  });

  it("says your, and opens the card, where the missing one is this person's own", () => {
    const step = nextStep(aView(tomas, ["ana", "ines"]), room);
    expect(step.sentence).toBe("Waiting for your card for Deep dive.");
    expect(step.act).toMatchObject({ do: "card", title: "Deep dive" });
  });

  it("counts several and names their authors once each", () => {
    const { sentence } = nextStep(aView(tomas, []), room);
    expect(sentence).toBe("Waiting for 3 cards from ana, you and ines.");
  });

  it("offers the earliest of one's own cards", () => {
    const two = aPlan([aSlot("dive", ["ana"], { title: "Deep dive" }), aSlot("talk", ["ana"])]);
    const cards = [aCardState("ana", "talk"), aCardState("ana", "dive")];
    expect(nextStep(aLoopView([ana], { plan: two, cards }), room).act).toMatchObject({ title: "Deep dive" });
  });

  it("is the reveal once everything is in: the facilitator's to do, the others' to wait for", () => {
    const all = ["ana", "tomas", "ines"];
    expect(nextStep(aView(ana, all), room)).toEqual({
      sentence: "Everything is in: reveal the cards.",
      tone: "good",
      act: { do: "reveal", early: null },
    });
    expect(nextStep(aView(tomas, all), room)).toEqual({
      sentence: "Everything is in: ana reveals the cards.",
      tone: "good",
      act: null,
    });
  });

  it("is a reveal that says so where a change of the plan let a card off that nobody sealed", () => {
    const off = aCardState("tomas", "dive", { required: false, dropped: "Tomas is ill." });
    const cards = [aCardState("ana", "dive", { sealed: [aSealed("ana", "dive")] }), off];
    expect(nextStep(aView(ana, [], { cards }), room)).toEqual({
      sentence: "Everything that is asked is in; 1 card was let off, and the reveal says so.",
      tone: "good",
      act: { do: "reveal", early: "Let off by a change of the plan: Tomas is ill." },
    });
    const sealed = [{ ...off, sealed: [aSealed("tomas", "dive")] }];
    expect(nextStep(aView(ana, [], { cards: sealed }), room).act).toEqual({ do: "reveal", early: null });
  });

  it("is nothing any more once the loop is ended", () => {
    const ended = {
      hash: aHash(hashSchema, "end"),
      cause: "withdrawn",
      at: reveal.calledAt,
      by: personId("ana"),
      reason: "Took another offer.",
      retentionFrom: "2026-11-23",
    } as const;
    const step = nextStep(aView(ana, ["ana", "tomas", "ines"], { day: { ...quietDay, ended } }), room);
    expect(step).toEqual({ sentence: "The loop is over: the cards stay sealed.", tone: "quiet", act: null });
  });

  it("is the debrief after the reveal and the record after the decision", () => {
    const revealed = aView(tomas, [], { reveal });
    const decision = {
      hash: aHash(hashSchema, "decision"),
      decidedAt: reveal.calledAt,
      decision: {
        outcome: "hire",
        levelId: null,
        decidedBy: personId("ana"),
        rationale: "Figures that held up.",
        evidence: [],
        dissent: [],
        overrideReason: "",
      },
    } as const;
    expect(nextStep(revealed, room).act).toEqual({ do: "debrief" });
    const decided = {
      ...revealed,
      decision: { ...decision, decision: { ...decision.decision, evidence: [], dissent: [] } },
    };
    expect(nextStep(decided, room).act).toEqual({ do: "record" });
  });
});

describe("what comes before the cards", () => {
  const request = { requestId: "r", label: "", name: "Ines Sato", words: [], invited: true };

  it("is the door, for the facilitator who can open it", () => {
    const { sentence, tone } = nextStep(aView(ana, []), { ...room, lobby: [request] });
    expect(sentence).toBe("Ines Sato is at the door: compare the six words, then let them in.");
    expect(tone).toBe("attention");
  });

  it("is for a panelist at whose door somebody waits to know who lets them in", () => {
    const { sentence, tone } = nextStep(aView(tomas, []), { ...room, lobby: [request] });
    expect(sentence).toBe("Ines Sato is at your door: ana lets them in.");
    expect(tone).toBe("quiet");
  });

  it("is the room while somebody who owes a card has no laptop in the loop", () => {
    const alone = aView(ana, [], { devices: [aDevice("ana")] });
    expect(nextStep(alone, { ...room, hosting: false }).sentence).toBe(
      "Open the room: tomas and ines cannot come in yet.",
    );
    expect(nextStep(alone, room).sentence).toBe("Give the invite to tomas and ines: they are not in yet.");
  });

  it("is not the room where only people without a card are missing", () => {
    const observer = aPerson("rafael", ["observer"]);
    const view = aView(ana, ["ana", "tomas", "ines"], { persons: [...everybody, observer] });
    expect(nextStep(view, { ...room, hosting: false }).act).toEqual({ do: "reveal", early: null });
  });

  it("is the plan while it has not arrived", () => {
    const arriving = aView(ana, [], { plan: null, me: null, cards: [] });
    expect(nextStep(arriving, room).sentence).toBe(
      "Waiting for the plan: it comes from a colleague’s laptop.",
    );
  });

  it("is the roster where this laptop is in it no more", () => {
    expect(nextStep(aView(ana, [], { me: null }), room)).toMatchObject({ tone: "attention", act: null });
  });
});
