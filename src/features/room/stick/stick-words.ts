import type { BundleBrings, BundleOffer } from "../../../bindings/bundles";
import { counted, listed, possessive } from "../../../bindings/name-lists";
import type { BundlePart } from "../../../domain/loop/bundle/contents";
import { dayText } from "../../../ui/day-text";
import { timeText } from "../../../ui/time-text";

/** What each kind of bundle has in it. */
export const partWords: Readonly<Record<BundlePart, { readonly label: string; readonly inside: string }>> = {
  whole: {
    label: "The whole loop",
    inside: "Every sealed card, the plan, hand-offs, debrief notes and everything signed so far.",
  },
  own: {
    label: "Only my contribution",
    inside: "My sealed cards and what else I signed, and my hand-offs.",
  },
};

export const whoCanOpen =
  "Only laptops that were let into this loop can open the file. Sealed cards stay sealed in it until the reveal; a draft is never in it.";

/** What a bundle has that this laptop does not, or that it has nothing. */
export const bringsLine = ({ cards, entries, notes, marks }: BundleBrings): string => {
  const parts = [
    [cards, counted(cards, "sealed card")],
    [notes, counted(notes, "note")],
    [marks, counted(marks, "marked question")],
    [entries, counted(entries, "other signed entry", "other signed entries")],
  ] as const;
  const brought = parts.filter(([count]) => count > 0).map(([, what]) => what);
  return brought.length === 0 ? "Nothing this laptop does not have already." : `Brings ${listed(brought)}.`;
};

export const hasNews = ({ cards, entries, notes, marks }: BundleBrings): boolean =>
  cards + entries + notes + marks > 0;

/** What a file holds, for somebody who did not write it. */
export const heldLine = ({ part, personName }: BundleOffer): string =>
  part === "whole" ? "The whole loop." : `Only ${possessive(personName)} contribution.`;

/** Whose laptop wrote it, and when by that laptop's clock. */
export const fromLine = ({ personName, deviceLabel, at }: BundleOffer): string => {
  const label = deviceLabel === "" ? "" : ` (${deviceLabel})`;
  return `From ${possessive(personName)} laptop${label}, ${dayText(at)} at ${timeText(at)}.`;
};

export const takenLine = ({ brings }: BundleOffer): string =>
  hasNews(brings) ? bringsLine(brings).replace(/^Brings/, "Taken in:") : "Nothing was new.";
