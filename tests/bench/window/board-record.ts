import { type LoopRecord, loopRecordSchema } from "../../../src/domain/record/record";
import { aKit } from "../../support/builders/kit";
import { aCard, aPerson, aPlan, aRecord, aRecordCard, aSlot, personId } from "../../support/builders/record";
import { seededRandom } from "../../support/seeded-random";

const inEachSlot = 12;

const idOf = (item: number): string => `item-${item}`;

/** The small kit with so many competencies, each with a question of its own and nothing else. */
const kitOf = (items: number) => {
  const kit = aKit();
  const [competency] = kit.competencies;
  const [question] = kit.questions;
  if (competency === undefined || question === undefined) throw new Error("the small kit has both");
  const all = Array.from({ length: items }, (_, item) => idOf(item));
  return {
    ...kit,
    attitudes: [],
    exercises: [],
    competencies: all.map((id, item) => ({ ...competency, id, name: `${competency.name} ${item + 1}` })),
    questions: all.map((id) => ({ ...question, id, target: { kind: "competency", competencyId: id } })),
  };
};

const slotsOf = (items: number, names: readonly string[]) =>
  Array.from({ length: Math.ceil(items / inEachSlot) }, (_, index) =>
    aSlot(`Slot ${index + 1}`, names, {
      questionIds: Array.from({ length: Math.min(inEachSlot, items - index * inEachSlot) }, (_none, at) =>
        idOf(index * inEachSlot + at),
      ) as never,
    }),
  );

/** A revealed loop in which so many people rated each of so many items, with two notes under each rating. */
export const boardRecord = (panelists: number, items: number): LoopRecord => {
  const random = seededRandom(23);
  const names = Array.from({ length: panelists }, (_, index) => `Panelist ${index + 1}`);
  const kit = kitOf(items);
  const slots = slotsOf(items, names);
  const ratings = () =>
    Object.fromEntries(kit.questions.map(({ id }) => [id, 1 + random.below(kit.questionScale.length)]));
  const notes = [1, 2].map((place) => ({
    atMs: place * 60_000,
    quote: place === 2,
    text: "Named the partner, the month and the sum without being asked.",
  }));
  const cards = slots.flatMap((slot) =>
    names.map((name) => {
      const card = aCard(slot, name, ratings());
      return aRecordCard({ ...card, answers: card.answers.map((answer) => ({ ...answer, notes })) });
    }),
  );
  return loopRecordSchema.parse({
    ...aRecord(cards, slots),
    formatVersion: 2,
    protocol: 4,
    kit,
    plan: aPlan(slots),
    persons: names.map((name) => aPerson(name)),
    facilitator: personId("Panelist 1"),
  });
};
