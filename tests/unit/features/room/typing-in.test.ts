import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import type { CardState, LoopView, SealedRevision } from "../../../../src/domain/loop/loop-view";
import { slotToTypeIn } from "../../../../src/features/interview/my-card";
import { cardsToTypeIn, myTyped, myTyping, typingSentences } from "../../../../src/features/room/typing-in";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aLoopView } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, noon, personId } from "../../../support/builders/record";

const persons = [
  aPerson("ana", ["facilitator", "panelist"]),
  aPerson("ben"),
  aPerson("hana", ["recordsKeeper"]),
];
const slot = aSlot("bench", ["ana", "ben"]);
const typist = { hash: aHash(hashSchema, "typist"), by: personId("hana"), at: noon, reason: "Dead laptop." };
const card = (name: string, changes: Partial<CardState> = {}): CardState => ({
  slotId: slot.slotId,
  personId: personId(name),
  required: true,
  progress: null,
  forked: false,
  dropped: null,
  refused: [],
  sealed: [],
  ...changes,
});
const revision = (changes: Partial<SealedRevision> = {}) => changes as SealedRevision;
const typed = revision({ typedIn: { by: personId("hana"), reason: "Dead laptop." } });
const viewOf = (me: string, ...cards: readonly CardState[]): LoopView =>
  aLoopView(persons, {
    me: persons.find((person) => person.personId === personId(me)) ?? null,
    plan: aPlan([slot]),
    kit: aKit(),
    cards,
  });
const asked = (view: LoopView, of = "ben") => slotToTypeIn(view, slot.slotId, personId(of));
const block = (type: string) => ({ ok: false, error: { type } });

describe("cards to be typed in", () => {
  it("are those of others of which nothing is sealed", () => {
    const view = viewOf("ana", card("ana"), card("ben"));
    expect(cardsToTypeIn(view).map((one) => one.card.personId)).toEqual([personId("ben")]);
    expect(cardsToTypeIn(viewOf("ana", card("ben", { sealed: [revision()] })))).toEqual([]);
  });

  it("are shown to whoever types them, and to nobody else, until they are sealed", () => {
    const open = card("ben", { typists: [typist] });
    expect(myTyping(viewOf("hana", open))).toHaveLength(1);
    expect(myTyping(viewOf("ana", open))).toEqual([]);
    expect(myTyping(viewOf("hana", { ...open, sealed: [typed] }))).toEqual([]);
  });

  it("stay open for correction to whoever typed them, until their author seals one", () => {
    const sealed = card("ben", { typists: [typist], sealed: [typed] });
    expect(myTyped(viewOf("hana", sealed))).toHaveLength(1);
    expect(asked(viewOf("hana", sealed)).ok).toBe(true);
    expect(myTyped(viewOf("ana", sealed))).toEqual([]);
    expect(myTyped(viewOf("hana", { ...sealed, sealed: [typed, revision()] }))).toEqual([]);
  });

  it("are told to everybody with name and reason, before and after", () => {
    const open = card("ben", { typists: [typist] });
    const said = (one: CardState) => typingSentences(viewOf("ana", one)).join();
    expect(said(card("ben"))).toBe("");
    expect(said(open)).toMatch(/ben’s card .* is to be typed in by hana, because: Dead laptop\.$/);
    expect(said({ ...open, sealed: [typed] })).toMatch(/was typed in by hana, because: Dead laptop\.$/);
    expect(said({ ...open, sealed: [typed, revision()] })).toMatch(
      /Its author sealed one too; one counts\.$/,
    );
    expect(said({ ...open, sealed: [revision()] })).toBe("");
  });
});

describe("typing a card in", () => {
  it("is open to who was let and owes nothing: the card is then its author's", () => {
    const found = asked(viewOf("hana", card("ben", { typists: [typist] })));
    expect(found).toMatchObject({
      ok: true,
      value: { view: { me: { name: "ben" }, typist: { by: typist.by } } },
    });
  });

  it("is closed to everybody else, and where the author sealed", () => {
    expect(asked(viewOf("hana", card("ben")))).toEqual(block("notYours"));
    expect(asked(viewOf("ana", card("ben", { typists: [typist] })))).toEqual(block("notYours"));
    const sealed = card("ben", { typists: [typist], sealed: [revision()] });
    expect(asked(viewOf("hana", sealed))).toEqual(block("ownCardThere"));
  });

  it("waits until the typist sealed what is their own", () => {
    const anas = { ...typist, by: personId("ana") };
    const bens = card("ben", { typists: [anas] });
    expect(asked(viewOf("ana", card("ana"), bens))).toEqual(block("ownCardsOpen"));
    expect(asked(viewOf("ana", card("ana", { sealed: [revision()] }), bens)).ok).toBe(true);
  });
});
