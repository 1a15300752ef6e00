import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asRolePlay, tickTension } from "../../../src/domain/card/change-exercise";
import { newCard } from "../../../src/domain/card/new-card";
import { exerciseIdSchema, kitItemIdSchema, timestampSchema } from "../../../src/domain/ids";
import type { Slot } from "../../../src/domain/loop/plan";
import { unwrap } from "../../../src/domain/result";
import { bytesOfDoc, holdsWord } from "../../support/app/leaks";
import { aPanel, guideWord, morning, noonSlot, type Panel, type Seat } from "../../support/app/panel";
import { aCard, aPerson, aPlan, noon, personId } from "../../support/builders/record";

const scene: Slot = {
  ...morning,
  exerciseId: exerciseIdSchema.parse("spill"),
  rolePlayers: [{ personId: personId("cleo"), roleId: kitItemIdSchema.parse("night-guard") }],
};
const { candidate: _c, kit: _k, ...plan } = aPlan([scene, { ...noonSlot, interviewers: [personId("ben")] }]);
const said = "says-the-flask-was-always-broken";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel({
    plan,
    persons: [aPerson("ana", ["facilitator", "panelist"]), aPerson("ben"), aPerson("cleo", ["rolePlayer"])],
  });
});
afterEach(() => panel.stop());

const author = (seat: Seat, name: string) => {
  const { loopId, plan: known } = seat.session().view.get();
  if (known === null) throw new Error("the plan has arrived");
  return { loopId, personId: personId(name), kitRoot: known.kit.kitRoot };
};

const sealSheet = async (): Promise<void> => {
  await panel.until(() => panel.cleo.session().view.get().kit !== null);
  const role = panel.cleo.session().view.get().kit?.exercises[0]?.roles[0];
  if (role === undefined) throw new Error("the kit has a role");
  const blank = asRolePlay(newCard(scene, author(panel.cleo, "cleo"), timestampSchema.parse(noon)), role);
  const ticked = unwrap(tickTension(blank, { tension: 0, text: said }, 61_000));
  unwrap(await panel.cleo.session().seal(ticked));
};

const sealOwn = async (seat: Seat, name: string): Promise<void> => {
  const { kitRoot, loopId } = author(seat, name);
  unwrap(await seat.session().seal(aCard(scene, name, { "q-samples": 3 }, { kitRoot, loopId })));
};

const toldOn = (seat: Seat) =>
  seat
    .session()
    .view.get()
    .sheets.flatMap(({ rolePlay }) => rolePlay.delivered);

describe("what a role player brought up", () => {
  it("is opened to an assessor's laptop once that assessor sealed, before the reveal, and to no other", async () => {
    await sealSheet();
    await panel.rest();
    expect(panel.seats.map(toldOn)).toEqual([[], [], []]);
    await sealOwn(panel.ben, "ben");
    await panel.until(() => toldOn(panel.ben).length === 1);
    expect(toldOn(panel.ben)).toEqual([{ tension: 0, text: said, atMs: 61_000 }]);
    await panel.rest();
    expect(toldOn(panel.ana)).toEqual([]);
    expect(panel.ben.session().view.get().reveal).toBeNull();
    for (const seat of panel.seats) expect(holdsWord(bytesOfDoc(seat.laptop.doc()), said)).toBe(false);
  });

  it("leaves the guide closed to the assessor, who learns what was said and not what was scripted", async () => {
    await sealSheet();
    await sealOwn(panel.ben, "ben");
    await panel.until(() => toldOn(panel.ben).length === 1);
    expect(panel.cleo.session().view.get().kit?.exercises[0]?.roles[0]?.archetype).toBe(guideWord);
    expect(panel.ben.session().view.get().kit?.exercises[0]?.roles[0]?.archetype).toBe("");
  });
});
