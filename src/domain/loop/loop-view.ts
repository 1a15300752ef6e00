import type { Card, QuestionState, RolePlay } from "../card/card";
import type { Decision } from "../debrief/decision";
import type { DeviceId, Hash, LoopId, PersonId, QuestionId, SlotId, Timestamp } from "../ids";
import type { Kit } from "../kit/kit";
import type { DependenceReason } from "../record/record";
import type { AcceptanceState } from "./acceptance";
import type { CommentThread } from "./comment-thread";
import type { LoopDay } from "./day/loop-day";
import type { DebriefWords } from "./debrief-words";
import type { Plan, RequiredCard } from "./plan";
import type { Device, Person } from "./roster";

/** How far a panelist is with a card. Says nothing about ratings' values. */
export interface CardProgress {
  readonly slotId: SlotId;
  readonly personId: PersonId;
  /** Questions with a rating or a stated absence. */
  readonly answered: number;
  readonly of: number;
}

/** One card of the loop as everybody may see it, and its content once it was opened. */
export interface CardState {
  readonly slotId: SlotId;
  readonly personId: PersonId;
  readonly required: boolean;
  readonly progress: { readonly answered: number; readonly of: number } | null;
  /**
   * Sealed revisions, oldest first, and before them what somebody else typed in; more than one entry of the same revision in
   * one of the two lines is a fork.
   */
  readonly sealed: readonly SealedRevision[];
  /** Who may type it in on a laptop of their own, by the authority's word; absent where nobody may. */
  readonly typists?: readonly TypistState[] | undefined;
  /** True while versions exclude each other and their author has not said which one counts. */
  readonly forked: boolean;
  /** Why the authority dropped the card after it had been required; null for every other card. */
  readonly dropped: string | null;
  /** What this person's laptops offered as the card and nobody accepts. */
  readonly refused: readonly RefusedEntry[];
}

/** The authority's word that somebody types a card in for its person. */
export interface TypistState {
  readonly hash: Hash;
  readonly by: PersonId;
  readonly at: Timestamp;
  readonly reason: string;
}

/** One laptop that durably holds a sealed card, by its newest receipt. */
export interface CardCopy {
  readonly deviceId: DeviceId;
  readonly personId: PersonId;
  /** When that receipt was signed, by the clock of the laptop that signed it. */
  readonly receiptAt: Timestamp;
}

/** What is still missing until losing laptops is no longer losing the card. */
export interface Confirmation {
  /** How many other persons have to hold it: two, or all others where there are fewer; 0 in a loop of one person. */
  readonly needed: number;
  /** How many of those do not hold it yet. */
  readonly lacking: number;
  /** Facilitator, deputies, records keeper: one of them has to hold it and none does. Empty where one does, or none exists. */
  readonly keepers: readonly PersonId[];
}

/** A signed reason for opening a card before the reveal, and who holds it. */
export interface BrokenGlassState {
  readonly hash: Hash;
  readonly personId: PersonId;
  readonly at: Timestamp;
  readonly reason: string;
  /** Whose laptops receipted the reason; while there is none the card stays closed. */
  readonly witnesses: readonly PersonId[];
}

export interface SealedRevision {
  readonly envelopeHash: Hash;
  readonly revision: number;
  readonly deviceId: DeviceId;
  readonly sealedAt: Timestamp;
  /** Persons other than the author whose laptops hold it durably, by their receipts. */
  readonly heldBy: readonly PersonId[];
  /** Every laptop that says it holds it, the author's among them. */
  readonly copies: readonly CardCopy[];
  readonly confirmation: Confirmation;
  /** True where a call opened the cards and does not show that this one existed before it. */
  readonly late: boolean;
  /** True where another version counts: its author chose that, or it is the one of two lines that does not count. */
  readonly setAside: boolean;
  /** Who typed it in on a laptop of their own, and why; absent where a laptop of its person sealed it. */
  readonly typedIn?: Pick<TypistState, "by" | "reason"> | undefined;
  /** Why escrow opens or opened it before the reveal. */
  readonly brokenGlass: readonly BrokenGlassState[];
  readonly opened: OpenedCard | null;
}

export type OpenedCard =
  | {
      readonly state: "open";
      readonly card: Card;
      readonly dependence: readonly DependenceReason[];
      /** True where escrow alone published its key. */
      readonly byEscrow: boolean;
    }
  | { readonly state: "withheld" }
  | { readonly state: "doesNotOpen" };

/** What a role player did, as opened to an assessor. */
export interface OpenedSheet {
  readonly slotId: SlotId;
  /** The role player. */
  readonly personId: PersonId;
  readonly revision: number;
  readonly rolePlay: RolePlay;
}

