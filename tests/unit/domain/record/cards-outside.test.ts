import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import type { CardState, OpenedCard } from "../../../../src/domain/loop/loop-view";
import { cardsOutside } from "../../../../src/domain/record/cards-outside";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aSealed } from "../../../support/builders/loop-view";
import { aCard, aRecord, aRecordCard, aSlot, personId } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "tomas"]);
const record = aRecord([aRecordCard(aCard(slot, "ana", {}))], [slot]);

const outside = (card: CardState, here: readonly string[] = []) =>
  cardsOutside({ cards: [card] }, record, new Set(here.map(personId)));

const whyOf = (opened: OpenedCard | null, here: readonly string[] = []) =>
  outside(aCardState("tomas", "bench", { sealed: [aSealed("tomas", "bench", [], { opened })] }), here).map(
    ({ why }) => why,
  );

describe("the sealed cards a record is without", () => {
  it("are none where it has every one", () => {
    expect(outside(aCardState("ana", "bench", { sealed: [aSealed("ana", "bench")] }))).toEqual([]);
    expect(outside(aCardState("tomas", "bench"))).toEqual([]);
  });

  it("are named with why: nobody here has the key, or somebody here has", () => {
    expect(whyOf({ state: "withheld" })).toEqual(["authorAway"]);
    expect(whyOf({ state: "withheld" }, ["ana"])).toEqual(["authorAway"]);
    expect(whyOf({ state: "withheld" }, ["tomas"])).toEqual(["keyOnItsWay"]);
  });

  it("are told from those whose key does not fit, that opened since, and that nothing opened yet", () => {
    expect(whyOf({ state: "doesNotOpen" }, ["tomas"])).toEqual(["doesNotOpen"]);
    const card = aCard(slot, "tomas", {});
    expect(whyOf({ state: "open", card, dependence: [], byEscrow: false })).toEqual(["openedSince"]);
    expect(whyOf(null)).toEqual(["notOpenYet"]);
  });

  it("count also where nobody required the card, and where an earlier revision is in the record", () => {
    const second = aSealed("ana", "bench", [], {
      envelopeHash: aHash(hashSchema, "second"),
      revision: 2,
      opened: { state: "withheld" },
    });
    const own = aCardState("ana", "bench", { required: false, sealed: [aSealed("ana", "bench"), second] });
    expect(outside(own)).toMatchObject([
      { personId: personId("ana"), envelopeHash: second.envelopeHash, revision: 2, why: "authorAway" },
    ]);
  });
});
