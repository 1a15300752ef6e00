import { type LoopRecord, mayCount } from "../../domain/record/record";
import { nameIn } from "./names";
import { dependenceWords, missingWords } from "./words";

/** "5 of 6 cards shown to be independent": shadows' cards and versions set aside never count. */
export const independenceLine = (record: LoopRecord): string => {
  const counted = record.cards.filter(mayCount);
  const independent = counted.filter((card) => card.independent).length;
  return `${independent} of ${counted.length} cards shown to be independent`;
};

const slotTitle = (record: LoopRecord, slotId: string): string =>
  record.plan.slots.find((slot) => slot.slotId === slotId)?.title ?? "a dropped slot";

/** One sentence for each thing the panel has to know before it trusts the numbers; empty where there is none. */
export const integritySentences = (record: LoopRecord): readonly string[] => [
  ...(record.takeovers ?? []).map(
    ({ personId, reason }) =>
      `${nameIn(record, personId)} took over from ${nameIn(record, record.facilitator)}: ${reason}`,
  ),
  ...(record.reveal.rule === "early" ? [`Revealed early: ${record.reveal.reason}`] : []),
  ...record.cards
    .filter((card) => !card.independent && !card.shadow)
    .map(({ personId, slotId, dependence }) => {
      const why = dependence.map((reason) => dependenceWords[reason]).join(", ");
      return `${nameIn(record, personId)}, ${slotTitle(record, slotId)}: ${why}. Read, not counted.`;
    }),
  ...record.missing.map(
    ({ personId, slotId, reason }) =>
      `${nameIn(record, personId)}’s card for ${slotTitle(record, slotId)} ${missingWords[reason]}.`,
  ),
];
