import type { EntryKind } from "../sealing/entries";

/** How many entries of one kind. */
export interface KindCount {
  readonly kind: EntryKind;
  readonly count: number;
}

/**
 * `older`: it lacks something the record rests on. `newer`: it holds something of that sort which this laptop does not.
 * `apart`: both.
 */
export type BundleRelation = "matches" | "older" | "newer" | "apart";

/** How a bundle stands to the record on a laptop. */
export interface BundleDifference {
  readonly relation: BundleRelation;
  /** What the record rests on and the bundle does not hold. */
  readonly lacking: readonly KindCount[];
  /** What the bundle holds, a record would rest on, and this laptop does not hold. */
  readonly bringing: readonly KindCount[];
  /** How many of the panel's notes read otherwise in the bundle. */
  readonly notes: number;
}

export interface BundleFindings {
  readonly lacking: readonly EntryKind[];
  readonly bringing: readonly EntryKind[];
  readonly notes: number;
  /** True where taking the bundle in would change the notes here; otherwise what it has of them is past. */
  readonly notesAreNewer: boolean;
}

const counts = (kinds: readonly EntryKind[]): readonly KindCount[] =>
  [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((other) => other === kind).length }));

const relationOf = (isOlder: boolean, isNewer: boolean): BundleRelation => {
  if (isOlder && isNewer) return "apart";
  if (isOlder) return "older";
  return isNewer ? "newer" : "matches";
};

/** The relation that follows from what each side lacks. */
export const bundleDifference = ({
  lacking,
  bringing,
  notes,
  notesAreNewer,
}: BundleFindings): BundleDifference => {
  const isOlder = lacking.length > 0 || (notes > 0 && !notesAreNewer);
  const isNewer = bringing.length > 0 || (notes > 0 && notesAreNewer);
  return {
    relation: relationOf(isOlder, isNewer),
    lacking: counts(lacking),
    bringing: counts(bringing),
    notes,
  };
};
