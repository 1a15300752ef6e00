import type { Failure, RemovalTarget } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import type { Decision } from "../../domain/debrief/decision";
import type { DeviceId, Hash, PersonId, SlotId } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import type { PlanChange } from "../../domain/loop/day/plan-change";
import type { RequiredCard } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";
import type { RecordClosing } from "../../domain/record/closing";
import { err, type Result } from "../../domain/result";
import type { Conflict } from "../../domain/sealing/acceptance-entry";
import type { LoopEnded } from "../../domain/sealing/day-events";
import { accept } from "./accept-act";
import type { ActParts, Done } from "./act-parts";
import { choose, vouch } from "./author-acts";
import { admit, closeRecord, decide, mayAdmit, type NewLaptop, reveal } from "./authority-acts";
import { sayBorrowed, sayWiped } from "./borrowed/borrowed-acts";
import { comment, type NewComment, resolve } from "./comment-acts";
import { change, endLoop, resumeLoop } from "./day-acts";
import {
  countersign,
  type NewLevelReading,
  type NewSecondRating,
  rateAgain,
  readLevel,
  reopen,
} from "./debrief-acts";
import { breakGlass, openByEscrow, releaseByEscrow } from "./escrow-acts";
import { fitForSigning } from "./fit-for-signing";
import { logRestored } from "./log-act";
import { remove } from "./remove-act";
import { sealOnce } from "./seal-act";
import { takeOver } from "./takeover-act";
import { nameTypist } from "./typist-act";

/** What a person can do to a loop that is signed. Every act rests on what was before it, so they run one by one. */
export interface Acts {
  /** Seals the next revision of a card; a later one says why it replaces the one before. */
  readonly seal: (card: Card) => Promise<Done>;
  /** Calls the reveal: when every owed card is in, or early with a reason. */
  readonly reveal: (caller: PersonId, early: { readonly reason: string } | null) => Promise<Done>;
  /** Records the decision as the next version of its chain. */
  readonly decide: (decision: Decision) => Promise<Done>;
  /** Signs the next version of the plan with a reason; a newcomer who comes into a slot enters the roster with it. */
  readonly changePlan: (change: PlanChange, reason: string, newcomer: Person | null) => Promise<Done>;
  /** Ends the loop: its cards stay sealed. */
  readonly endLoop: (cause: LoopEnded["cause"], reason: string) => Promise<Done>;
  /** Takes the ending back. */
  readonly resumeLoop: (reason: string) => Promise<Done>;
  /** Accepts confidentiality and declares a conflict of interest or none, for this laptop's person. */
  readonly accept: (conflict: Conflict, wording: string) => Promise<Done>;
  /** Says, in this laptop's log, that it is borrowed. */
  readonly sayBorrowed: () => Promise<Done>;
  /** Says that this laptop takes the loop off its disk, and what is lost by that. */
  readonly sayWiped: (drafts: RequiredCard[], unsafe: RequiredCard[]) => Promise<Done>;
  /** Lets somebody type in another person's card on a laptop of their own, with the reason. */
  readonly nameTypist: (card: RequiredCard, by: PersonId, reason: string) => Promise<Done>;
  /** Takes over from the facilitator as a deputy, with a reason. */
  readonly takeOver: (reason: string) => Promise<Done>;
  /** Says that another laptop is this person's too, after its words were compared. */
  readonly vouch: (other: DeviceId) => Promise<Done>;
  /** Says which version of this person's card counts. */
  readonly choose: (slotId: SlotId, chosen: Hash) => Promise<Done>;
  /** Says why escrow will open a card before the reveal. */
  readonly breakGlass: (envelopeHash: Hash, reason: string) => Promise<Done>;
  /** Opens such a card for this laptop alone, once another person's laptop holds the reason. */
  readonly openByEscrow: (envelopeHash: Hash) => Promise<Result<Card, Failure>>;
  /** Publishes a card's key from escrow after the call. */
  readonly releaseByEscrow: (envelopeHash: Hash) => Promise<Done>;
  /** Says something on a part of a revealed card, or answers in a thread. */
  readonly comment: (made: NewComment) => Promise<Done>;
  /** Says that a thread is settled or open again. */
  readonly resolve: (thread: Hash, state: "resolved" | "reopened") => Promise<Done>;
  /** Rates an item again after the discussion, for this laptop's person. */
  readonly rateAgain: (made: NewSecondRating) => Promise<Done>;
  /** Writes down where the panel reads the candidate on one competency. */
  readonly readLevel: (made: NewLevelReading) => Promise<Done>;
  /** Signs that this laptop's person was there when the decision was made. */
  readonly countersign: () => Promise<Done>;
  /** Says that the decision does not stand any more, and why. */
  readonly reopen: (reason: string) => Promise<Done>;
  /** Signs the record's hash and what it rests on, so that every laptop has the same. */
  readonly closeRecord: (closing: RecordClosing) => Promise<Done>;
  /** Signs into this laptop's log that a vanished entry was put back. */
  readonly logRestored: (entryHash: Hash) => Promise<Done>;
  /** Why this laptop may not let anybody in as this person, or null: asked before the loop's secret is handed over. */
  readonly mayAdmit: (personId: PersonId) => Failure | null;
  /** Takes laptops out of the loop: the roster's next version, with the secret of the next generation for the others. */
  readonly remove: (target: RemovalTarget, reason: string) => Promise<Done>;
  /** Binds an admitted laptop to a person: the roster's next version. */
  readonly admit: (laptop: NewLaptop) => Promise<Done>;
}

