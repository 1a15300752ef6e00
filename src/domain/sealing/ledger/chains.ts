import type { Hash } from "../../ids";
import type { AuthenticEntry } from "../entries";
import {
  type Fork,
  type Judged,
  refused,
  type Sorted,
  sortByVerdict,
  type Verdict,
  waitingFor,
} from "./verdict";

/** The hash of the entry before this one in its chain; null at the start of a chain and for other kinds. */
export const prevOf = (entry: AuthenticEntry): Hash | null => {
  if (entry.kind === "card") return entry.body.header.prev;
  return "prev" in entry.body ? entry.body.prev : null;
};

export interface ChainRules<Entry extends AuthenticEntry> {
  /** `previous` was accepted; it is null where the entry starts a chain. */
  readonly judge: (entry: Entry, previous: Entry | null) => Verdict;
  /** Accepted entries with the same key exclude each other. */
  readonly forkKey: (entry: Entry) => string;
}

export interface Chained<Entry> extends Sorted<Entry> {
  readonly forks: readonly Fork[];
}

/** What follows from the entry before: only after an accepted one is an entry judged by itself. */
const verdictAfter = <Entry extends AuthenticEntry>(
  entry: Entry,
  before: Judged<Entry>,
  rules: ChainRules<Entry>,
): Verdict => {
  if (before.verdict.is === "accepted") return rules.judge(entry, before.entry);
  if (before.verdict.is === "refused") return refused("previousRefused");
  return waitingFor("previousMissing", [before.entry.hash]);
};

const firstVerdict = <Entry extends AuthenticEntry>(entry: Entry, rules: ChainRules<Entry>): Verdict => {
  const prev = prevOf(entry);
  return prev === null ? rules.judge(entry, null) : waitingFor("previousMissing", [prev]);
};

const groupBy = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

const forksAmong = <Entry extends AuthenticEntry>(
  entries: readonly Entry[],
  forkKey: (entry: Entry) => string,
): readonly Fork[] =>
  [...groupBy(entries, forkKey).values()].flatMap(([first, ...rivals]) =>
    first === undefined || rivals.length === 0
      ? []
      : [{ kind: first.kind, hashes: [first, ...rivals].map(({ hash }) => hash).toSorted() }],
  );

/**
 * Judges chained entries from the start of each chain onwards. The outcome depends on the set of entries alone,
 * not on their order: every entry is judged once, after the one it names.
 */
export const growChains = <Entry extends AuthenticEntry>(
  entries: readonly Entry[],
  rules: ChainRules<Entry>,
): Chained<Entry> => {
  const known = new Set<Hash | null>(entries.map(({ hash }) => hash));
  const followers = groupBy(entries, prevOf);
  const judged: Judged<Entry>[] = entries
    .filter((entry) => !known.has(prevOf(entry)))
    .map((entry) => ({ entry, verdict: firstVerdict(entry, rules) }));
  // The list grows while it is walked: each judged entry brings those that follow it.
  for (const before of judged)
    for (const entry of followers.get(before.entry.hash) ?? [])
      judged.push({ entry, verdict: verdictAfter(entry, before, rules) });
  const sorted = sortByVerdict(judged);
  return { ...sorted, forks: forksAmong(sorted.accepted, rules.forkKey) };
};

/** The accepted entries that no other accepted entry follows. */
export const leavesOf = <Entry extends AuthenticEntry>(entries: readonly Entry[]): readonly Entry[] => {
  const followed = new Set(entries.map(prevOf));
  return entries.filter((entry) => !followed.has(entry.hash));
};

/** The given hashes and every entry before them in their chains, as far as the entries are here. */
export const containedIn = (
  heads: readonly Hash[],
  entries: readonly AuthenticEntry[],
): ReadonlySet<Hash> => {
  const before = new Map(entries.map((entry) => [entry.hash, prevOf(entry)]));
  const contained = new Set<Hash>();
  for (const head of heads)
    for (
      let hash: Hash | null | undefined = head;
      hash !== null && hash !== undefined && !contained.has(hash);
      hash = before.get(hash)
    )
      contained.add(hash);
  return contained;
};
