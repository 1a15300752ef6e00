import { afterEach, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { aPanel, type Panel, type Seat } from "../../support/app/panel";
import { personId } from "../../support/builders/record";

let panel: Panel;
afterEach(() => panel.stop());

const wording = "What I hear stays in the panel.";
const acceptedOn = (seat: Seat) =>
  (seat.session().view.get().acceptances ?? []).map((one) => [one.personId, one.conflict]);

it("what a panelist accepts on their laptop is seen on the facilitator's; a later word takes its place, the same one is said once", async () => {
  panel = await aPanel();
  const { ana, ben } = panel;
  expect(acceptedOn(ana)).toEqual([]);
  unwrap(await ben.session().accept({ kind: "none" }, wording));
  unwrap(await ben.session().accept({ kind: "none" }, wording));
  await panel.until(() => acceptedOn(ana).length === 1);
  expect(acceptedOn(ana)).toEqual([[personId("ben"), null]]);

  unwrap(await ben.session().accept({ kind: "declared", text: "We shared an office." }, wording));
  await panel.until(() => acceptedOn(ana)[0]?.[1] !== null);
  expect(acceptedOn(ana)).toEqual([[personId("ben"), "We shared an office."]]);
  expect(ana.session().view.get().refused).toEqual([]);
});
