import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { unwrap } from "../../../src/domain/result";
import { encodeRecord } from "../../../src/sync/persistence/record-frame";
import { nodeVault } from "../../support/app/node-vault";
import {
  aPanel,
  cardIn,
  filledCard,
  morning,
  noonSlot,
  ownSlots,
  type Panel,
  type Seat,
  sealAll,
} from "../../support/app/panel";
import { personId, slotId } from "../../support/builders/record";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const openedOn = (seat: Seat) =>
  seat
    .session()
    .view.get()
    .cards.flatMap(({ sealed }) => sealed.map(({ opened }) => opened));

const allOpenOn = (seat: Seat, count: number): boolean => {
  const opened = openedOn(seat);
  return opened.length === count && opened.every((card) => card?.state === "open");
};

describe("the reveal", () => {
  it("is refused while a required card is missing, and nobody hears of it", async () => {
    unwrap(await panel.ana.session().seal(filledCard(panel.ana.session(), morning)));
    expect(await panel.ana.session().reveal(null)).toEqual({
      ok: false,
      error: {
        type: "cardsMissing",
        missing: [
          { slotId: morning.slotId, personId: personId("ben") },
          { slotId: noonSlot.slotId, personId: personId("cleo") },
        ],
      },
    });
    await panel.rest();
    for (const seat of panel.seats) expect(seat.session().view.get().reveal).toBeNull();
  });

  it("is refused early without a reason, and allowed with one", async () => {
    unwrap(await panel.ana.session().seal(filledCard(panel.ana.session(), morning)));
    const refused = await panel.ana.session().reveal({ reason: "  " });
    expect(refused).toEqual({ ok: false, error: { type: "reasonMissing" } });
    unwrap(await panel.ana.session().reveal({ reason: "The candidate withdrew." }));
    expect(openedOn(panel.ana).map((card) => card?.state)).toEqual(["open"]);
    await panel.until(() => panel.seats.every((seat) => allOpenOn(seat, 1)));
    expect(panel.ben.session().view.get().reveal).toMatchObject({
      rule: "early",
      reason: "The candidate withdrew.",
      calledBy: personId("ana"),
    });
  });

  it("opens every card on every laptop, each word as it was sealed and independent", async () => {
    await sealAll(panel);
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => panel.seats.every((seat) => allOpenOn(seat, 3)));
    for (const seat of panel.seats)
      for (const [author, slot] of ownSlots(panel)) {
        const [opened] = cardIn(seat.session(), slot, author.laptop.name).sealed.map(
          (sealed) => sealed.opened,
        );
        expect(opened).toMatchObject({
          state: "open",
          dependence: [],
          card: { takeaway: `in short ${author.laptop.name}-words` },
        });
      }
  });

  it("is done for the caller only when the caller's own card is open", async () => {
    const vault = nodeVault(panel.ana.laptop.device, panel.around.now);
    let [goOn, asked] = [(): void => undefined, false];
    const mainAnswers = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await panel.ana.restart({
      vault: {
        ...vault,
        open: async (...card) => {
          asked = true;
          await mainAnswers;
          return vault.open(...card);
        },
      },
    });
    unwrap(await panel.ana.session().seal(filledCard(panel.ana.session(), morning)));
    let done = false;
    const revealing = panel.ana.session().reveal({ reason: "Only I could come." });
    void revealing.then(() => {
      done = true;
    });
    await panel.until(() => asked);
    // Records are written in their order: with this one the call and its release are durable too.
    const nothing = encodeRecord({ format: "update", payload: Y.encodeStateAsUpdate(new Y.Doc()) });
    unwrap(await panel.ana.running().store.loopUpdates.append(panel.loopId, nothing));
    await panel.rest();
    expect(done).toBe(false);
    goOn();
    unwrap(await revealing);
    expect(allOpenOn(panel.ana, 1)).toBe(true);
  });

  it("called twice at once is called once", async () => {
    await sealAll(panel);
    const calls = await Promise.all([panel.ana.session().reveal(null), panel.ana.session().reveal(null)]);
    expect(calls.map(({ ok }) => ok)).toEqual([true, true]);
    await panel.until(() => allOpenOn(panel.cleo, 3));
    const kinds = panel.ana.laptop.doc().getMap<Uint8Array>("entries").toJSON() as Record<string, Uint8Array>;
    const calling = Object.values(kinds).filter((bytes) => Buffer.from(bytes).includes('"kind":"call"'));
    expect(calling).toHaveLength(1);
  });
});

describe("a card sealed offline that arrives after the call", () => {
  it("is opened everywhere and shown as not independent", async () => {
    const { network } = panel.around;
    const cleos = panel.cleo.laptop.transport();
    for (const other of [panel.ana, panel.ben]) network.cut(cleos, other.laptop.transport());
    for (const [seat, slot] of [
      [panel.ana, morning],
      [panel.ben, morning],
      [panel.cleo, noonSlot],
    ] as const)
      unwrap(await seat.session().seal(filledCard(seat.session(), slot)));
    await panel.until(() => cardIn(panel.ana.session(), morning, "ben").sealed.length === 1);
    unwrap(await panel.ana.session().reveal({ reason: "Cleo's laptop cannot be reached." }));
    await panel.until(() => allOpenOn(panel.ben, 2));
    for (const other of [panel.ana, panel.ben]) network.mend(cleos, other.laptop.transport());
    await panel.until(() => panel.seats.every((seat) => allOpenOn(seat, 3)));
    for (const seat of panel.seats) {
      expect(cardIn(seat.session(), noonSlot, "cleo").sealed[0]?.opened).toMatchObject({
        dependence: ["notCoveredByCall"],
      });
      expect(cardIn(seat.session(), morning, "ben").sealed[0]?.opened).toMatchObject({ dependence: [] });
    }
  });
});

describe("sealing", () => {
  it("twice at once seals once: a later revision needs a reason", async () => {
    const card = filledCard(panel.ben.session(), morning);
    const both = await Promise.all([panel.ben.session().seal(card), panel.ben.session().seal(card)]);
    expect(both).toEqual([
      { ok: true, value: undefined },
      { ok: false, error: { type: "amendReasonMissing" } },
    ]);
    const later = { ...card, amendReason: "I had mixed up two answers." };
    unwrap(await panel.ben.session().seal(later));
    const revisions = cardIn(panel.ben.session(), morning, "ben").sealed.map(({ revision }) => revision);
    expect(revisions).toEqual([1, 2]);
    expect(cardIn(panel.ben.session(), morning, "ben").forked).toBe(false);
  });

  it("is refused without an overall call, for somebody else's card and for a slot nobody planned", async () => {
    const card = filledCard(panel.ben.session(), morning);
    const seal = (changed: Partial<typeof card>) => panel.ben.session().seal({ ...card, ...changed });
    expect(await seal({ overall: { kind: "blank" } })).toMatchObject({ error: { type: "overallMissing" } });
    expect(await seal({ personId: personId("cleo") })).toMatchObject({ error: { type: "notTheTypist" } });
    expect(await seal({ slotId: slotId("evening") })).toMatchObject({ error: { type: "unknownSlot" } });
    expect(cardIn(panel.ben.session(), morning, "ben").sealed).toEqual([]);
  });
});