/** A disk that takes nothing refuses an act before anything was published; done means durable. */
export const createActs = (parts: ActParts): Acts => {
  const turns = inTurn();
  const act = (task: () => Promise<Done>): Promise<Done> =>
    turns.run(async () => {
      const before = await parts.saved();
      if (!before.ok) return before;
      const fault = await parts.mayNotSign();
      if (fault !== null) return err(fault);
      const done = await task();
      return done.ok ? parts.saved() : done;
    });
  const sealing = sealOnce(parts);
  return {
    seal: (card) => act(() => sealing(card)),
    reveal: (caller, early) => act(() => reveal(parts, caller, fitForSigning(early))),
    decide: (decision) => act(() => decide(parts, fitForSigning(decision))),
    changePlan: (planChange, reason, newcomer) =>
      act(() => change(parts, fitForSigning(planChange), fitForSigning(reason), fitForSigning(newcomer))),
    endLoop: (cause, reason) => act(() => endLoop(parts, cause, fitForSigning(reason))),
    sayBorrowed: () => act(() => sayBorrowed(parts)),
    sayWiped: (drafts, unsafe) => act(() => sayWiped(parts, drafts, unsafe)),
    resumeLoop: (reason) => act(() => resumeLoop(parts, fitForSigning(reason))),
    accept: (conflict, wording) => act(() => accept(parts, fitForSigning(conflict), wording)),
    nameTypist: (card, by, reason) => act(() => nameTypist(parts, card, by, fitForSigning(reason))),
    takeOver: (reason) => act(() => takeOver(parts, fitForSigning(reason))),
    vouch: (other) => act(() => vouch(parts, other)),
    choose: (slotId, chosen) => act(() => choose(parts, slotId, chosen)),
    breakGlass: (envelopeHash, reason) => act(() => breakGlass(parts, envelopeHash, fitForSigning(reason))),
    openByEscrow: (envelopeHash) => openByEscrow(parts, envelopeHash),
    releaseByEscrow: (envelopeHash) => act(() => releaseByEscrow(parts, envelopeHash)),
    comment: (made) => act(() => comment(parts, fitForSigning(made))),
    resolve: (thread, state) => act(() => resolve(parts, thread, state)),
    rateAgain: (made) => act(() => rateAgain(parts, fitForSigning(made))),
    readLevel: (made) => act(() => readLevel(parts, fitForSigning(made))),
    countersign: () => act(() => countersign(parts)),
    reopen: (reason) => act(() => reopen(parts, fitForSigning(reason))),
    closeRecord: (closing) => act(() => closeRecord(parts, closing)),
    logRestored: (entryHash) => act(() => logRestored(parts, entryHash)),
    mayAdmit: (personId) => mayAdmit(parts, personId),
    remove: (target, reason) => act(() => remove(parts, target, fitForSigning(reason))),
    admit: (laptop) => act(() => admit(parts, laptop)),
  };
};
