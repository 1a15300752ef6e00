import { afterEach, describe, expect, it } from "vitest";
import { breakIdSchema } from "../../../src/domain/ids";
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
import { anId } from "../../support/builders/ids";
import { aPerson, personId } from "../../support/builders/record";

let panel: Panel;
afterEach(() => panel.stop());

const viewOn = (seat: Seat) => seat.session().view.get();
const seal = async (seat: Seat, slot: typeof morning): Promise<void> => {
  unwrap(await seat.session().seal(filledCard(seat.session(), slot)));
};
const everywhere = (holds: (seat: Seat) => boolean) => panel.until(() => panel.seats.every(holds));

describe("a day that goes otherwise than planned", () => {
  it("is changed by the facilitator, and every laptop shows what changed and why", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    const late = { kind: "late", slotId: morning.slotId, minutes: 20 } as const;
    const byBen = await ben.session().changePlan(late, "I said so.");
    expect(byBen).toMatchObject({ ok: false, error: { type: "notTheAuthority" } });
    expect(await ana.session().changePlan(late, "  ")).toMatchObject({ error: { type: "reasonMissing" } });
    expect(viewOn(ben).day.changes).toEqual([]);

    unwrap(await ana.session().changePlan(late, " The train is late. "));
    await everywhere((seat) => viewOn(seat).day.changes.length === 1);
    expect(viewOn(cleo).day.changes).toMatchObject([
      {
        version: 2,
        by: personId("ana"),
        reason: "The train is late.",
        differences: [{ kind: "putOff", minutes: 20 }],
      },
    ]);
    expect(viewOn(cleo).plan?.slots.map(({ startsAt }) => startsAt)).toEqual(
      Array(2).fill("2026-11-23T09:50"),
    );
  });

  it("may still be weighed otherwise until somebody starts an interview, and never afterwards", async () => {
    panel = await aPanel();
    const { ana, ben } = panel;
    const [competency] = viewOn(ana).kit?.competencies ?? [];
    if (competency === undefined) throw new Error("the kit has a competency");
    const weigh = (weight: number, weightsReason: string) =>
      ana
        .session()
        .changePlan(
          { kind: "weights", weights: [{ competencyId: competency.id, weight }], weightsReason },
          "As agreed with the team.",
        );
    expect(await weigh(2, " ")).toMatchObject({ error: { type: "reasonMissing" } });
    unwrap(await weigh(2, "The lab needs it most."));
    await everywhere((seat) => viewOn(seat).plan?.weights.length === 1);
    unwrap(await ben.session().accept({ kind: "none" }, "What I hear stays in the panel."));
    await everywhere((seat) => viewOn(seat).acceptances?.length === 1);
    expect(await weigh(3, "Now we know her.")).toMatchObject({ error: { type: "weightsFrozen" } });
    const lunch = { title: "Lunch", startsAt: "2026-11-23T12:00", minutes: 60, personIds: null };
    const pause = { ...lunch, breakId: anId(breakIdSchema, "lunch") };
    unwrap(await ana.session().changePlan({ kind: "breakAdded", pause }, "We are hungry."));
    await everywhere((seat) => viewOn(seat).plan?.breaks.length === 1);
    expect(viewOn(ben).plan).toMatchObject({
      weights: [{ weight: 2 }],
      weightsReason: "The lab needs it most.",
      weightsFrozenAt: expect.stringMatching(/^2026-/),
    });
    expect(viewOn(ben).day.changes.at(-1)?.differences).toMatchObject([
      { kind: "breakAdded", title: "Lunch" },
    ]);
  });

  it("goes on with a swapped panelist who was not in the loop, and reveals early for the card let off", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    ben.session().saveDraft(filledCard(ben.session(), morning));
    await everywhere((seat) => cardIn(seat.session(), morning, "ben").progress !== null);
    const swap = {
      kind: "swapped",
      slotId: morning.slotId,
      leaves: personId("ben"),
      comes: personId("dora"),
    } as const;
    const twin = aPerson("BEN");
    expect(await ana.session().changePlan({ ...swap, comes: twin.personId }, "Ill.", twin)).toMatchObject({
      error: { type: "nameTaken" },
    });
    unwrap(await ana.session().changePlan(swap, "Ben is ill.", aPerson("dora")));
    await everywhere((seat) => viewOn(seat).persons.some(({ name }) => name === "dora"));
    await ben.laptop.stop();
    const dora = await panel.join("dora", ana);
    expect(cardIn(dora.session(), morning, "ben")).toMatchObject({ required: false, dropped: "Ben is ill." });
    expect(cardIn(dora.session(), morning, "dora").required).toBe(true);

    await seal(ana, morning);
    await seal(dora, morning);
    await seal(cleo, noonSlot);
    await panel.rest();
    expect(await ana.session().reveal(null)).toMatchObject({ error: { type: "cardsMissing" } });
    unwrap(await ana.session().reveal({ reason: "Let off by a change of the plan: Ben is ill." }));
    await panel.until(() => cardIn(cleo.session(), morning, "dora").sealed[0]?.opened?.state === "open");
    expect(viewOn(cleo).reveal?.rule).toBe("early");
    const after = await ana.session().changePlan({ ...swap, leaves: personId("dora") }, "Too late.");
    expect(after).toMatchObject({ error: { type: "afterTheCall" } });
  });

  it("keeps a card valid whose slot was moved, swapped and called off after it was sealed", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    await seal(ben, morning);
    await panel.rest();
    const { slotId } = morning;
    const { session } = ana;
    unwrap(
      await session().changePlan({ kind: "moved", slotId, startsAt: "2026-11-23T14:00" }, "Room taken."),
    );
    unwrap(await session().changePlan({ kind: "placed", slotId, minutes: 0, room: "" }, "No time left."));
    unwrap(await session().changePlan({ kind: "cancelled", slotId }, "Ana had to leave."));
    await seal(cleo, noonSlot);
    await everywhere((seat) => cardIn(seat.session(), noonSlot, "cleo").sealed.length === 1);
    expect(cardIn(cleo.session(), morning, "ben")).toMatchObject({
      required: true,
      sealed: [{ revision: 1 }],
    });
    unwrap(await session().reveal({ reason: "The morning was called off." }));
    await panel.until(() => cardIn(cleo.session(), morning, "ben").sealed[0]?.opened?.state === "open");
    expect(cardIn(cleo.session(), morning, "ben").sealed[0]?.opened).toMatchObject({ dependence: [] });
    const record = unwrap(await cleo.session().record()).record;
    expect(record.cards.map((card) => card.slotId)).toContain(slotId);
  });

  it("ends when the candidate withdraws: nothing is revealed until that is taken back, and all of it is logged", async () => {
    panel = await aPanel();
    const { ana, ben, cleo } = panel;
    await seal(ana, morning);
    await seal(ben, morning);
    await seal(cleo, noonSlot);
    await panel.rest();
    expect(await ben.session().endLoop("withdrawn", "I think so.")).toMatchObject({
      error: { type: "notTheAuthority" },
    });
    unwrap(await ana.session().endLoop("withdrawn", "Took another offer."));
    await everywhere((seat) => viewOn(seat).day.ended !== null);
    expect(viewOn(cleo).day.ended).toMatchObject({ cause: "withdrawn", reason: "Took another offer." });
    expect(await ana.session().reveal(null)).toMatchObject({ error: { type: "loopEnded" } });
    expect(await ana.session().reveal({ reason: "Curious." })).toMatchObject({
      error: { type: "loopEnded" },
    });
    await panel.rest();
    expect(viewOn(ana).reveal).toBeNull();

    expect(await ben.session().resumeLoop("No.")).toMatchObject({ error: { type: "notTheAuthority" } });
    unwrap(await ana.session().resumeLoop("It was another candidate."));
    unwrap(await ana.session().reveal(null));
    await everywhere((seat) => cardIn(seat.session(), morning, "ana").sealed[0]?.opened?.state === "open");
    const told = viewOn(cleo).day.log.map(({ what, reason }) => `${what.kind} ${reason}`.trim());
    expect(told.slice(-3)).toEqual([
      "ended Took another offer.",
      "resumed It was another candidate.",
      "revealed",
    ]);
  });
});

describe("a card that was written on paper", () => {
  it("is marked in itself, and the log says before the reveal who typed it in", async () => {
    panel = await aPanel();
    const { ana, ben } = panel;
    const card = filledCard(ben.session(), morning);
    unwrap(await ben.session().seal({ ...card, entered: { kind: "afterwards", from: "paper" } }));
    await seal(ana, morning);
    await panel.until(() => viewOn(ana).day.log.some(({ what }) => what.kind === "entered"));
    const told = viewOn(ana).day.log.flatMap(({ what }) => (what.kind === "entered" ? [what] : []));
    expect(told).toEqual([
      {
        kind: "entered",
        slotId: morning.slotId,
        personId: personId("ben"),
        typedBy: personId("ben"),
        from: "paper",
      },
    ]);
  });
});