/** What became of a planned question, told by the panelist who asked it. */
export interface CoverageMark {
  readonly slotId: SlotId;
  readonly questionId: QuestionId;
  readonly personId: PersonId;
  readonly state: QuestionState;
}

/** A note to the next interviewer or to all: what to probe, never a judgement. */
export interface HandOff {
  readonly id: string;
  readonly from: PersonId;
  /** Null: to all. */
  readonly to: PersonId | null;
  readonly text: string;
  readonly at: Timestamp;
}

/** An entry that was kept apart instead of applied. */
export interface RefusedEntry {
  readonly hash: string;
  readonly kind: string;
  readonly deviceId: DeviceId | null;
  /** A code the UI words. */
  readonly reason: string;
  /** Whose card it claims to be; null for everything that is no card. */
  readonly card: RequiredCard | null;
}

export interface RevealState {
  readonly callHash: Hash;
  readonly calledBy: PersonId;
  readonly calledAt: Timestamp;
  readonly rule: "allSealed" | "early";
  readonly reason: string;
}

export interface DecisionState {
  readonly hash: Hash;
  readonly decision: Decision;
  readonly decidedAt: Timestamp;
}

/** A laptop of this laptop's person. */
export interface OwnLaptop {
  readonly deviceId: DeviceId;
  readonly label: string;
  /** Six words that stand for its keys; it shows the same ones itself. */
  readonly words: readonly string[];
  readonly isThis: boolean;
  /** True where this laptop vouched for it. */
  readonly vouched: boolean;
}

/** A deputy's word that they act in the facilitator's place, as it was signed. */
export interface TakeoverState {
  readonly hash: Hash;
  readonly personId: PersonId;
  readonly at: Timestamp;
  readonly reason: string;
}

/** Who decides in the loop. */
export interface AuthorityState {
  /** The deputy earliest in the list who took over, or the facilitator. */
  readonly inCharge: PersonId | null;
  /** In the order in which they may take over. */
  readonly deputies: readonly PersonId[];
  readonly escrow: PersonId | null;
  /** In the order of the deputies. */
  readonly takeovers: readonly TakeoverState[];
  /** `acts`: the person of this laptop lets people in, reveals and records; `mayTakeOver`: as a deputy who has not yet. */
  readonly mine: "acts" | "mayTakeOver" | "none";
}

/** A laptop that was taken out of the loop. */
export interface Removal {
  readonly deviceId: DeviceId;
  /** Whose laptop it was. */
  readonly personId: PersonId;
  /** What the laptop was called; may be empty. */
  readonly label: string;
  readonly at: Timestamp;
  readonly reason: string;
  /** Who removed it; null where that cannot be told. */
  readonly by: PersonId | null;
}

/** Everything the screens may know of one loop on this laptop; derived, never set by hand. */
export interface LoopView {
  readonly loopId: LoopId;
  /** Who this laptop belongs to in this loop; null until admitted. */
  readonly me: Person | null;
  readonly facilitator: PersonId | null;
  readonly authority: AuthorityState;
  readonly persons: readonly Person[];
  readonly devices: readonly Device[];
  /** Laptops that were in the loop and are not any more; `removed` is this very laptop's own removal. */
  readonly removals: readonly Removal[];
  readonly removed: Removal | null;
  /** Where this laptop's person has several; empty otherwise. */
  readonly ownLaptops: readonly OwnLaptop[];
  readonly plan: Plan | null;
  readonly planHash: Hash | null;
  /** The frozen kit as far as this laptop may read it; null until its snapshot arrived whole. */
  readonly kit: Kit | null;
  readonly cards: readonly CardState[];
  /** Role players' sheets that were opened to this laptop, in the newest revision; none before its own card is sealed. */
  readonly sheets: readonly OpenedSheet[];
  readonly coverage: readonly CoverageMark[];
  readonly handOffs: readonly HandOff[];
  /** What was said about revealed cards. */
  readonly comments: readonly CommentThread[];
  /** What else was signed in the debrief; null in loops whose protocol has no words for it. */
  readonly debrief: DebriefWords | null;
  readonly reveal: RevealState | null;
  readonly decision: DecisionState | null;
  /** What went otherwise than planned, and the loop's log. */
  readonly day: LoopDay;
  /** What stands of what everybody accepted; null in loops that do not ask for it. */
  readonly acceptances: readonly AcceptanceState[] | null;
  readonly refused: readonly RefusedEntry[];
}

/** What the card's person sealed themselves, oldest first: without what somebody typed in for them. */
export const ownRevisions = ({ sealed }: Pick<CardState, "sealed">): readonly SealedRevision[] =>
  sealed.filter(({ typedIn }) => typedIn === undefined);

/** The cards that must be in before the reveal and are not. */
export const missingCards = (view: LoopView): readonly CardState[] =>
  view.cards.filter((card) => card.required && card.sealed.length === 0);
