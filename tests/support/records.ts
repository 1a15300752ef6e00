import type { Card } from "../../src/domain/card/card";
import { competencyIdSchema, indicatorIdSchema } from "../../src/domain/ids";
import type { LoopRecord } from "../../src/domain/record/record";
import { aCard, aPerson, aRecord, aRecordCard, aSlot, exerciseId, noon, personId } from "./builders/record";

const withEvidence = (card: Card, quote: string): Card => ({
  ...card,
  takeaway: "Careful hands, thin on numbers.",
  answers: card.answers.map((answer, index) => ({
    ...answer,
    ticks:
      index === 0
        ? [{ indicatorId: indicatorIdSchema.parse("q-samples-good-1"), seen: "seen" as const }]
        : [],
    notes: [
      { atMs: 252_000, quote: false, text: "Two racks, one mislabelled." },
      { atMs: 340_000, quote: true, text: quote },
    ],
  })),
});

const bench = aSlot("Bench interview", ["Ana Brandt", "Ben Sato", "Cleo Tran"]);
const simulation = aSlot("Simulation", ["Ana Brandt", "Ben Sato"], {
  questionIds: [],
  exerciseId: exerciseId("spill"),
});

/** A decided loop with everything a debrief pack has to show: divergence, absences, a dependent card, dissent. */
export const aDecidedRecord = (quote = "I wrote it in the log first."): LoopRecord =>
  aRecord(
    [
      aRecordCard(
        withEvidence(
          aCard(bench, "Ana Brandt", { "q-samples": 4, "q-instruments": 3, "q-candour": 3 }),
          quote,
        ),
      ),
      aRecordCard(
        aCard(
          bench,
          "Ben Sato",
          { "q-samples": 2, "q-instruments": 3, "q-candour": { kind: "absent", reason: "notObserved" } },
          { overall: { kind: "call", call: "no" } },
        ),
      ),
      aRecordCard(aCard(bench, "Cleo Tran", { "q-samples": 3 }), {
        independent: false,
        dependence: ["sawRevealFirst"],
      }),
      aRecordCard(aCard(simulation, "Ana Brandt", { exercise: 3 })),
      aRecordCard(aCard(simulation, "Ben Sato", { exercise: 1 })),
    ],
    [bench, simulation],
    {
      persons: [
        { ...aPerson("Ana Brandt", ["facilitator"]), title: "Head of lab" },
        aPerson("Ben Sato"),
        aPerson("Cleo Tran"),
      ],
      facilitator: personId("Ana Brandt"),
      reveal: { ...aRecord([], []).reveal, calledBy: personId("Ana Brandt") },
      decision: {
        outcome: "hire",
        levelId: null,
        decidedBy: personId("Ana Brandt"),
        rationale: "Handles samples with care and owns mistakes.",
        evidence: [{ envelopeHash: null, competencyId: competencyIdSchema.parse("sample-handling") }],
        dissent: [{ personId: personId("Ben Sato"), text: "I did not hear one figure." }],
        overrideReason: "",
      },
      decidedAt: noon,
      discussion: [{ item: "sample-handling", text: "Two different incidents were heard." }],
    },
  );

const names = ["Ana Brandt", "Ben Sato", "Cleo Tran", "Dora Lind", "Emil Weiss", "Fatou Sarr"];

/** Six panelists in four slots with evidence everywhere: a pack of about thirty pages. */
export const aLargeRecord = (): LoopRecord => {
  const slots = ["First", "Second", "Third", "Fourth"].map((title) => aSlot(title, names));
  const cards = slots.flatMap((slot) =>
    names.map((name, index) =>
      aRecordCard(
        withEvidence(
          aCard(slot, name, {
            "q-samples": 1 + (index % 4),
            "q-instruments": 3,
            "q-candour": 2 + (index % 2),
          }),
          "We wrote it down, twice, and then asked the night shift to check the second rack before anybody left.",
        ),
      ),
    ),
  );
  return aRecord(cards, slots, {
    persons: names.map((name) => aPerson(name)),
    facilitator: personId("Ana Brandt"),
  });
};
