import type { Answer, Card } from "../../../../src/domain/card/card";
import type { LoopRecord } from "../../../../src/domain/record/record";
import type { CardRead } from "../read/card";
import { type Book, doubled } from "./book";

/** How one host's saved card differs from its opened card in a record. */
export interface RecordFaults {
  readonly lost: number;
  readonly duplicated: number;
}

const evidenceOf = (card: Card): readonly Pick<Answer, "rating" | "ticks" | "notes">[] => [
  ...card.answers,
  ...(card.exercise === null ? [] : [card.exercise]),
];

const ratingOf = ({ rating }: Pick<Answer, "rating">): string =>
  rating.kind === "rated" ? String(rating.value) : "";

const faultsOf = (saved: CardRead, card: Card): RecordFaults => {
  const evidence = evidenceOf(card)[saved.question];
  if (evidence === undefined) return { lost: 1, duplicated: 0 };
  const times = saved.notes.map((text) => evidence.notes.filter((note) => note.text === text).length);
  const seen = evidence.ticks.filter((tick) => tick.seen === "seen").length;
  const lost =
    (saved.rating === "" || saved.rating === ratingOf(evidence) ? 0 : 1) +
    Math.max(0, saved.ticks.length - seen) +
    times.filter((count) => count === 0).length;
  // Two lines that a kill cut short may read the same: what is there twice is told by the whole beginning of a text.
  return { lost, duplicated: doubled(evidence.notes.map(({ text }) => text)) };
};

/** What screens called saved of the cards that were sealed, beside what a record has of them. */
export const recordFaults = (
  record: LoopRecord,
  book: Book,
  personOf: (host: string) => string,
): RecordFaults => {
  const all = book.sealed.flatMap(({ host, slot }): readonly RecordFaults[] => {
    const person = record.persons.find(({ name }) => name === personOf(host));
    const place = record.plan.slots.find(({ title }) => title === slot);
    const cards = record.cards.filter(
      ({ personId, slotId }) => personId === person?.personId && slotId === place?.slotId,
    );
    const [card] = cards;
    if (card === undefined) return [{ lost: 1, duplicated: 0 }];
    const saved = (book.cards.get(host)?.get(slot) ?? []).filter((read) => read !== undefined);
    return [{ lost: 0, duplicated: cards.length - 1 }, ...saved.map((read) => faultsOf(read, card.card))];
  });
  return {
    lost: all.reduce((sum, one) => sum + one.lost, 0),
    duplicated: all.reduce((sum, one) => sum + one.duplicated, 0),
  };
};
