import { nameIn, slotTitle } from "../../../bindings/loop-names";
import { counted } from "../../../bindings/name-lists";
import type { Happening, LogLine } from "../../../domain/loop/day/loop-day";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { RequiredCard } from "../../../domain/loop/plan";
import { dayText } from "../../../ui/day-text";
import { changeSentences } from "./change-words";

const enteredWords = {
  paper: "written on paper and typed in afterwards",
  memory: "kept in mind and typed in afterwards",
  speech: "typed in, while the candidate spoke,",
} as const;

/** One line of the log in words: who, what, when, why. */
export interface LogRow {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly what: readonly string[];
  readonly why: string;
}

type Kind = Happening["kind"];
type Of<One extends Kind> = Extract<Happening, { readonly kind: One }>;
type Wording = { readonly [One in Kind]: (what: Of<One>, view: LoopView) => readonly string[] };

const one = (sentence: string) => (): readonly string[] => [sentence];

const laptopOf = (view: LoopView, personId: string, label: string): string =>
  `${nameIn(view, personId)}’s laptop${label === "" ? "" : ` (${label})`}`;

const cardWords = (view: LoopView, { slotId, personId }: RequiredCard): string =>
  `${nameIn(view, personId)}’s card for ${slotTitle(view, slotId)}`;

const lostWords = (view: LoopView, cards: readonly RequiredCard[], how: string): readonly string[] =>
  cards.map((card) => `${cardWords(view, card)} ${how}.`);

const endings: Readonly<Record<Of<"ended">["cause"], string>> = {
  withdrawn: "The candidate withdrew.",
  cancelled: "The loop was cancelled.",
};

const wording: Wording = {
  founded: one("Made the loop."),
  tookOver: one("Took over from the facilitator."),
  vouched: one("Said that another laptop is theirs too."),
  witnessed: one("Bears witness to a break of glass."),
  decided: one("Recorded the decision."),
  reopened: one("Reopened the decision."),
  recordClosed: one("Closed the record."),
  joined: ({ personId, label }, view) => [`Let in ${laptopOf(view, personId, label)}.`],
  removed: ({ personId, label }, view) => [`Took ${laptopOf(view, personId, label)} out of the loop.`],
  personAdded: ({ personId }, view) => [`Added ${nameIn(view, personId)} to the panel.`],
  planned: ({ differences }, view) => ["Changed the plan.", ...changeSentences(view, differences)],
  sealed: ({ slotId, personId, revision, typed = false }, view) => [
    `Sealed ${revision === 1 ? "" : `revision ${revision} of `}${cardWords(view, { slotId, personId })}${typed ? ", typed in for them" : ""}.`,
  ],
  typistNamed: ({ by, ...card }, view) => [`Let ${nameIn(view, by)} type in ${cardWords(view, card)}.`],
  chose: ({ slotId }, view) => [`Said which version of their card for ${slotTitle(view, slotId)} counts.`],
  glassBroken: (card, view) => [`Broke the glass over ${cardWords(view, card)}.`],
  revealed: ({ rule, missing }) => [
    rule === "allSealed" ? "Revealed the cards." : `Revealed early, without ${counted(missing, "card")}.`,
  ],
  ended: ({ cause, retentionFrom }) => [
    endings[cause],
    `The cards stay sealed. Retention counts from ${dayText(retentionFrom)}.`,
  ],
  resumed: one("Took the ending back; the loop goes on."),
  borrowed: one("Said that this laptop is borrowed and keeps nothing."),
  wiped: ({ drafts, unsafe }, view) => [
    "Took the loop off a borrowed laptop.",
    ...lostWords(view, drafts, "was begun there, never sealed, and is gone"),
    ...lostWords(view, unsafe, "was sealed there and is held by fewer than two others"),
  ],
  entered: ({ slotId, personId, typedBy, from }, view) => [
    `${cardWords(view, { slotId, personId })} was ${enteredWords[from]} by ${nameIn(view, typedBy)}.`,
  ],
  restored: one("Put an entry back that had vanished."),
  kitFrozen: one("Froze the role kit."),
  cardDropped: ({ card }, view) => [`Let off ${cardWords(view, card)}.`],
};

const wordsOf = <One extends Kind>(what: Of<One>, view: LoopView): readonly string[] =>
  (wording[what.kind as One] as (what: Of<One>, view: LoopView) => readonly string[])(what, view);

const rowOf = (view: LoopView, { key, at, by, reason, what }: LogLine): LogRow => ({
  key,
  at,
  who: nameIn(view, by),
  what: wordsOf(what, view),
  why: reason,
});

/** The loop's log, newest first: what happened last is what is looked for. */
export const logRows = (view: LoopView): readonly LogRow[] =>
  view.day.log.map((line) => rowOf(view, line)).toReversed();
