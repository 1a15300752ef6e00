import { describe, expect, it } from "vitest";
import type { Card } from "../../../../../src/domain/card/card";
import type { Finalist } from "../../../../../src/domain/debrief/finalists/finalists";
import {
  type OtherNames,
  otherNames,
  questionByQuestion,
} from "../../../../../src/domain/debrief/finalists/question-by-question";
import { hashSchema } from "../../../../../src/domain/ids";
import type { RecordCard } from "../../../../../src/domain/record/record";
import { aHash } from "../../../../support/builders/ids";
import { aKit } from "../../../../support/builders/kit";
import { aCard, aPlan, aRecord, aRecordCard, aSlot, exerciseId } from "../../../../support/builders/record";

const bench = aSlot("bench", ["ana", "ben"]);
const lab = aSlot("lab", ["ana"], { questionIds: [], exerciseId: exerciseId(aKit().exercises[0]?.id ?? "") });

const finalist = (mark: string, name: string, cards: readonly RecordCard[]): Finalist => {
  const plan = aPlan([bench, lab]);
  const record = aRecord(cards, [bench, lab]);
  return { mark, record: { ...record, plan: { ...plan, candidate: { ...plan.candidate, name } } } };
};

const sealedAs = (hash: string) => ({ envelopeHash: aHash(hashSchema, hash) });

/** The card with the same note at every question. */
const noting = (card: Card, text: string): Card => ({
  ...card,
  answers: card.answers.map((answer) => ({ ...answer, notes: [{ atMs: null, quote: false, text }] })),
});

const kit = aKit();
const nobody = { candidates: [], panelists: [] };
const itemOf = (finalists: readonly Finalist[], id: string, others: OtherNames = nobody) =>
  questionByQuestion(kit, finalists, others).find((item) => item.id === id);

describe("the finalists question by question", () => {
  const mira = finalist("A", "Mira Adeyemi", [
    aRecordCard(aCard(bench, "ana", { "q-samples": 4 }), sealedAs("z")),
    aRecordCard(aCard(bench, "ben", { "q-samples": 2 }), sealedAs("a")),
    aRecordCard(aCard(lab, "ana", { exercise: 3 }), sealedAs("lab")),
  ]);
  const zoe = finalist("B", "Zoë Muñoz", [
    aRecordCard(aCard(bench, "ana", { "q-samples": 1 }), sealedAs("m")),
  ]);

  it("have each question of the role kit in its order, then the exercises, with everybody's ratings", () => {
    const items = questionByQuestion(kit, [mira, zoe], nobody);
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([
      ["question", "q-samples"],
      ["question", "q-instruments"],
      ["question", "q-candour"],
      ["exercise", kit.exercises[0]?.id],
    ]);
    expect(items[0]?.heard.map((answers) => answers.map(({ rating }) => rating))).toEqual([
      [
        { kind: "rated", value: 2 },
        { kind: "rated", value: 4 },
      ],
      [{ kind: "rated", value: 1 }],
    ]);
  });

  it("tell one panelist's answers from another's by a number that says nothing else", () => {
    const cards = ["a", "b", "c"].map((hash, index) =>
      aRecordCard(aCard(bench, index === 1 ? "ben" : "ana", { "q-samples": 3 }), sealedAs(hash)),
    );
    const heard = itemOf([finalist("A", "Mira", cards)], "q-samples")?.heard[0] ?? [];
    const raters = heard.map(({ rater }) => rater);
    expect(raters).toHaveLength(3);
    expect(new Set(raters)).toEqual(new Set([0, 1]));
  });

  it("say nothing for a finalist whose loop did not have the item", () => {
    const { heard } = questionByQuestion(kit, [mira, zoe], nobody).at(-1) ?? { heard: [] };
    expect(heard.map((answers) => answers.length)).toEqual([1, 0]);
  });

  it("leave out what no card speaks of", () => {
    expect(questionByQuestion(kit, [zoe], nobody).map(({ kind }) => kind)).not.toContain("exercise");
  });

  it("say of nobody who rated", () => {
    const told = JSON.stringify(questionByQuestion(kit, [mira, zoe], nobody));
    for (const { personId } of mira.record.persons) expect(told).not.toContain(personId);
  });

  it("take candidates' and panelists' names out of notes, also in parts and without accents", () => {
    const text = "Zoe told Ben that Ms Adeyemi was quicker; Munoz agreed.";
    const cards = [aRecordCard(noting(aCard(bench, "ana", { "q-samples": 3 }), text)), ...mira.record.cards];
    const note = itemOf([{ ...mira, record: { ...mira.record, cards } }, zoe], "q-samples")
      ?.heard[0]?.flatMap(({ notes }) => notes)
      .map((one) => one.text);
    expect(note).toEqual([
      "[a candidate] told [a panelist] that Ms [a candidate] was quicker; [a candidate] agreed.",
    ]);
  });

  it("take out who is not compared: candidates the laptop knows, and everybody in the loops left out", () => {
    const text = "Clearer than Omar Diaz, and than Lena; Dov said so.";
    const noted = finalist("A", "Mira Adeyemi", [
      aRecordCard(noting(aCard(bench, "ana", { "q-samples": 3 }), text)),
    ]);
    const { record } = finalist("C", "Lena Vogt", []);
    const dov = noted.record.persons.slice(0, 1).map((person) => ({ ...person, name: "Dov Katz" }));
    const apart = [{ record: { ...record, persons: dov }, reason: "otherKitVersion" as const }];
    const [answer] = itemOf([noted], "q-samples", otherNames(["Omar Diaz"], apart))?.heard[0] ?? [];
    expect(answer?.notes.map((note) => note.text)).toEqual([
      "Clearer than [a candidate], and than [a candidate]; [a panelist] said so.",
    ]);
  });

  it("are told from first revisions; shadows' cards and versions set aside are not read", () => {
    const unheard: readonly Partial<RecordCard>[] = [
      { revision: 2 },
      { shadow: true },
      { independent: false, dependence: ["setAside"] },
    ];
    const cards = unheard.map((facts, index) =>
      aRecordCard(aCard(bench, "ana", { "q-samples": 4 }), { ...sealedAs(`unheard-${index}`), ...facts }),
    );
    expect(questionByQuestion(kit, [finalist("A", "Mira", cards)], nobody)).toEqual([]);
  });

  it("say of an answer that it is not independent, and how the question was put", () => {
    const helped = aCard(bench, "ana", { "q-samples": 3 });
    const card: Card = {
      ...helped,
      answers: helped.answers.map((answer) => ({ ...answer, state: "prompted" })),
    };
    const late = aRecordCard(card, { independent: false, dependence: ["sawRevealFirst"] });
    const [answer] = itemOf([finalist("A", "Mira", [late])], "q-samples")?.heard[0] ?? [];
    expect(answer).toMatchObject({ independent: false, state: "prompted" });
  });
});
