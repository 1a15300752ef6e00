import { createContext, useContext } from "react";
import type { Candidate } from "../domain/candidate/candidate";
import type { DeletionCause, Departed } from "../domain/candidates/departed";
import type { Card, QuestionState } from "../domain/card/card";
import type { Decision } from "../domain/debrief/decision";
import type { DebriefItem } from "../domain/debrief/item";
import type {
  CandidateId,
  CompetencyId,
  DeviceId,
  Hash,
  KitId,
  LevelId,
  LoopId,
  PersonId,
  QuestionId,
  SlotId,
} from "../domain/ids";
import type { Live, Loadable } from "../domain/live";
import type { EndedState } from "../domain/loop/day/loop-day";
import type { PlanChange } from "../domain/loop/day/plan-change";
import type { WipeOutlook } from "../domain/loop/day/wipe-outlook";
import type { KeptWords } from "../domain/loop/kept-words";
import type { LoopView } from "../domain/loop/loop-view";
import type { Plan, RequiredCard } from "../domain/loop/plan";
import type { Refusals } from "../domain/loop/refusals";
import type { Person } from "../domain/loop/roster";
import type { LoopRecord } from "../domain/record/record";
import type { Result } from "../domain/result";
import type { Conflict } from "../domain/sealing/acceptance-entry";
import type { CardPart } from "../domain/sealing/comment-entries";
import type { Shell } from "../shell/shell";
import type { RestoreReport } from "../store/journal/restore-report";
import type { ApplicationDesk } from "./application-desk";
import type { ApplicationService } from "./applications";
import type { BundleService } from "./bundles";
import type { CompanyService } from "./company";
import type { ExportService } from "./exports";
import type { HandOverService } from "./hand-overs";
import type { KitFinder } from "./kit-finder";
import type { KitService } from "./kit-service";
import type { LockService } from "./lock";
import type { OpenedFiles } from "./opened-files";
import type { RecoveryService } from "./recovery";
import type { RetentionService } from "./retention";
import type { RoleLoopService } from "./role-loops";
import type { SharedNotesDesk } from "./shared-notes";

export type { SavePageFailure } from "../shell/shell";
export type { KitService, KitSummary, KitVersion } from "./kit-service";

