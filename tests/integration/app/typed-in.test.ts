import { afterEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import {
  aPanel,
  cardIn,
  filledCard,
  morning,
  noonSlot,
  type Panel,
  type Seat,
} from "../../support/app/panel";
import { personId } from "../../support/builders/record";

let panel: Panel;
afterEach(() => panel.stop());

const bens = { slotId: morning.slotId, personId: personId("ben") };
const why = "Ben's laptop is dead; his card is on paper.";
const refused = (type: string) => ({ ok: false, error: { type } });
/** Ben's card from his paper, as somebody types it on another laptop. */
const onPaper = (seat: Seat) => ({
  ...filledCard(seat.session(), morning, { rating: 2, words: "paper" }),
  personId: personId("ben"),
});
const bensCard = (seat: Seat) => cardIn(seat.session(), morning, "ben");
const sealOwn = async ({ ana, cleo }: Panel) => {
  unwrap(await ana.session().seal(filledCard(ana.session(), morning)));
  unwrap(await cleo.session().seal(filledCard(cleo.session(), noonSlot)));
};

describe("a card that the facilitator types in from paper", () => {
  it("is sealed on her laptop once that was signed and her own is sealed, opens with the others and is in the record", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    await ben.laptop.stop();
    expect(await ana.session().seal(onPaper(ana))).toEqual(refused("notTheTypist"));
    unwrap(await ana.session().nameTypist(bens, personId("ana"), why));
    expect(await ana.session().seal(onPaper(ana))).toEqual(refused("ownCardsOpen"));
    await sealOwn(panel);
    unwrap(await ana.session().seal(onPaper(ana)));
    await panel.until(() => [ana, cleo].every((seat) => bensCard(seat).sealed.length === 1));
    expect(bensCard(cleo)).toMatchObject({
      typists: [{ by: personId("ana"), reason: why }],
      sealed: [{ typedIn: { by: personId("ana"), reason: why }, opened: null }],
    });
    const told = cleo
      .session()
      .view.get()
      .day.log.map(({ what }) => what);
    expect(told).toContainEqual({ kind: "typistNamed", ...bens, by: personId("ana") });
    expect(told).toContainEqual({ kind: "sealed", ...bens, revision: 1, typed: true });
    await panel.until(() => cardIn(ana.session(), noonSlot, "cleo").sealed.length === 1);
    unwrap(await ana.session().reveal(null));
    await panel.until(() => [ana, cleo].every((seat) => bensCard(seat).sealed[0]?.opened?.state === "open"));
    const { cards } = unwrap(await cleo.session().record()).record;
    const said = new Map(cards.map((card) => [card.personId, [card.independent, card.card.onBehalf]]));
    expect(said).toEqual(
      new Map([
        [personId("ana"), [true, null]],
        [personId("ben"), [true, { by: personId("ana"), reason: why }]],
        [personId("cleo"), [true, null]],
      ]),
    );
  });

  it("is corrected by its typist as a new revision with a reason, and not without one", async () => {
    panel = await aPanel();
    const { ana, cleo } = panel;
    unwrap(await ana.session().nameTypist(bens, personId("ana"), why));
    await sealOwn(panel);
    unwrap(await ana.session().seal(onPaper(ana)));
    const corrected = { ...onPaper(ana), takeaway: "A line was read wrongly." };
    expect(await ana.session().seal(corrected)).toEqual(refused("amendReasonMissing"));
    unwrap(await ana.session().seal({ ...corrected, amendReason: "Misread the third line." }));
    await panel.until(() => bensCard(cleo).sealed.length === 2);
    expect(bensCard(cleo).sealed.map(({ revision, typedIn }) => [revision, typedIn?.by])).toEqual([
      [1, personId("ana")],
      [2, personId("ana")],
    ]);
    expect(bensCard(cleo).forked).toBe(false);
  });

  it("is let by nobody but who is in charge, and typed by nobody else than was said", async () => {
    panel = await aPanel();
    const { ana, cleo } = panel;
    expect(await cleo.session().nameTypist(bens, personId("cleo"), why)).toEqual(refused("notTheAuthority"));
    expect(await ana.session().nameTypist(bens, personId("cleo"), " ")).toEqual(refused("reasonMissing"));
    await sealOwn(panel);
    unwrap(await ana.session().nameTypist(bens, personId("ana"), why));
    await panel.until(() => bensCard(cleo).typists?.length === 1);
    expect(await cleo.session().seal(onPaper(cleo))).toEqual(refused("notTheTypist"));
  });

  it("stays beside the one that its person seals after all, which counts, and is typed in no more then", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    await sealOwn(panel);
    unwrap(await ana.session().nameTypist(bens, personId("ana"), why));
    unwrap(await ana.session().seal(onPaper(ana)));
    await panel.until(() => bensCard(ben).sealed.length === 1);
    unwrap(await ben.session().seal(filledCard(ben.session(), morning)));
    await panel.until(() => [ana, cleo].every((seat) => bensCard(seat).sealed.length === 2));
    expect(bensCard(cleo).sealed).toMatchObject([
      { revision: 1, setAside: true, typedIn: { by: personId("ana") } },
      { revision: 1, setAside: false },
    ]);
    expect(bensCard(cleo).forked).toBe(false);
    expect(await ana.session().seal(onPaper(ana))).toEqual(refused("ownCardThere"));
  });
});
