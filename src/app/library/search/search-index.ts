import { z } from "zod";
import type { Asked, FindChoices, Found, FoundList } from "../../../bindings/kit-finder";
import { type KitId, kitIdSchema } from "../../../domain/ids";
import { type FindEntry, findKinds } from "../../../domain/kit/find/find-entry";
import { withRoom } from "./columns";
import {
  createEntryColumns,
  createFilterNames,
  type HeldColumns,
  ladderLevels,
  noColumns,
} from "./entry-columns";
import { weightsOf, wordsOf } from "./entry-words";
import { createMatcher, type Question, questionOf } from "./match";
import { createPostings } from "./postings";
import type { Texts } from "./texts";
import { createVocabulary } from "./vocabulary";

/** How many matches are handed out: more than anybody reads, few enough to be drawn at once. */
export const mostShown = 60;

/** A kit that was taken in: in which state, and which entries are its. */
const heldKitSchema = z.object({
  id: kitIdSchema,
  state: z.string(),
  first: z.int().nonnegative(),
  count: z.int().nonnegative(),
});
type HeldKit = z.infer<typeof heldKitSchema>;

/** What an index is besides its columns of numbers. */
export const heldNamesSchema = z.object({
  kits: z.array(heldKitSchema),
  words: z.array(z.string()),
  names: z.array(z.string()),
  ladders: z.array(z.string()),
  /** How many bytes of texts there were. */
  texts: z.int().nonnegative(),
});

/** A whole index, packed, as a file keeps it. */
export interface HeldIndex {
  readonly about: z.infer<typeof heldNamesSchema>;
  readonly columns: HeldColumns;
  readonly starts: Uint32Array;
  readonly packed: Uint32Array;
}

const entrySchema: z.ZodType<FindEntry> = z.object({
  key: z.string(),
  kitId: kitIdSchema,
  kitTitle: z.string(),
  kind: z.enum(findKinds),
  itemId: z.string(),
  title: z.string(),
  text: z.string(),
  indicators: z.array(z.string()),
  levels: z.array(z.string()),
  discipline: z.string(),
  round: z.string(),
});

/** Everything that can be found in the kits of this laptop. */
export interface SearchIndex {
  /** The kits that were taken in, each with the state it was in. */
  readonly known: () => readonly { readonly id: KitId; readonly state: string }[];
  /** Takes a kit in; what was known of it is replaced. Throws where its texts cannot be written, and has changed nothing then. */
  readonly put: (kitId: KitId, state: string, entries: readonly FindEntry[]) => void;
  readonly remove: (kitId: KitId) => void;
  readonly find: (asked: Asked) => FoundList;
  readonly choices: () => FindChoices;
  readonly held: () => HeldIndex;
}

/** Loose postings are packed once they are as many as a small library has, and a quarter of the packed ones. */
const looseAllowed = 200_000;
const shareAllowed = 0.25;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const nothing: HeldIndex = {
  about: { kits: [], words: [], names: [], ladders: [], texts: 0 },
  columns: noColumns(),
  starts: new Uint32Array(1),
  packed: new Uint32Array(0),
};

const sorted = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter((name) => name !== "").sort((one, other) => one.localeCompare(other));

/** The words of an entry that were meant by what was typed, to be marked. */
const wordsToMark = (entry: FindEntry, meant: ReadonlySet<string>): readonly string[] => {
  const said = [entry.title, entry.text, ...entry.indicators].join(" ");
  return [...new Set(wordsOf(said))].filter((word) => meant.has(word));
};

/**
 * An index over memory whose texts lie elsewhere. Every word of a query must be there, whole, begun or with a slip of the finger;
 * an empty one finds everything that passes the filters.
 */
