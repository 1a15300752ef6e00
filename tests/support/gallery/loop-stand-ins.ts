import { deviceIdSchema, hashSchema, timestampSchema } from "../../../src/domain/ids";
import type { LoopView, TakeoverState } from "../../../src/domain/loop/loop-view";
import type { Person } from "../../../src/domain/loop/roster";
import { aHash } from "../builders/ids";
import { anAuthority } from "../builders/loop-view";
import { dayPersons, dayView, panel } from "./loop-day";

const { ana, ines } = panel;

/** Somebody acting in the facilitator's place since ten past one. */
export const takeover = (who: Person, reason: string): TakeoverState => ({
  hash: aHash(hashSchema, `takeover-${who.name}`),
  personId: who.personId,
  at: timestampSchema.parse("2026-11-23T13:10:00.000Z"),
  reason,
});

const keeper = dayPersons.find(({ hats }) => hats.includes("recordsKeeper")) ?? ana;

/** The records keeper's laptop, one reason for opening a card witnessed. */
export const escrowView: LoopView = (() => {
  const view = dayView({ me: keeper, admitted: dayPersons, slotsDone: 1 });
  const glass = {
    hash: aHash(hashSchema, "glass"),
    personId: keeper.personId,
    at: timestampSchema.parse("2026-11-23T13:10:00.000Z"),
    reason: "The candidate has to leave and the panel asks whether the first hour can stand.",
    witnesses: [ines.personId],
  };
  return {
    ...view,
    authority: anAuthority([keeper], ana.personId, { escrow: keeper.personId }),
    cards: view.cards.map((card, index) =>
      index === 0 ? { ...card, sealed: card.sealed.map((one) => ({ ...one, brokenGlass: [glass] })) } : card,
    ),
  };
})();

/** An author with a laptop and a tablet that sealed one card apart. */
export const versionsView: LoopView = (() => {
  const view = dayView({ me: ines, admitted: dayPersons, slotsDone: 1 });
  const [own, tablet] = ["ines", "ines-tablet"].map((name) => aHash(deviceIdSchema, name));
  if (own === undefined || tablet === undefined) throw new Error("two laptops");
  const laptop = (deviceId: typeof own, label: string, isThis: boolean) => ({
    deviceId,
    label,
    words: isThis
      ? ["candle", "orbit", "velvet", "harbor", "lemon", "sketch"]
      : ["marble", "tunnel", "anchor", "winter", "pencil", "acid"],
    isThis,
    vouched: false,
  });
  return {
    ...view,
    ownLaptops: [laptop(own, "Ines’s MacBook", true), laptop(tablet, "Ines’s tablet", false)],
    cards: view.cards.map((card) => {
      const [one] = card.sealed;
      return one === undefined || card.personId !== ines.personId
        ? card
        : {
            ...card,
            forked: true,
            sealed: [
              { ...one, deviceId: own },
              { ...one, deviceId: tablet, envelopeHash: aHash(hashSchema, "tablets") },
            ],
          };
    }),
  };
})();

/** The records keeper, who took over for the afternoon and types in the card of somebody whose laptop is dead. */
export const typistView: LoopView = (() => {
  const view = dayView({ me: keeper, admitted: dayPersons, slotsDone: 1 });
  const typist = {
    hash: aHash(hashSchema, "typist"),
    by: keeper.personId,
    at: timestampSchema.parse("2026-11-23T13:10:00.000Z"),
    reason: "her laptop does not start, the card is on paper",
  };
  const second = view.plan?.slots[1]?.slotId;
  return {
    ...view,
    authority: anAuthority([keeper], ana.personId, { inCharge: keeper.personId, mine: "acts" }),
    cards: view.cards.map((card) => {
      if (card.personId !== ines.personId) return card;
      if (card.slotId === second) return { ...card, typists: [typist] };
      const typed = { by: keeper.personId, reason: "she wrote on paper" };
      return { ...card, sealed: card.sealed.map((one) => ({ ...one, typedIn: typed })) };
    }),
  };
})();
