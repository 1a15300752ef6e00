import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timestampSchema } from "../../../../src/domain/ids";
import { type Completeness, completenessOf } from "../../../../src/domain/loop/completeness";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { ledgerToView } from "../../../../src/domain/sealing/ledger-view";
import { rosterDevice } from "../../../support/sealing/devices";
import {
  aCall,
  allCards,
  ana,
  anEnvelope,
  aPerson,
  aPlan,
  aPlanEntry,
  aReceipt,
  aRoster,
  aSlot,
  beginning,
  ben,
  charter,
  cleo,
  hana,
  idOf,
  ledgerOf,
  morning,
  noonSlot,
  personId,
  plan,
} from "../../../support/sealing/loop-world";

const [anas, bens, cleos] = allCards;
const sealed = [...beginning, ...allCards];

const boardOf = (...entries: readonly AuthenticEntry[]): Completeness =>
  completenessOf(ledgerToView(ledgerOf(...entries), ana.deviceId, new Map(), []));

/** "ana: sent" for every card of the board. */
const deliveries = ({ cards }: Completeness): readonly string[] =>
  cards.map((card) => {
    const name = ["ana", "ben", "cleo", "hana"].find((one) => personId(one) === card.personId);
    return `${name}: ${card.delivery}`;
  });

const owing = (board: Completeness) =>
  board.owing.map(({ personId: id, unsealed, unsafe }) => [
    ["ana", "ben", "cleo", "hana"].find((one) => personId(one) === id),
    unsealed.length,
    unsafe.length,
  ]);

const cardOf = (name: string, board: Completeness) =>
  board.cards.find((card) => card.personId === personId(name));

describe("the completeness board of a loop of four", () => {
  it("expects a card of every slot and person the plan requires, and none is safe before it is sealed", () => {
    const board = boardOf(...beginning);
    expect(deliveries(board)).toEqual(["ana: unsealed", "ben: unsealed", "cleo: unsealed"]);
    expect([board.safe, board.expected]).toEqual([0, 3]);
    expect(owing(board)).toEqual([
      ["ana", 1, 0],
      ["ben", 1, 0],
      ["cleo", 1, 0],
    ]);
  });

  it("follows one card from its author's laptop to two others, one of them a keeper", () => {
    const having = (...receipts: readonly AuthenticEntry[]) =>
      cardOf("ben", boardOf(...sealed, ...receipts))?.delivery;
    expect(having()).toBe("author");
    // The author's own receipt adds no laptop of anybody else's.
    expect(having(aReceipt(ben, [bens]))).toBe("author");
    expect(having(aReceipt(cleo, [bens]))).toBe("sent");
    expect(having(aReceipt(cleo, [bens]), aReceipt(ana, [bens]))).toBe("confirmed");
  });

  it("wants the facilitator's own card on the records keeper's laptop, since nobody else keeps for others", () => {
    const two = boardOf(...sealed, aReceipt(ben, [anas]), aReceipt(cleo, [anas]));
    expect(cardOf("ana", two)).toMatchObject({
      delivery: "sent",
      confirmation: { needed: 2, lacking: 0, keepers: [personId("hana")] },
    });
    const three = boardOf(...sealed, aReceipt(ben, [anas]), aReceipt(hana, [anas]));
    expect(cardOf("ana", three)?.delivery).toBe("confirmed");
  });

  it("says who owes what: here Ana and Ben are done, and Cleo's card is on Ben's laptop alone", () => {
    const board = boardOf(
      ...sealed,
      aReceipt(ana, [bens]),
      aReceipt(hana, [anas, bens]),
      aReceipt(ben, [anas, cleos]),
    );
    expect([board.safe, board.expected]).toEqual([2, 3]);
    expect(owing(board)).toEqual([["cleo", 0, 1]]);
    expect(board.owing[0]?.devices).toEqual([idOf(cleo)]);
    expect(cardOf("cleo", board)?.confirmation).toEqual({
      needed: 2,
      lacking: 1,
      keepers: [personId("ana"), personId("hana")],
    });
  });

  it("takes back what a wiped laptop no longer holds", () => {
    const before = [aReceipt(ana, [bens]), aReceipt(hana, [bens])];
    expect(cardOf("ben", boardOf(...sealed, ...before))?.delivery).toBe("confirmed");
    const wiped = aReceipt(hana, [], { counter: 2 });
    expect(cardOf("ben", boardOf(...sealed, ...before, wiped))?.delivery).toBe("sent");
  });

  it("names the laptops with the time of their newest receipt", () => {
    const at = timestampSchema.parse("2026-11-23T14:05:00.000Z");
    const board = boardOf(...sealed, aReceipt(hana, [bens], { at }));
    expect(cardOf("ben", board)?.copies).toEqual([
      { deviceId: idOf(hana), personId: personId("hana"), receiptAt: at },
    ]);
  });
});

describe("a later revision", () => {
  const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
  const everybody = (cards: readonly AuthenticEntry<"card">[]) => [
    aReceipt(ana, cards),
    aReceipt(hana, cards),
  ];

  it("makes the card as unsafe as its weakest revision", () => {
    const board = boardOf(...sealed, second, ...everybody([bens]));
    expect(cardOf("ben", board)).toMatchObject({
      delivery: "author",
      revisions: 2,
      forked: false,
      copies: [],
    });
    expect(cardOf("ben", boardOf(...sealed, second, ...everybody([bens, second])))?.delivery).toBe(
      "confirmed",
    );
  });

  it("beside another of the same number is a fork", () => {
    const other = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    expect(cardOf("ben", boardOf(...sealed, other))).toMatchObject({ forked: true, revisions: 2 });
  });
});

