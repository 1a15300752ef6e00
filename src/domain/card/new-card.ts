import type { Hash, LoopId, PersonId, QuestionId, Timestamp } from "../ids";
import type { Slot } from "../loop/plan";
import type { Answer, Card, Evidence } from "./card";

const blankEvidence = (): Evidence => ({ rating: { kind: "blank" }, ticks: [], notes: [] });

const blankAnswer = (questionId: QuestionId): Answer => ({
  questionId,
  state: "open",
  askedAtMs: null,
  ...blankEvidence(),
});

/** Written while the candidate speaks, by the card's own person. */
const live: Pick<Card, "entered" | "onBehalf"> = { entered: { kind: "live" }, onBehalf: null };

/** An empty card for a slot: one answer per planned question, in the planned order. */
export const newCard = (
  slot: Slot,
  author: { readonly loopId: LoopId; readonly personId: PersonId; readonly kitRoot: Hash },
  startedAt: Timestamp,
  how: Pick<Card, "entered" | "onBehalf"> = live,
): Card => ({
  format: "panelbook-card",
  formatVersion: 2,
  ...author,
  slotId: slot.slotId,
  answers: slot.questionIds.map(blankAnswer),
  exercise: slot.exerciseId === null ? null : { ...blankEvidence(), criteria: [], testAnswers: [] },
  rolePlay: null,
  overall: { kind: "blank" },
  takeaway: "",
  amendReason: "",
  ...how,
  startedAt,
  clock: { shiftMs: 0 },
});
