import { type LoopRecord, mayCount, type RecordCard } from "../../domain/record/record";
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

/** Where escrow had a part in opening a card. */
const escrowSentences = (record: LoopRecord, { personId, slotId, escrow }: RecordCard): readonly string[] => {
  const which = `${nameIn(record, personId)}’s card for ${slotTitle(record, slotId)}`;
  if (escrow === undefined) return [];
  return [
    ...escrow.openedEarly.map(
      (early) =>
        `${which} could be read by ${nameIn(record, early.personId)} before the reveal: ${early.reason}`,
    ),
    ...(escrow.published ? [`${which}: its key was published from escrow.`] : []),
  ];
};

/** One sentence for each thing the panel has to know before it trusts the numbers; empty where there is none. */
export const integritySentences = (record: LoopRecord): readonly string[] => [
  ...(record.takeovers ?? []).map(
    ({ personId, reason }) =>
      `${nameIn(record, personId)} took over from ${nameIn(record, record.facilitator)}: ${reason}`,
  ),
  ...(record.acceptances ?? []).flatMap(({ personId, conflict }) =>
    conflict === null ? [] : [`${nameIn(record, personId)} declared a conflict of interest: “${conflict}”`],
  ),
  ...(record.reveal.rule === "early" ? [`Revealed early: ${record.reveal.reason}`] : []),
  ...record.cards
    .filter((card) => !card.independent && !card.shadow)
    .map(({ personId, slotId, dependence }) => {
      const why = dependence.map((reason) => dependenceWords[reason]).join(", ");
      return `${nameIn(record, personId)}, ${slotTitle(record, slotId)}: ${why}. Read, not counted.`;
    }),
  ...record.cards.flatMap((card) => escrowSentences(record, card)),
  ...record.missing.map(
    ({ personId, slotId, reason }) =>
      `${nameIn(record, personId)}’s card for ${slotTitle(record, slotId)} ${missingWords[reason]}.`,
  ),
];