export const createSearchIndex = (texts: Texts, held: HeldIndex = nothing): SearchIndex => {
  const filters = createFilterNames(held.about.names, held.about.ladders);
  const columns = createEntryColumns(filters, held.columns);
  const vocabulary = createVocabulary(held.about.words);
  const postings = createPostings(held);
  const matcher = createMatcher(postings);
  const kits = new Map<KitId, HeldKit>(held.about.kits.map((kit) => [kit.id, kit]));
  let gone = new Uint8Array(columns.length());
  let goneCount = 0;

  const entryAt = (entry: number): FindEntry => {
    const { at, bytes } = columns.textOf(entry);
    const value: unknown = JSON.parse(decoder.decode(texts.read(at, bytes)));
    return entrySchema.parse(value);
  };

  /** New numbers without the entries that are gone, kits in their order; null where none is. */
  const renumbered = (): Int32Array | null => {
    if (goneCount === 0) return null;
    const renumber = new Int32Array(columns.length()).fill(-1);
    let next = 0;
    for (let entry = 0; entry < renumber.length; entry += 1)
      if (gone[entry] !== 1) {
        renumber[entry] = next;
        next += 1;
      }
    return renumber;
  };

  const pack = (): void => {
    const renumber = renumbered();
    postings.pack(vocabulary.all().length, renumber);
    if (renumber === null) return;
    for (const kit of kits.values()) kits.set(kit.id, { ...kit, first: renumber[kit.first] ?? 0 });
    columns.keep(renumber);
    gone = new Uint8Array(columns.length());
    goneCount = 0;
  };

  const packWhereWorthIt = (): void => {
    const isLoose = postings.loose() > Math.max(looseAllowed, postings.size() * shareAllowed);
    const isHollow = goneCount > 1000 && goneCount > columns.length() * shareAllowed;
    if (isLoose || isHollow) pack();
  };

  const remove = (kitId: KitId): void => {
    const kit = kits.get(kitId);
    if (kit === undefined) return;
    gone = withRoom(gone, columns.length());
    gone.fill(1, kit.first, kit.first + kit.count);
    goneCount += kit.count;
    kits.delete(kitId);
  };

  const put: SearchIndex["put"] = (kitId, state, entries) => {
    // A full disk refuses a text: until all of them lie there, the index is as it was.
    const placed = entries.map((entry) => {
      const bytes = encoder.encode(JSON.stringify(entry));
      return { entry, at: texts.append(bytes), bytes: bytes.length };
    });
    remove(kitId);
    const first = columns.length();
    for (const { entry, ...place } of placed) {
      const number = columns.add(entry, place);
      for (const [word, weight] of weightsOf(entry)) postings.add(vocabulary.numberOf(word), number, weight);
    }
    kits.set(kitId, { id: kitId, state, first, count: entries.length });
    packWhereWorthIt();
  };

  const everything = (passes: (entry: number) => boolean) => {
    const best: number[] = [];
    let count = 0;
    for (let entry = 0; entry < columns.length(); entry += 1) {
      if (!passes(entry)) continue;
      if (count < mostShown) best.push(entry);
      count += 1;
    }
    return { best, count };
  };

  const foundAt = (entry: number, meant: ReadonlySet<string>): Found => {
    const said = entryAt(entry);
    return { entry: said, words: wordsToMark(said, meant) };
  };

  const meantWords = ({ words }: Question): ReadonlySet<string> =>
    new Set(words.flatMap((meant) => meant.map(({ word }) => vocabulary.nameAt(word))));

  const find: SearchIndex["find"] = (asked) => {
    const passes = columns.passing(asked);
    if (passes === null) return { shown: [], count: 0 };
    gone = withRoom(gone, columns.length());
    const isThere = (entry: number): boolean => gone[entry] !== 1 && passes(entry);
    const question = questionOf(wordsOf(asked.text), vocabulary);
    const { best, count } =
      question.words.length === 0
        ? everything(isThere)
        : matcher.match(question, isThere, columns.length(), mostShown);
    const meant = meantWords(question);
    return { shown: best.map((entry) => foundAt(entry, meant)), count };
  };

  const choices = (): FindChoices => {
    const { ladders, disciplines, rounds } = columns.held();
    const used = (column: Uint32Array): ReadonlySet<number> =>
      new Set(column.filter((_, entry) => gone[entry] !== 1));
    const nameOf = (number: number): string => filters.names.nameAt(number);
    return {
      levels: sorted([...used(ladders)].flatMap((ladder) => ladderLevels(filters.ladders.nameAt(ladder)))),
      disciplines: sorted([...used(disciplines)].map(nameOf)),
      rounds: sorted([...used(rounds)].map(nameOf)),
    };
  };

  return {
    known: () => [...kits.values()].map(({ id, state }) => ({ id, state })),
    put,
    remove,
    find,
    choices,
    held: () => {
      pack();
      const about = {
        kits: [...kits.values()],
        words: [...vocabulary.all()],
        names: [...filters.names.all()],
        ladders: [...filters.ladders.all()],
        texts: texts.size(),
      };
      return { about, columns: columns.held(), ...postings.packed() };
    },
  };
};
