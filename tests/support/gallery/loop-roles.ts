import { kitItemIdSchema } from "../../../src/domain/ids";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import type { Person } from "../../../src/domain/loop/roster";
import { dayPersons, dayPlan, daySlots, dayView, panel } from "./loop-day";

/** Where the work simulation stands in the day. */
export const sceneIndex = daySlots.findIndex(({ exerciseId }) => exerciseId === "two-consultants-short");
const scene = daySlots[sceneIndex];
if (scene === undefined) throw new Error("the day has a work simulation");

const ines: Person = { ...panel.ines, hats: ["rolePlayer"] };
const assessors = [panel.tomas.personId, panel.priya.personId];
const played = {
  ...scene,
  interviewers: assessors,
  rolePlayers: [{ personId: ines.personId, roleId: kitItemIdSchema.parse("managing-director") }],
};

const viewOf = (me: Person, slotsDone: number): LoopView => {
  const view = dayView({ me, admitted: dayPersons, slotsDone });
  const slots = daySlots.map((slot) => (slot === scene ? played : slot));
  const persons = view.persons.map((person) => (person.personId === ines.personId ? ines : person));
  return { ...view, persons, plan: { ...dayPlan, slots } };
};

/** Ines plays the managing director; Tomas and Priya assess. */
export const rolePlayerView: LoopView = viewOf(ines, 0);
export const assessorView: LoopView = viewOf(panel.tomas, 0);
export const toldAssessorView: LoopView = {
  ...viewOf(panel.tomas, daySlots.length),
  sheets: [
    {
      slotId: scene.slotId,
      personId: ines.personId,
      revision: 1,
      rolePlay: {
        roleId: kitItemIdSchema.parse("managing-director"),
        tensions: 4,
        delivered: [
          {
            tension: 0,
            text: "Asks for three of our consultants, free of charge, until the launch",
            atMs: 252_000,
          },
          {
            tension: 3,
            text: "Suggests telling the customer nothing until there is good news",
            atMs: 901_000,
          },
        ],
        breaches: [{ atMs: 1_020_000, text: "Named the date for the launch before the candidate did" }],
      },
    },
  ],
};
