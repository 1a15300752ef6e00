import { nameIn, slotTitle } from "../../bindings/loop-names";
import { counted, possessive } from "../../bindings/name-lists";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Refusal } from "../../domain/loop/refusals";
import type { EntryKind } from "../../domain/sealing/entries";
import { timeText } from "../../ui/time-text";
import { type Reason, refusalReasons } from "./refusal-reasons";

/** One line of what was refused. */
export interface RefusedLine {
  readonly key: string;
  readonly what: string;
  /** "3 times, last at 09:40", or "at 09:40". */
  readonly when: string;
  readonly todo: string;
}

const kindWords: Readonly<Record<EntryKind, string>> = {
  charter: "a beginning of the loop",
  roster: "a roster",
  plan: "a plan",
  card: "a card",
  call: "a call to reveal",
  release: "a card’s key",
  receipt: "a receipt",
  decision: "a decision",
  log: "a log entry",
  takeover: "a takeover",
  generation: "a new secret of the loop",
  ownLaptop: "a word for a second laptop",
  choice: "a choice between two versions",
  breakGlass: "a break of glass",
  acceptance: "a word of confidentiality and conflicts",
  opening: "the key of a role player’s sheet",
  comment: "a comment on a card",
  resolution: "a word that a thread is settled",
  secondRating: "a rating after the discussion",
  levelReading: "a level reading",
  countersignature: "a signature under the decision",
  reopening: "a reopening of the decision",
  witness: "a witness’ receipt",
  typist: "a word that somebody types a card in for another",
};

const unknownReason: Reason = { why: "it does not hold up", todo: "Nothing of it was taken in." };

/** A code of a newer part of the program that nobody worded is still told apart from nothing. */
export const reasonOf = ({ source, reason }: Pick<Refusal, "source" | "reason">): Reason => {
  const words: Readonly<Record<string, Reason>> = refusalReasons[source];
  return Object.hasOwn(words, reason) ? (words[reason] ?? unknownReason) : unknownReason;
};

/** "Ben’s laptop"; a laptop the roster does not know by the beginning of its fingerprint. */
const laptopName = (view: LoopView, deviceId: string | null): string => {
  if (deviceId === null) return "an unknown laptop";
  const device = view.devices.find((known) => known.deviceId === deviceId);
  return device === undefined
    ? `an unknown laptop (${deviceId.slice(0, 6)})`
    : `${possessive(nameIn(view, device.personId))} laptop`;
};

const entryWords = (view: LoopView, { kind, card }: Refusal): string => {
  if (card !== null) return `a card of ${nameIn(view, card.personId)} for ${slotTitle(view, card.slotId)}`;
  const words: Readonly<Record<string, string>> = kindWords;
  return Object.hasOwn(words, kind) ? (words[kind] ?? "an entry") : "an entry";
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const subject = (view: LoopView, refusal: Refusal): string => {
  const laptop = laptopName(view, refusal.deviceId);
  switch (refusal.source) {
    case "entry":
      return refusal.deviceId === null
        ? `Somebody put in ${entryWords(view, refusal)}`
        : `From ${laptop}: ${entryWords(view, refusal)}`;
    case "connection":
      return `A message from ${laptop}`;
    case "vanished":
      if (refusal.reason === "putBackElsewhere")
        return `${capitalised(laptop)} missed ${entryWords(view, refusal)}`;
      return refusal.deviceId === null
        ? "A signed entry was missing here"
        : `A signed entry was taken out by ${laptop}`;
    case "disk":
      return "A damaged record on this laptop’s disk";
    case "sharedText":
      return `From ${laptop}`;
  }
};

const whenWords = ({ count, lastAt }: Refusal): string =>
  count === 1 ? `at ${timeText(lastAt)}` : `${counted(count, "time")}, last at ${timeText(lastAt)}`;

/** What was refused, newest first. */
export const refusedLines = (view: LoopView, rows: readonly Refusal[]): readonly RefusedLine[] =>
  rows
    .toSorted((left, right) => (left.lastAt < right.lastAt ? 1 : -1))
    .map((refusal) => {
      const { why, todo } = reasonOf(refusal);
      return {
        key: [
          refusal.source,
          refusal.reason,
          refusal.deviceId,
          refusal.kind,
          refusal.card?.slotId,
          refusal.card?.personId,
        ].join(" "),
        what: `${subject(view, refusal)}: ${why}.`,
        when: whenWords(refusal),
        todo,
      };
    });
