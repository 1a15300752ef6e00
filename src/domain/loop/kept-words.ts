import { z } from "zod";
import { deviceIdSchema, type PersonId, slotIdSchema, timestampSchema } from "../ids";

/** A text that several people write: a debrief note about one item, or what a slot's interviewers write together. */
export const sharedNoteSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("discussion"), item: z.string().max(120) }),
  z.object({ kind: z.literal("slot"), slotId: slotIdSchema }),
]);
export type SharedNote = z.infer<typeof sharedNoteSchema>;

export const isSameNote = (one: SharedNote, other: SharedNote): boolean =>
  one.kind === "discussion"
    ? other.kind === "discussion" && one.item === other.item
    : other.kind === "slot" && one.slotId === other.slotId;

/** Twice what a screen lets somebody write into one note, in UTF-16 units. */
const longestWords = 100_000;

/** What a note said before a colleague's laptop took most of it away, kept on a laptop that still had it. */
export const keptWordsSchema = z.object({
  id: z.string().min(1).max(60),
  note: sharedNoteSchema,
  words: z.string().max(longestWords),
  how: z.enum(["emptied", "rewritten"]),
  /** Whose change it was as it happened; null where it came with what this laptop had missed. */
  deviceId: deviceIdSchema.nullable(),
  /** The laptop that passed it on, by whose word alone it was the other's; left out where none did. */
  passedBy: deviceIdSchema.optional(),
  /** When this laptop saw it, by its own clock. */
  at: timestampSchema,
});
export type KeptWords = z.infer<typeof keptWordsSchema>;

export const mostOfNote = 3;
export const mostOfLoop = 24;
/** UTF-16 units of a whole loop. */
export const mostUnits = 1_000_000;

export const keptWordsListSchema = z.array(keptWordsSchema).max(mostOfLoop).readonly();

const unitsOf = (kept: readonly KeptWords[]): number =>
  kept.reduce((sum, { words }) => sum + words.length, 0);

/** Without the shortest of those that `may` name: whoever wants long words gone would have to write longer ones. */
const withoutShortest = (
  kept: readonly KeptWords[],
  may: (one: KeptWords) => boolean,
): readonly KeptWords[] => {
  const [shortest] = kept.filter(may).toSorted((one, other) => one.words.length - other.words.length);
  return kept.filter((one) => one !== shortest);
};

const saysAll = (one: KeptWords, other: KeptWords): boolean =>
  isSameNote(one.note, other.note) && one.words.includes(other.words);

/**
 * The list with one more, within its bounds. Of two of one note that say the same the fuller one is enough: a note
 * that is emptied step by step is one line.
 */
export const withKeptWords = (kept: readonly KeptWords[], more: KeptWords): readonly KeptWords[] => {
  if (kept.some((one) => saysAll(one, more))) return kept;
  let list: readonly KeptWords[] = [...kept.filter((one) => !saysAll(more, one)), more];
  const isOfNote = ({ note }: KeptWords): boolean => isSameNote(note, more.note);
  if (list.filter(isOfNote).length > mostOfNote) list = withoutShortest(list, isOfNote);
  while (list.length > mostOfLoop || unitsOf(list) > mostUnits) list = withoutShortest(list, () => true);
  return list;
};

/** Notes with fewer words than that come and go. */
const worthKeeping = 40;

/** What of a note went, by who had written it; null where nobody said so. In UTF-16 units. */
export type LostUnits = ReadonlyMap<PersonId | null, number>;

/** A note that a colleague's laptop made shorter. */
export interface ShortenedNote {
  readonly before: string;
  /** What is there now. */
  readonly after: string;
  readonly lost: LostUnits;
}

/**
 * How a person's laptop took most of a note away that others wrote: more than half of it, of words that are not known to be
 * that person's own. Nobody where whose change it was is only another's word. Null where it did not.
 */
export const takenAway = (
  { before, after, lost }: ShortenedNote,
  by: PersonId | null,
): KeptWords["how"] | null => {
  const others = [...lost].reduce(
    (sum, [writer, units]) => (writer !== null && writer === by ? sum : sum + units),
    0,
  );
  if (others < worthKeeping || others * 2 <= before.length) return null;
  return after.trim().length * 10 < before.length ? "emptied" : "rewritten";
};
