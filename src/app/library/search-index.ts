import MiniSearch from "minisearch";
import type { Asked, FoundList } from "../../bindings/kit-finder";
import type { KitId } from "../../domain/ids";
import type { FindEntry } from "../../domain/kit/find/find-entry";
import { plainWord } from "../../domain/plain-word";

/** How many matches are handed out: more than anybody reads, few enough to be drawn at once. */
const mostShown = 60;

/** Words this short are not guessed at: nearly everything is one letter away from them. */
const guessedFrom = 5;

const fields = ["title", "text", "indicators", "kitTitle", "discipline", "round"] as const;

const textOf = (entry: FindEntry, field: string): string => {
  const value: unknown = Reflect.get(entry, field);
  return Array.isArray(value) ? value.join(" ") : String(value);
};

const passes = (entry: FindEntry, { kind, level, discipline, round }: Asked): boolean =>
  (kind === null || entry.kind === kind) &&
  (level === null || entry.levels.includes(level)) &&
  (discipline === null || entry.discipline === discipline) &&
  (round === null || entry.round === round);

/** The index of what can be found; `put` replaces what it knew of a kit. */
export interface SearchIndex {
  readonly put: (kitId: KitId, entries: readonly FindEntry[]) => void;
  readonly remove: (kitId: KitId) => void;
  readonly entries: () => Iterable<FindEntry>;
  readonly find: (asked: Asked) => FoundList;
}

/** An index over memory. Every word of a query must be there, whole, begun or with a slip of the finger. */
export const createSearchIndex = (): SearchIndex => {
  const held = new Map<string, FindEntry>();
  const keysOf = new Map<KitId, readonly string[]>();
  const mini = new MiniSearch<FindEntry>({
    idField: "key",
    fields: [...fields],
    extractField: (entry, field) => (field === "key" ? entry.key : textOf(entry, field)),
    processTerm: plainWord,
    searchOptions: {
      boost: { title: 3, text: 2, kitTitle: 1.5 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length >= guessedFrom ? 0.25 : false),
      maxFuzzy: 2,
    },
  });
  const entryOf = (key: string): FindEntry => {
    const entry = held.get(key);
    if (entry === undefined) throw new Error("the index found what it does not hold");
    return entry;
  };
  const remove = (kitId: KitId): void => {
    for (const key of keysOf.get(kitId) ?? []) {
      mini.remove(entryOf(key));
      held.delete(key);
    }
    keysOf.delete(kitId);
  };
  return {
    remove,
    put: (kitId, entries) => {
      remove(kitId);
      for (const entry of entries) held.set(entry.key, entry);
      keysOf.set(
        kitId,
        entries.map(({ key }) => key),
      );
      mini.addAll(entries);
    },
    entries: () => held.values(),
    find: (asked) => {
      const filter = (result: { readonly id: unknown }): boolean => passes(entryOf(String(result.id)), asked);
      const results = mini.search(asked.text.trim() === "" ? MiniSearch.wildcard : asked.text, { filter });
      const shown = results
        .slice(0, mostShown)
        .map(({ id, terms }) => ({ entry: entryOf(String(id)), words: terms }));
      return { shown, count: results.length };
    },
  };
};
