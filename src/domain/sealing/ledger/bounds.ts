import type { Hash, PersonId, Timestamp } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { type LedgerRefusal, type RefusedByLedger, type Sorted, sortByVerdict } from "./verdict";

/** How many entries of one kind count in a loop: a panel that talks for days stays far below. */
export const mostWords = { ofOnePerson: 300, inTheLoop: 2_000 } as const;

/** How many countersignatures, or reopenings, of one person count under one decision: more than a person has laptops. */
export const mostUnderOneDecision = 20;

/** How many acceptances of one person count in a loop, and how many earlier ones each may stand in place of. */
export const mostAcceptances = 20;

type Spoken = AuthenticEntry & { readonly body: { readonly personId: PersonId; readonly at: Timestamp } };

const byTime = (one: Spoken, other: Spoken): number =>
  one.body.at.localeCompare(other.body.at) || (one.hash < other.hash ? -1 : 1);

interface Counted<Entry> {
  readonly entry: Entry;
  /** The how-manieth of its person, from 0. */
  readonly place: number;
}

const countedByPerson = <Entry extends Spoken>(entries: readonly Entry[]): readonly Counted<Entry>[] => {
  const counts = new Map<PersonId, number>();
  return entries.toSorted(byTime).map((entry) => {
    const place = counts.get(entry.body.personId) ?? 0;
    counts.set(entry.body.personId, place + 1);
    return { entry, place };
  });
};

/**
 * What counts of many words of one kind: of each person the first by their own clock, and everybody's first before
 * anybody's second, so that who floods the loop pushes out nobody else's.
 */
const withinBounds = <Entry extends Spoken>(entries: readonly Entry[]): ReadonlySet<Entry> => {
  if (entries.length <= mostWords.ofOnePerson) return new Set(entries);
  const fair = countedByPerson(entries)
    .filter(({ place }) => place < mostWords.ofOnePerson)
    .toSorted((one, other) => one.place - other.place || byTime(one.entry, other.entry));
  return new Set(fair.slice(0, mostWords.inTheLoop).map(({ entry }) => entry));
};

const asRefused = (entries: readonly AuthenticEntry[], reason: LedgerRefusal): readonly RefusedByLedger[] =>
  sortByVerdict(entries.map((entry) => ({ entry, verdict: { is: "refused", reason } }))).refused;

/** Those of the accepted that `holds` is true of; the others are refused for this reason. */
export const keepOnly = <Entry extends AuthenticEntry>(
  sorted: Sorted<Entry>,
  holds: (entry: Entry) => boolean,
  reason: LedgerRefusal,
): Sorted<Entry> => ({
  accepted: sorted.accepted.filter(holds),
  refused: [
    ...sorted.refused,
    ...asRefused(
      sorted.accepted.filter((entry) => !holds(entry)),
      reason,
    ),
  ],
  waiting: sorted.waiting,
});

/** The first `most` in each place, by the clock of whoever spoke. */
const boundedIn = <Entry extends Spoken>(
  sorted: Sorted<Entry>,
  placeOf: (entry: Entry) => string,
  most: number,
): Sorted<Entry> => {
  const counts = new Map<string, number>();
  const kept = new Set<Entry>();
  for (const entry of sorted.accepted.toSorted(byTime)) {
    const place = placeOf(entry);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count <= most) kept.add(entry);
  }
  return keepOnly(sorted, (entry) => kept.has(entry), "tooManyWords");
};

type UnderDecision = Spoken & { readonly body: { readonly decisionHash: Hash } };

/**
 * The same judgement with at most so many words of each person under each decision, the first by their own clock. What a
 * person said under one decision is never pushed out by what they say of another, and of what they said under it some
 * always counts: a decision that was once reopened or signed stays so, whatever comes and however it is dated.
 */
export const boundedByDecision = <Entry extends UnderDecision>(sorted: Sorted<Entry>): Sorted<Entry> => {
  const placeOf = ({ body }: Entry): string => `${body.personId}|${body.decisionHash}`;
  return boundedIn(sorted, placeOf, mostUnderOneDecision);
};

/** The same judgement with at most so many acceptances of each person, the first by their own clock. */
export const boundedByPerson = <Entry extends Spoken>(sorted: Sorted<Entry>): Sorted<Entry> =>
  boundedIn(sorted, ({ body }) => body.personId, mostAcceptances);

/** The same judgement with what is more than the bounds allow refused. */
export const bounded = <Entry extends Spoken>(sorted: Sorted<Entry>): Sorted<Entry> => {
  const kept = withinBounds(sorted.accepted);
  return keepOnly(sorted, (entry) => kept.has(entry), "tooManyWords");
};
