import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { aPanel, cardIn, filledCard, morning, type Panel, type Seat } from "../../support/app/panel";
import { aPerson, personId } from "../../support/builders/record";

const persons = [
  aPerson("ana", ["facilitator", "panelist"]),
  aPerson("ben"),
  aPerson("cleo"),
  aPerson("hana", ["recordsKeeper"]),
];

let panel: Panel;
let hana: Seat;
beforeEach(async () => {
  panel = await aPanel({ persons, escrow: personId("hana") });
  // The store opens no more collections in one process than three laptops need.
  await panel.cleo.laptop.stop();
  hana = await panel.join("hana", panel.ana);
});
afterEach(() => panel.stop());

const bensOn = (seat: Seat) => cardIn(seat.session(), morning, "ben").sealed[0];
const hashOn = (seat: Seat) => {
  const hash = bensOn(seat)?.envelopeHash;
  if (hash === undefined) throw new Error("Ben's card is not here");
  return hash;
};
const bensCardIsSealed = async (): Promise<void> => {
  const { ben } = panel;
  unwrap(await ben.session().seal(filledCard(ben.session(), morning, { words: "behind glass" })));
  await panel.until(() => bensOn(hana) !== undefined);
  await panel.rest();
};
const glassOn = (seat: Seat) => bensOn(seat)?.brokenGlass ?? [];

describe("escrow after the reveal", () => {
  it("publishes the key of a card whose laptop is gone, and everybody sees by whom", async () => {
    await bensCardIsSealed();
    await panel.ben.laptop.stop();
    expect(await hana.session().releaseByEscrow(hashOn(hana))).toMatchObject({
      error: { type: "notRevealed" },
    });
    unwrap(await panel.ana.session().reveal({ reason: "Ben's laptop is gone." }));
    await panel.until(() => bensOn(hana)?.opened?.state === "withheld");
    expect(await panel.ana.session().releaseByEscrow(hashOn(panel.ana))).toMatchObject({ ok: false });
    unwrap(await hana.session().releaseByEscrow(hashOn(hana)));
    await panel.until(() => bensOn(panel.ana)?.opened?.state === "open");
    expect(bensOn(panel.ana)?.opened).toMatchObject({ byEscrow: true, dependence: [] });
    const { record } = unwrap(await panel.ana.session().record());
    const bens = record.cards.find(({ personId: who }) => who === personId("ben"));
    expect(bens?.escrow).toEqual({ published: true, openedEarly: [] });
  });
});

describe("escrow before the reveal", () => {
  it("opens a card for the escrow person alone, once another laptop holds the reason; it is marked for good", async () => {
    await bensCardIsSealed();
    const hash = hashOn(hana);
    expect(await hana.session().openByEscrow(hash)).toMatchObject({ error: { type: "glassNotBroken" } });
    unwrap(await hana.session().breakGlass(hash, "Ben is in hospital."));
    await panel.until(() => (glassOn(hana)[0]?.witnesses.length ?? 0) > 0);
    const card = unwrap(await hana.session().openByEscrow(hash));
    expect(card.takeaway).toContain("behind glass");
    await panel.rest();
    for (const seat of [panel.ana, panel.ben]) {
      expect(glassOn(seat)).toMatchObject([{ personId: personId("hana"), reason: "Ben is in hospital." }]);
      expect(glassOn(seat)[0]?.witnesses).toEqual(["ana", "ben"].map(personId).toSorted());
      expect(bensOn(seat)?.opened).toBeNull();
    }
    unwrap(await panel.ana.session().reveal({ reason: "The room closes." }));
    await panel.until(() => bensOn(panel.ana)?.opened?.state === "open");
    const { record } = unwrap(await panel.ben.session().record());
    const bens = record.cards.find(({ personId: who }) => who === personId("ben"));
    expect(bens?.escrow).toMatchObject({
      published: false,
      openedEarly: [{ personId: personId("hana"), reason: "Ben is in hospital." }],
    });
  });

  it("is refused with nobody reachable, without a reason, and to anybody else", async () => {
    await bensCardIsSealed();
    const { network } = panel.around;
    for (const seat of [panel.ana, panel.ben]) network.cut(hana.laptop.transport(), seat.laptop.transport());
    const hash = hashOn(hana);
    expect(await hana.session().breakGlass(hash, "  ")).toMatchObject({ error: { type: "reasonMissing" } });
    unwrap(await hana.session().breakGlass(hash, "Nobody is here."));
    await panel.rest();
    expect(await hana.session().openByEscrow(hash)).toMatchObject({ error: { type: "noWitness" } });
    expect(await panel.ana.session().breakGlass(hash, "I want to know.")).toMatchObject({
      error: { type: "notTheEscrow" },
    });
    expect(await panel.ana.session().openByEscrow(hash)).toMatchObject({ error: { type: "notTheEscrow" } });
  });
});

describe("the escrow laptop", () => {
  it("receipts a card that it could open", async () => {
    await bensCardIsSealed();
    await panel.until(() => bensOn(panel.ana)?.heldBy.includes(personId("hana")) ?? false);
  });

  it("gives no receipt for a card whose key was not wrapped to it, and keeps it all the same", async () => {
    await panel.stop();
    panel = await aPanel({ persons, escrow: personId("hana") });
    await panel.cleo.laptop.stop();
    const { ana, ben } = panel;
    unwrap(await ben.session().seal(filledCard(ben.session(), morning)));
    hana = await panel.join("hana", ana);
    await panel.until(() => bensOn(hana) !== undefined);
    await panel.rest();
    expect(bensOn(ana)?.heldBy).toEqual([personId("ana")]);
    expect(bensOn(hana)?.envelopeHash).toBe(bensOn(ben)?.envelopeHash);
  });
});