describe("a dropped card", () => {
  const dropping = aPlanEntry({
    version: 2,
    prev: plan.hash,
    reason: "Ben was called away.",
    plan: aPlan([morning, noonSlot], {
      required: plan.body.plan.required.filter(({ personId: id }) => id !== personId("ben")),
    }),
  });

  it("stays on the board with its reason and is not expected any more", () => {
    const board = boardOf(...beginning, dropping);
    expect(cardOf("ben", board)).toMatchObject({ required: false, dropped: "Ben was called away." });
    expect(board.expected).toBe(2);
    expect(owing(board).map(([name]) => name)).toEqual(["ana", "cleo"]);
  });

  it("is shown also where its whole slot is gone", () => {
    const gone = aPlanEntry({
      version: 2,
      prev: plan.hash,
      reason: "The lab is closed.",
      plan: aPlan([morning]),
    });
    expect(cardOf("cleo", boardOf(...beginning, gone))).toMatchObject({
      required: false,
      delivery: "unsealed",
      dropped: "The lab is closed.",
    });
  });

  it("is not dropped where a later plan requires it again", () => {
    const again = aPlanEntry({ version: 3, prev: dropping.hash, plan: plan.body.plan });
    expect(cardOf("ben", boardOf(...beginning, dropping, again))).toMatchObject({
      required: true,
      dropped: null,
    });
  });

  it("must still not be lost once it was sealed: it is owed to the others' laptops", () => {
    expect(owing(boardOf(...sealed, dropping))).toContainEqual(["ben", 0, 1]);
  });
});

describe("a card around the reveal", () => {
  const two = [...beginning, anas, cleos];
  const call = aCall(two, { rule: "early", reason: "Ben's laptop broke." });

  it("is late where the call does not show that it was there before", () => {
    const board = boardOf(...two, call, bens);
    expect(cardOf("ben", board)?.late).toBe(true);
    expect(cardOf("ana", board)?.late).toBe(false);
  });

  it("is not late before any call", () => {
    expect(boardOf(...sealed).cards.some(({ late }) => late)).toBe(false);
  });
});

describe("an envelope that counts for nothing", () => {
  it("is shown at its author's card with the reason, and the card stays owed", () => {
    const odd = anEnvelope("ben", morning, { facts: { revision: 2 } });
    expect(cardOf("ben", boardOf(...beginning, odd))).toMatchObject({
      delivery: "unsealed",
      refused: ["revisionOutOfOrder"],
    });
  });

  it("is not held against the person whose card somebody else forged", () => {
    const forged = anEnvelope("ben", morning, { by: cleo });
    expect(cardOf("ben", boardOf(...beginning, forged))?.refused).toEqual([]);
  });
});

describe("a small loop", () => {
  const only = (...names: readonly string[]) => {
    const laptops = { ana, ben } as const;
    return aRoster({
      persons: names.map((name) =>
        aPerson(name, name === "ana" ? ["facilitator", "panelist"] : ["panelist"]),
      ),
      devices: names.map((name) => rosterDevice(laptops[name as "ana" | "ben"], name)),
    });
  };
  const bench = aSlot("bench", ["ana"]);
  const small = aPlanEntry({ plan: aPlan([bench]) });
  const card = anEnvelope("ana", bench);

  it("of two is safe on the one other laptop", () => {
    const board = boardOf(charter, only("ana", "ben"), small, card, aReceipt(ben, [card]));
    expect(board.cards).toMatchObject([{ delivery: "confirmed", confirmation: { needed: 1, lacking: 0 } }]);
  });

  it("of one is never safe", () => {
    const board = boardOf(charter, only("ana"), small, card);
    expect(board.cards).toMatchObject([{ delivery: "author", confirmation: { needed: 0 } }]);
    expect(board.safe).toBe(0);
  });
});

describe("whatever receipts come", () => {
  const laptops = { ana, ben, cleo, hana };
  const names = ["ana", "ben", "cleo", "hana"] as const;
  const holdings = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.subarray([anas, bens, cleos])])) as Record<
      (typeof names)[number],
      fc.Arbitrary<AuthenticEntry<"card">[]>
    >,
  );
  const authors = new Map([
    [anas, "ana"],
    [bens, "ben"],
    [cleos, "cleo"],
  ]);

  it("the board counts persons as a hand would: two others, one of them Ana or Hana", () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const board = boardOf(...sealed, ...names.map((name) => aReceipt(laptops[name], held[name])));
        for (const [envelope, author] of authors) {
          const others = names.filter((name) => name !== author && held[name].includes(envelope));
          const kept = others.includes("ana") || others.includes("hana");
          const byHand = others.length === 0 ? "author" : others.length >= 2 && kept ? "confirmed" : "sent";
          expect(cardOf(author, board)?.delivery).toBe(byHand);
        }
        expect(board.safe).toBe(board.cards.filter(({ delivery }) => delivery === "confirmed").length);
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });

  it("nothing that others write beside the signed entries moves it", () => {
    const view = ledgerToView(ledgerOf(...sealed), ana.deviceId, new Map(), []);
    const told = ledgerToView(ledgerOf(...sealed), ana.deviceId, new Map(), [
      { slotId: morning.slotId, personId: personId("ben"), answered: 3, of: 3 },
    ]);
    expect(completenessOf(told)).toEqual(completenessOf(view));
  });
});
