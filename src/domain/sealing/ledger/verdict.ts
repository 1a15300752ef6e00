import type { DeviceId, Hash } from "../../ids";
import type { RequiredCard } from "../../loop/plan";
import type { AuthenticEntry, EntryKind } from "../entries";

/** Why an authentic entry does not count in this loop. The UI words these beside the codes of `authenticate`. */
export type LedgerRefusal =
  | "otherLoop"
  | "protocolOlder"
  | "updateFirst"
  | "charterNotItsFounders"
  | "secondCharter"
  | "charterAmbiguous"
  | "notTheAuthority"
  | "versionOutOfOrder"
  | "previousRefused"
  | "rosterInvalid"
  | "facilitatorMissing"
  | "deviceChanged"
  | "generationNotRaised"
  | "rosterRefused"
  | "wrapsMismatch"
  | "planInvalid"
  | "weightsFrozen"
  | "escrowHolderOwesCard"
  | "reasonMissing"
  | "unknownDevice"
  | "otherPersonsCard"
  | "typesForThemselves"
  | "typistRefused"
  | "typistMismatch"
  | "unknownSlot"
  | "otherKit"
  | "revisionOutOfOrder"
  | "callerMismatch"
  | "scopeNotAllowed"
  | "callContradictsItself"
  | "cardsMissing"
  | "callOmitsCards"
  | "callRefused"
  | "envelopeRefused"
  | "outOfScope"
  | "notTheReleaser"
  | "otherDevicesLog"
  | "kindNotInProtocol"
  | "notADeputy"
  | "signerMismatch"
  | "removedBefore"
  | "notAnotherLaptop"
  | "laptopNotConfirmed"
  | "notAFork"
  | "afterTheCall"
  | "notTheEscrow"
  | "ownWitness"
  | "breakGlassRefused"
  | "notARolePlayer"
  | "owesNoCard"
  | "ownCardMissing"
  | "mayNotComment"
  | "threadRefused"
  | "threadMismatch"
  | "tooManyWords"
  | "decisionRefused"
  | "loopEnded";

/** What an entry needs before it can be judged; it is judged again whenever the ledger is built. */
export type WaitingReason =
  | "charterMissing"
  | "rosterMissing"
  | "planMissing"
  | "previousMissing"
  | "cardsNotHere"
  | "callMissing"
  | "envelopeMissing"
  | "laptopMissing"
  | "breakGlassMissing"
  | "typistMissing"
  | "commentMissing"
  | "decisionMissing";

export interface RefusedByLedger {
  readonly hash: Hash;
  readonly kind: EntryKind;
  readonly deviceId: DeviceId;
  readonly reason: LedgerRefusal;
  /** Whose card an envelope claims to be; null for other kinds. */
  readonly card: RequiredCard | null;
}

export interface WaitingEntry {
  readonly hash: Hash;
  readonly kind: EntryKind;
  readonly deviceId: DeviceId;
  readonly reason: WaitingReason;
  /** The entries it waits for, where they are known by hash. */
  readonly missing: readonly Hash[];
}

/** Entries that exclude each other, both kept: two that a chain can only hold one of. Sorted by hash. */
export interface Fork {
  readonly kind: EntryKind;
  readonly hashes: readonly Hash[];
}

export type Verdict =
  | { readonly is: "accepted" }
  | { readonly is: "refused"; readonly reason: LedgerRefusal }
  | { readonly is: "waiting"; readonly reason: WaitingReason; readonly missing: readonly Hash[] };

export const accepted: Verdict = { is: "accepted" };
export const refused = (reason: LedgerRefusal): Verdict => ({ is: "refused", reason });
export const waitingFor = (reason: WaitingReason, missing: readonly Hash[] = []): Verdict => ({
  is: "waiting",
  reason,
  missing,
});

/** Entries of one kind after judgement. */
export interface Sorted<Entry> {
  readonly accepted: readonly Entry[];
  readonly refused: readonly RefusedByLedger[];
  readonly waiting: readonly WaitingEntry[];
}

export interface Judged<Entry> {
  readonly entry: Entry;
  readonly verdict: Verdict;
}

const claimedCard = (entry: AuthenticEntry): RequiredCard | null => {
  if (entry.kind !== "card") return null;
  const { slotId, personId } = entry.body.header;
  return { slotId, personId };
};

/** Puts each entry where its verdict says. */
export const sortByVerdict = <Entry extends AuthenticEntry>(
  judged: readonly Judged<Entry>[],
): Sorted<Entry> => {
  const sorted = { accepted: [] as Entry[], refused: [] as RefusedByLedger[], waiting: [] as WaitingEntry[] };
  for (const { entry, verdict } of judged) {
    const { hash, kind, deviceId } = entry;
    if (verdict.is === "accepted") sorted.accepted.push(entry);
    else if (verdict.is === "refused")
      sorted.refused.push({ hash, kind, deviceId, reason: verdict.reason, card: claimedCard(entry) });
    else sorted.waiting.push({ hash, kind, deviceId, reason: verdict.reason, missing: verdict.missing });
  }
  return sorted;
};

/** Judges entries that do not depend on each other. */
export const judgeEach = <Entry extends AuthenticEntry>(
  entries: readonly Entry[],
  judge: (entry: Entry) => Verdict,
): Sorted<Entry> => sortByVerdict(entries.map((entry) => ({ entry, verdict: judge(entry) })));
