import type { BundleVerdict } from "../../bindings/bundles";
import { counted, listed, possessive } from "../../bindings/name-lists";
import type { BundleRelation, KindCount } from "../../domain/record/bundle-difference";
import type { EntryKind } from "../../domain/sealing/entries";
import { dayText } from "../../ui/day-text";
import { timeText } from "../../ui/time-text";

/** One and many of each kind of entry that a record rests on; the others are only counted. */
const kindWords: Readonly<Partial<Record<EntryKind, readonly [one: string, many: string]>>> = {
  acceptance: ["acceptance", "acceptances"],
  call: ["call to reveal", "calls to reveal"],
  card: ["sealed card", "sealed cards"],
  comment: ["comment", "comments"],
  countersignature: ["countersignature", "countersignatures"],
  decision: ["decision", "decisions"],
  levelReading: ["level reading", "level readings"],
  plan: ["version of the plan", "versions of the plan"],
  release: ["key of a card", "keys of cards"],
  reopening: ["reopening", "reopenings"],
  resolution: ["word on a thread", "words on threads"],
  roster: ["version of the roster", "versions of the roster"],
  secondRating: ["second rating", "second ratings"],
  takeover: ["takeover", "takeovers"],
};

const other = ["other signed entry", "other signed entries"] as const;

const countedKinds = (counts: readonly KindCount[]): string => {
  const known = counts.flatMap(({ kind, count }) => {
    const words = kindWords[kind];
    return words === undefined ? [] : [counted(count, ...words)];
  });
  const rest = counts
    .filter(({ kind }) => kindWords[kind] === undefined)
    .reduce((sum, { count }) => sum + count, 0);
  return listed(rest === 0 ? known : [...known, counted(rest, ...other)]);
};

const firstLine: Readonly<
  Record<BundleVerdict["part"], Readonly<Record<BundleRelation, (name: string) => string>>>
> = {
  whole: {
    matches: () => "this bundle holds everything the record on this laptop rests on, and says the same.",
    older: () => "this bundle is older than the record on this laptop.",
    newer: () => "this bundle is newer than the record on this laptop.",
    apart: () => "this bundle and the record on this laptop each have something the other lacks.",
  },
  own: {
    matches: (name) =>
      `this bundle holds all that ${possessive(name)} laptop put into the record on this laptop.`,
    older: (name) => `this bundle is older than what the record on this laptop has of ${name}.`,
    newer: () => "this bundle is newer than the record on this laptop.",
    apart: () => "this bundle and the record on this laptop each have something the other lacks.",
  },
};

const notesLine = (notes: number): string =>
  `${notes === 1 ? "1 of the panel’s notes reads" : `${notes} of the panel’s notes read`} otherwise in the file.`;

const writtenLine = ({ personName, deviceLabel, at }: BundleVerdict): string => {
  const label = deviceLabel === "" ? "" : ` (${deviceLabel})`;
  return `Written on ${possessive(personName)} laptop${label}, ${dayText(at)} at ${timeText(at)} by its clock.`;
};

/** How a bundle stands to the record in a sentence, and then what differs, a line each. */
export const bundleLines = (verdict: BundleVerdict): readonly string[] => {
  const { relation, part, personName, lacking, bringing, notes } = verdict;
  return [
    firstLine[part][relation](personName),
    ...(lacking.length === 0 ? [] : [`Not in the file: ${countedKinds(lacking)}.`]),
    ...(bringing.length === 0 ? [] : [`Only in the file: ${countedKinds(bringing)}.`]),
    ...(notes === 0 ? [] : [notesLine(notes)]),
    ...(relation === "newer" || relation === "apart"
      ? ["The loop’s room takes it in, under “take this loop on a stick, or bring one in”."]
      : []),
    writtenLine(verdict),
  ];
};
