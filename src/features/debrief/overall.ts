import { overallCallsOf } from "../../domain/debrief/divergence";
import type { Hash, PersonId, SlotId } from "../../domain/ids";
import { overallCalls } from "../../domain/kit/scale";
import { type LoopRecord, mayCount, type RecordCard } from "../../domain/record/record";
import { callWords } from "./words";

/** The key of the overall call among the debrief's items, as notes are kept under it. */
export const overallKey = "overall";

/** One panelist's call from one card. */
export interface GivenCall {
  readonly personId: PersonId;
  readonly slotId: SlotId;
  readonly envelopeHash: Hash;
  readonly slot: string;
  /** "Yes", or "No decision: …". */
  readonly call: string;
  readonly takeaway: string;
  readonly independent: boolean;
}

/** "Yes", "No decision: …". */
export const callText = ({ overall }: RecordCard["card"]): string => {
  if (overall.kind === "call") return callWords[overall.call];
  return overall.kind === "noDecision" ? `No decision: ${overall.reason}` : "No call";
};

/** Every call of a first revision that counts, in the order of the record. */
export const givenCalls = (record: LoopRecord): readonly GivenCall[] =>
  record.cards
    .filter((card) => mayCount(card) && card.revision === 1)
    .map(({ personId, slotId, envelopeHash, independent, card }) => ({
      personId,
      slotId,
      envelopeHash,
      slot: record.plan.slots.find((slot) => slot.slotId === slotId)?.title ?? "",
      call: callText(card),
      takeaway: card.takeaway,
      independent,
    }));

/** The same by person, in the order of the record's roster. */
export const callsByPerson = (record: LoopRecord): readonly (readonly [PersonId, readonly GivenCall[]])[] => {
  const given = givenCalls(record);
  return record.persons
    .map(({ personId }) => [personId, given.filter((call) => call.personId === personId)] as const)
    .filter(([, calls]) => calls.length > 0);
};

/** Each call that somebody's independent cards make, once: who calls yes in six slots is still one voice. */
export const voicesOf = (record: LoopRecord): ReturnType<typeof overallCallsOf> => [
  ...new Map(overallCallsOf(record).map((given) => [`${given.personId} ${given.call}`, given])).values(),
];

/** "3 yes, 1 no": how many people call what on their independent cards, from strong no to strong yes. */
export const callsLine = (record: LoopRecord): string => {
  const calls = voicesOf(record);
  return overallCalls
    .map((call, index) => ({ call, count: calls.filter((given) => given.call === index).length }))
    .filter(({ count }) => count > 0)
    .map(({ call, count }) => `${count} ${callWords[call].toLowerCase()}`)
    .join(", ");
};
