import type { RoleLoopService } from "../../../src/bindings/role-loops";
import type { Card, Rating } from "../../../src/domain/card/card";
import { candidateIdSchema, hashSchema, loopIdSchema, personIdSchema } from "../../../src/domain/ids";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import { buildRecord } from "../../../src/domain/record/build-record";
import type { LoopRecord } from "../../../src/domain/record/record";
import { ok, unwrap } from "../../../src/domain/result";
import { aHash, anId } from "../builders/ids";
import { dayKit } from "./loop-day";

const answers = [
  "Ran the reseller days for two summers; the budget was the partner’s.",
  "Wrote the figure down before the event and showed the sheet.",
  "Would have to ask Tomas for the autumn figure, said so at once.",
];

const shifted = (rating: Rating, by: number, points: number): Rating =>
  rating.kind === "rated"
    ? { kind: "rated", value: Math.max(1, Math.min(points, rating.value + by)) }
    : rating;

const otherCard = (card: Card, by: number): Card => ({
  ...card,
  answers: card.answers.map((answer, index) => ({
    ...answer,
    rating: shifted(answer.rating, index % 3 === 0 ? by : 0, dayKit.questionScale.length),
    notes: answer.notes.map((note, at) => ({
      ...note,
      text: note.quote ? note.text : (answers[(index + at) % answers.length] ?? ""),
    })),
  })),
});

/** The day's record again, as if another candidate had been there; `kit` names the version that was asked from. */
const another = (day: LoopRecord, name: string, by: number, kit?: string): LoopRecord => ({
  ...day,
  loopId: anId(loopIdSchema, `of-${name}`),
  plan: {
    ...day.plan,
    candidate: { candidateId: anId(candidateIdSchema, name), name },
    kit: kit === undefined ? day.plan.kit : { ...day.plan.kit, kitRoot: aHash(hashSchema, kit) },
  },
  reveal: { ...day.reveal, callHash: aHash(hashSchema, `call-${name}`) },
  // As a copied plan has it: other ids, the same people.
  persons: day.persons.map((person) => ({
    ...person,
    personId: anId(personIdSchema, `${name}-${person.name}`),
  })),
  cards: day.cards.map((entry) => {
    const who = day.persons.find(({ personId }) => personId === entry.personId)?.name ?? "";
    const personId = anId(personIdSchema, `${name}-${who}`);
    return {
      ...entry,
      personId,
      envelopeHash: aHash(hashSchema, `${name.slice(0, 4)}-${entry.envelopeHash}`),
      card: { ...otherCard(entry.card, by), personId },
    };
  }),
});

/** Two finalists beside the day's own, one from another version of the role kit, one who is not revealed yet. */
export const finalistLoops = (view: LoopView): RoleLoopService => {
  const day = unwrap(buildRecord(view, { protocol: 4, discussion: [], entries: [] }));
  const records = [
    another(day, "Zoë Muñoz", 1),
    another(day, "Paul Odhiambo", -1),
    another(day, "Iris Moreau", 0, "older-version"),
  ];
  const gap = { loopId: anId(loopIdSchema, "older-jonas"), candidateName: "Jonas Lindqvist" };
  return {
    ofRole: async () => ok({ records, gaps: [{ ...gap, why: "notRevealed" }] }),
    decided: async () => ok(records),
  };
};