/** Something failed that the screen words by `type`; other members are its parameters. */
export interface Failure {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

export interface CandidateService {
  readonly list: Live<Loadable<readonly Candidate[]>>;
  readonly add: (candidate: {
    readonly name: string;
    readonly contact: string;
    readonly kitId: KitId | null;
  }) => Promise<Result<CandidateId, Failure>>;
  /** Says something about who a candidate is, or refuses; durable once it resolved. */
  readonly edit: <Refusal extends { readonly type: string }>(
    id: CandidateId,
    act: (candidate: Candidate) => Result<Candidate, Refusal>,
  ) => Promise<Result<Candidate, Refusal | Failure>>;
  /** Deletes candidates from this laptop for good: keys, rows, files. Only counts stay. */
  readonly remove: (ids: readonly CandidateId[], why: DeletionCause) => Promise<Result<void, Failure>>;
  /** How far the applications of deleted people came; names nobody. */
  readonly departed: Live<Loadable<Departed>>;
}

/** One row of the list of loops. */
export interface LoopSummary {
  readonly loopId: LoopId;
  readonly candidateName: string;
  readonly kitTitle: string;
  /** The role kit it was planned from; absent until the plan is known here. */
  readonly kitId?: KitId | undefined;
  readonly levelName: string;
  readonly phase: LoopPhase;
  /** Local date of the first slot, "2026-11-23", or empty. */
  readonly day: string;
}
/** `withdrawn` and `cancelled` are loops that were ended without a decision; taken back, they are what they were. */
export type LoopPhase = "planned" | "live" | "revealed" | "decided" | "withdrawn" | "cancelled";

/** What a new loop is made from; ids of persons and slots are already made. */
export interface LoopDraft {
  readonly candidateId: CandidateId;
  readonly kitId: KitId;
  readonly persons: readonly Person[];
  /** Who this laptop belongs to; wears the facilitator's hat. */
  readonly me: PersonId;
  readonly plan: Omit<Plan, "candidate" | "kit">;
  /** In the order in which they may take over; the hiring managers where it is left out. */
  readonly deputies?: readonly PersonId[];
  /** Who may open cards whose laptop is gone; nobody where it is left out. */
  readonly escrow?: PersonId | null;
}

/** Where a saved card is. `saved` means the write is durable. */
export interface DraftState {
  readonly card: Card;
  readonly save: "saved" | "saving" | "failed";
  readonly savedAt: string | null;
  /** How often a newer copy from elsewhere took the card's place; absent is never. */
  readonly replaced?: number;
}

/** One of the laptops in the room, as this laptop sees it. */
export interface RoomPeer {
  readonly deviceId: string;
  readonly personId: PersonId | null;
  /** `relayed`: what is said to it goes, sealed, through a third laptop. */
  readonly link: "direct" | "relayed" | "connecting";
  /** Through whose laptop, where that is known and the link is `relayed`. */
  readonly via?: PersonId | null;
  /** How much of what is here is durable there, by that laptop's own word. */
  readonly holds: "all" | "some" | "unknown";
  /** How many changes are not there yet, where `holds` is `some`; 0 where only deletions are missing. */
  readonly lacks?: number;
}

export interface LobbyRequest {
  readonly requestId: string;
  readonly label: string;
  readonly name: string;
  /** Six words both screens show. */
  readonly words: readonly string[];
  /** True where the joiner proved that it holds the full invite. */
  readonly invited: boolean;
  /** Whose laptop's door it waits at; left out at this laptop's own. */
  readonly doorOf?: PersonId;
}

export interface Invite {
  /** The whole invite as text to copy; also what the QR shows. */
  readonly text: string;
  /** Address and label, short enough to type. */
  readonly typedCode: string;
  readonly qrSvg: string;
  readonly addresses: readonly string[];
}

export interface RoomState {
  readonly connection: "alone" | "connecting" | "together" | "unreachable";
  readonly hosting: boolean;
  readonly invite: Invite | null;
  readonly lobby: readonly LobbyRequest[];
  readonly peers: readonly RoomPeer[];
  /** A failure the room screen words, with what to do. */
  readonly problem: Failure | null;
}

/** What became of a question of the card that is saved. */
export interface QuestionMark {
  readonly questionId: QuestionId;
  readonly state: QuestionState;
}

/** One laptop, or every laptop of a person. */
export type RemovalTarget = { readonly deviceId: DeviceId } | { readonly personId: PersonId };

/** How it stands with a borrowed laptop: what wiping it now would lose, or how far the wiping is. */
export type BorrowedHere =
  | { readonly state: "kept"; readonly outlook: WipeOutlook }
  | { readonly state: "wiping" | "wiped" }
  | { readonly state: "failed"; readonly failure: Failure };

/** One loop opened on this laptop. `close` undoes every subscription and leaves the room. */
export interface LoopSession {
  readonly view: Live<LoopView>;
  readonly room: Live<RoomState>;
  /** Everything this laptop refused while the loop was open, bounded. */
  readonly refused: Live<Refusals>;
  /**
   * The draft on this laptop of its person's card, or of that of somebody whose card is typed in here; null until the interview
   * was started on this laptop.
   */
  readonly draft: (slotId: SlotId, of?: PersonId) => Live<Loadable<DraftState | null>>;
  /**
   * Writes the card durably; the draft's state turns `saved` only after that. Colleagues learn how far it is and
   * which questions are now in another state, and nothing else of it; of another person's card nothing before it is sealed.
   */
  readonly saveDraft: (card: Card, changed?: readonly QuestionMark[]) => void;
  /** Null where this laptop is nobody else's. A borrowed one is wiped by itself once nothing is lost by that. */
  readonly borrowed: Live<BorrowedHere | null>;
  /** Takes the loop off this laptop now, whatever is lost: the screen says that first. */
  readonly wipe: () => Promise<Result<void, Failure>>;
  readonly handOff: (to: PersonId | null, text: string) => void;
  /** Hand-offs that were read on this laptop; null until that is known. */
  readonly readHandOffs: Live<ReadonlySet<string> | null>;
  readonly markHandOffsRead: (ids: readonly string[]) => void;
  readonly seal: (card: Card) => Promise<Result<void, Failure>>;
  readonly startHosting: () => Promise<Result<void, Failure>>;
  readonly stopHosting: () => Promise<void>;
  readonly admit: (requestId: string, personId: PersonId) => Promise<Result<void, Failure>>;
  readonly deny: (requestId: string) => Promise<void>;
  /** Takes laptops out of the loop, with a reason that everybody reads; those who stay go on in a new room. */
  readonly remove: (target: RemovalTarget, reason: string) => Promise<Result<void, Failure>>;
  readonly reveal: (early: { readonly reason: string } | null) => Promise<Result<void, Failure>>;
  readonly decide: (decision: Decision) => Promise<Result<void, Failure>>;
  /** As the authority: the plan's next version, with a reason that everybody reads; refused after the reveal. */
  readonly changePlan: (
    change: PlanChange,
    reason: string,
    newcomer?: Person | null,
  ) => Promise<Result<void, Failure>>;
  /** As the authority: the candidate withdrew, or the loop is called off; the cards stay sealed. */
  readonly endLoop: (cause: EndedState["cause"], reason: string) => Promise<Result<void, Failure>>;
  /** As the authority: takes the ending back. */
  readonly resumeLoop: (reason: string) => Promise<Result<void, Failure>>;
  /** Signs for this person that the loop stays confidential and whether they have a conflict of interest. */
  readonly accept: (conflict: Conflict, wording: string) => Promise<Result<void, Failure>>;
  /** As the authority: somebody types in another person's card on a laptop of their own; everybody reads why. */
  readonly nameTypist: (card: RequiredCard, by: PersonId, reason: string) => Promise<Result<void, Failure>>;
  /** As a deputy: acts in the facilitator's place from now on. */
  readonly takeOver: (reason: string) => Promise<Result<void, Failure>>;
  /** The person compared the words of another laptop of theirs: from now on this one seals for it too. */
  readonly vouch: (other: DeviceId) => Promise<Result<void, Failure>>;
  /** As the author of two versions sealed apart: the one that counts. */
  readonly choose: (slotId: SlotId, chosen: Hash) => Promise<Result<void, Failure>>;
  /** As the escrow person, before the reveal: why a card has to be opened. */
  readonly breakGlass: (envelopeHash: Hash, reason: string) => Promise<Result<void, Failure>>;
  /** The card, for this laptop alone; refused until another person's laptop holds the reason. */
  readonly openByEscrow: (envelopeHash: Hash) => Promise<Result<Card, Failure>>;
  /** As the escrow person, after the call: publishes the key of a card whose laptop is gone. */
  readonly releaseByEscrow: (envelopeHash: Hash) => Promise<Result<void, Failure>>;
  /** False in a loop whose protocol knows no shared notes: a laptop of an older program would refuse all that comes with them. */
  readonly sharesNotes: () => boolean;
  /** Opens what a slot's interviewers write together, for this laptop's person. */
  readonly openSharedNotes: (slotId: SlotId) => SharedNotesDesk;
  /** Says something on a part of a revealed card; `replyTo` answers in the thread that this comment began. */
  readonly comment: (made: {
    readonly envelopeHash: Hash;
    readonly part: CardPart;
    readonly replyTo: Hash | null;
    readonly text: string;
  }) => Promise<Result<void, Failure>>;
  /** Says that a thread is settled, or is open again. */
  readonly resolveThread: (thread: Hash, state: "resolved" | "reopened") => Promise<Result<void, Failure>>;
  /** Rates an item again after the discussion; `envelopeHash` is this person's card with the first rating. */
  readonly rateAgain: (made: {
    readonly envelopeHash: Hash;
    readonly item: DebriefItem;
    readonly value: number;
    readonly reason: string;
  }) => Promise<Result<void, Failure>>;
  /** As the authority: where the panel reads the candidate on one competency; null where the evidence does not say. */
  readonly readLevel: (made: {
    readonly competencyId: CompetencyId;
    readonly levelId: LevelId | null;
    readonly reason: string;
  }) => Promise<Result<void, Failure>>;
  /** Signs that this person was there when the decision was made. */
  readonly countersign: () => Promise<Result<void, Failure>>;
  /** As the authority: the decision does not stand any more, with a reason that everybody reads. */
  readonly reopenDecision: (reason: string) => Promise<Result<void, Failure>>;
  readonly discussion: (item: string) => Live<string>;
  readonly setDiscussion: (item: string, text: string) => void;
  /** What shared notes said before somebody else's laptop took most of it away, as far as it is missing and not dismissed here. */
  readonly keptWords: Live<readonly KeptWords[]>;
  /** Writes them into their note again; on two laptops at the same time they are there once. */
  readonly putBackWords: (id: string) => void;
  /** This laptop keeps them no longer; others go on offering them. */
  readonly dismissWords: (id: string) => void;
  /** The record of a revealed loop; a failure before the reveal. */
  readonly record: () => Promise<Result<{ readonly record: LoopRecord; readonly hash: string }, Failure>>;
  readonly close: () => Promise<void>;
}

/** A way into somebody else's loop. */
export interface JoinState {
  readonly step: "connecting" | "waiting" | "admitted" | "refused" | "failed";
  readonly words: readonly string[];
  /** True while the words wait to be compared because the invite did not carry the host's fingerprint. */
  readonly compareWords: boolean;
  readonly loopId: LoopId | null;
  readonly problem: Failure | null;
}

/** One attempt to get in; `cancel` leaves the door and ends the subscription to its progress. */
export interface Joining extends Live<JoinState> {
  /** The person says that both screens show the same six words. */
  readonly confirmWords: () => void;
  /** The person says that the words differ: leaves the door at once, and the state says why. */
  readonly refuseWords: () => void;
  readonly cancel: () => void;
}

/** A loop whose door is open on this network, as its host announces it; the six words say whether it is the right one. */
export interface NearbyLoop {
  readonly label: string;
  readonly address: string;
  /** The way in, as a person would type it. */
  readonly typedCode: string;
  readonly version: "same" | "newer" | "older";
}

/** `listening` is false where the system does not let this laptop look around. */
export interface Nearby {
  readonly loops: readonly NearbyLoop[];
  readonly listening: boolean;
}

export interface LoopService {
  readonly list: Live<Loadable<readonly LoopSummary[]>>;
  readonly create: (draft: LoopDraft) => Promise<Result<LoopId, Failure>>;
  /** Opens the loop once for all screens that ask. It stays open while the window lives: whoever leaves a screen stays in the room. */
  readonly open: (loopId: LoopId) => Promise<Result<LoopSession, Failure>>;
  /** `borrowed`: this laptop is somebody else's and is to keep nothing of the loop. */
  readonly join: (invite: string, name: string, options?: { readonly borrowed: boolean }) => Joining;
  /** Open loops on this network; this laptop looks for them only while somebody subscribes. */
  readonly nearby: Live<Nearby>;
}

export interface IdService {
  /** 128 random bits in base64url. */
  readonly newId: () => string;
  /** Now, as the formats write it. */
  readonly now: () => string;
}

/** How this laptop's store is, and the copy beside it. */
export interface StorageService {
  /** What was lost or damaged and came back from the copy, until somebody has read it. */
  readonly restored: Live<RestoreReport | null>;
  readonly dismissRestored: () => void;
  /** Why the copy is not written now; null while all is well. The store itself may be well all the same. */
  readonly copyTrouble: Live<Failure | null>;
}

/** Everything a screen may use. The composition root makes it; tests make a fake. */
export interface Services {
  readonly kits: KitService;
  readonly finder: KitFinder;
  readonly candidates: CandidateService;
  readonly applications: ApplicationService;
  readonly desk: ApplicationDesk;
  readonly handOvers: HandOverService;
  readonly loops: LoopService;
  readonly roleLoops: RoleLoopService;
  readonly bundles: BundleService;
  readonly exports: ExportService;
  readonly storage: StorageService;
  readonly ids: IdService;
  readonly shell: Shell;
  readonly opened: OpenedFiles;
  readonly recovery: RecoveryService;
  readonly company: CompanyService;
  readonly lock: LockService;
  readonly retention: RetentionService;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("no services around this component");
  return services;
};
