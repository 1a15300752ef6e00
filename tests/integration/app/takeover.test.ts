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
import { aHire, aPerson, personId } from "../../support/builders/record";

const persons = [
  aPerson("ana", ["facilitator", "panelist"]),
  aPerson("ben"),
  aPerson("cleo"),
  aPerson("dara", ["observer"]),
];

let panel: Panel;
afterEach(() => panel.stop());

const seal = async (seat: Seat, slot: typeof morning): Promise<void> => {
  unwrap(await seat.session().seal(filledCard(seat.session(), slot)));
};
const authorityOn = (seat: Seat) => seat.session().view.get().authority;
const takenOverOn = (seat: Seat) => authorityOn(seat).takeovers.map(({ personId: who }) => who);
const stateOn = (seat: Seat, slot: typeof morning, name: string) =>
  cardIn(seat.session(), slot, name).sealed[0]?.opened?.state;

const decision = aHire({ decidedBy: personId("ben") });

describe("when the facilitator's laptop is gone", () => {
  it("a deputy takes over, lets a late joiner in, calls the reveal and records the decision", async () => {
    panel = await aPanel({ persons, deputies: [personId("ben")] });
    const { ana, ben, cleo } = panel;
    await seal(ana, morning);
    await panel.rest();
    await ana.laptop.stop();
    expect(authorityOn(ben).mine).toBe("mayTakeOver");

    unwrap(await ben.session().takeOver(" Ana's laptop fell down the stairs. "));
    await panel.until(() => takenOverOn(cleo).length === 1);
    expect(authorityOn(cleo)).toMatchObject({
      inCharge: personId("ben"),
      takeovers: [{ personId: personId("ben"), reason: "Ana's laptop fell down the stairs." }],
      mine: "none",
    });

    unwrap(await ben.session().startHosting());
    const dara = await panel.join("dara", ben);
    expect(dara.session().view.get().me?.name).toBe("dara");
    expect(takenOverOn(dara)).toEqual([personId("ben")]);

    await seal(ben, morning);
    await seal(cleo, noonSlot);
    await panel.rest();
    unwrap(await ben.session().reveal(null));
    await panel.until(() => stateOn(dara, noonSlot, "cleo") === "open");
    await panel.until(() => stateOn(cleo, morning, "ben") === "open");
    expect(stateOn(dara, morning, "ana")).toBe("withheld");

    unwrap(await ben.session().decide(decision));
    await panel.until(() => cleo.session().view.get().decision?.decision.rationale === decision.rationale);

    const { record } = unwrap(await ben.session().record());
    expect(record.takeovers).toMatchObject([
      { personId: personId("ben"), reason: "Ana's laptop fell down the stairs." },
    ]);

    await dara.laptop.stop();
    await ana.restart();
    unwrap(await ana.session().startHosting());
    await panel.until(() => [cleo, ben].every((seat) => stateOn(seat, morning, "ana") === "open"));
    expect(takenOverOn(ana)).toEqual([personId("ben")]);
    expect(ana.session().view.get().decision?.decision).toMatchObject(decision);
  });

  it("nobody else does: a panelist who is no deputy is refused, and so is a deputy without a reason", async () => {
    panel = await aPanel({ deputies: [personId("ben")] });
    const { ben, cleo } = panel;
    expect(authorityOn(cleo).mine).toBe("none");
    expect(await cleo.session().takeOver("I want to.")).toMatchObject({ error: { type: "notADeputy" } });
    expect(await ben.session().takeOver("  ")).toMatchObject({ error: { type: "reasonMissing" } });
    expect(await ben.session().reveal({ reason: "Now." })).toMatchObject({
      error: { type: "notTheAuthority" },
    });
    await panel.rest();
    for (const seat of panel.seats) expect(authorityOn(seat).inCharge).toBe(personId("ana"));
  });

  it("two deputies who take over apart from each other both show, and the earlier in the list is in charge", async () => {
    panel = await aPanel({ persons, deputies: [personId("cleo"), personId("ben")] });
    const { ana, ben, cleo } = panel;
    const { network } = panel.around;
    await seal(ana, morning);
    await panel.rest();
    await ana.laptop.stop();
    network.cut(ben.laptop.transport(), cleo.laptop.transport());
    unwrap(await ben.session().takeOver("Ana left."));
    await seal(ben, morning);
    unwrap(await ben.session().reveal({ reason: "Cleo is gone too." }));
    unwrap(await cleo.session().takeOver("Nobody answers."));
    expect([authorityOn(ben).inCharge, authorityOn(cleo).inCharge]).toEqual([
      personId("ben"),
      personId("cleo"),
    ]);
    network.mend(ben.laptop.transport(), cleo.laptop.transport());
    for (const seat of [ben, cleo]) {
      await panel.until(() => takenOverOn(seat).length === 2);
      expect(takenOverOn(seat)).toEqual([personId("cleo"), personId("ben")]);
      expect(authorityOn(seat).inCharge).toBe(personId("cleo"));
      expect(authorityOn(seat).mine).toBe("acts");
    }
    await panel.until(() => cleo.session().view.get().reveal !== null);
    expect(cleo.session().view.get().reveal?.calledBy).toBe(personId("ben"));
    expect(ben.session().view.get().refused).toEqual([]);
  });
});
