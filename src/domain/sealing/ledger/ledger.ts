import { isSaidLater } from "../../debrief/decision";
import type { LoopId, PersonId } from "../../ids";
import { dayEventsSince, isDayEvent } from "../day-events";
import { debriefSince } from "../debrief-entries";
import {
  type AuthenticEntry,
  type CharterBody,
  type EntryKind,
  type LogBody,
  ofKind,
  sinceProtocol,
} from "../entries";
import { typistSince } from "../typist-entry";
import { judgeAcceptances } from "./acceptances";
import { growDecisions, growLogs, judgeReceipts } from "./after-the-cards";
import { judgeBreakGlass, judgeWitnesses } from "./broken-glass";
import { judgeCalls } from "./calls";
import { growCards } from "./cards";
import { type Anchor, chooseCharter, type Spoken } from "./charter";
import { judgeChoices } from "./choices";
import { judgeComments, judgeResolutions } from "./comments";
import {
  judgeCountersignatures,
  judgeLevelReadings,
  judgeReopenings,
  judgeSecondRatings,
} from "./debrief-words";
import { standingEndings } from "./endings";
import { judgeGenerations, newestGeneration } from "./generations";
import { headOf } from "./heads-of-chains";
import { escrowLaptops, judgeOwnLaptops, laptopsEverVouched } from "./laptops";
import { type Authority, membersOf, type RankOf, rankBy, withAuthority } from "./members";
import { judgeOpenings } from "./openings";
import { growPlans } from "./plans";
import { judgeReleases } from "./releases";
import { growRosters } from "./rosters";
import { judgeTakeovers } from "./takeovers";
import { isTypedIn, judgeTypists } from "./typists";
import {
  type Fork,
  judgeEach,
  type RefusedByLedger,
  refused,
  type Sorted,
  type WaitingEntry,
  type WaitingReason,
  waitingFor,
} from "./verdict";

/**
 * What counts in a loop, computed from its entries and nothing else. It depends on the set of entries, not on the order
 * in which they came, so two laptops with the same entries agree.
 */
export interface LoopLedger {
  readonly loopId: LoopId;
  readonly charter: AuthenticEntry<"charter"> | null;
  /** Every valid version, oldest first; `roster` is the one that counts. */
  readonly rosters: readonly AuthenticEntry<"roster">[];
  readonly roster: AuthenticEntry<"roster"> | null;
  /** Of deputies, in the order of the charter's list. */
  readonly takeovers: readonly AuthenticEntry<"takeover">[];
  /** Records of every generation after the first, oldest first; `generation` is the one whose secret counts. */
  readonly generations: readonly AuthenticEntry<"generation">[];
  readonly generation: AuthenticEntry<"generation"> | null;
  /** Laptops that vouch for another of the same person. */
  readonly ownLaptops: readonly AuthenticEntry<"ownLaptop">[];
  readonly plans: readonly AuthenticEntry<"plan">[];
  readonly plan: AuthenticEntry<"plan"> | null;
  /** Who may seal a card of somebody else's, typed in from paper. */
  readonly typists: readonly AuthenticEntry<"typist">[];
  /** Valid envelopes by slot, person and revision; more than one of a revision in one line is a fork. */
  readonly cards: readonly AuthenticEntry<"card">[];
  /** Authors' choices between versions of a card, made before any call that opens it. */
  readonly choices: readonly AuthenticEntry<"choice">[];
  /** Reasons of the escrow person for opening a card before the reveal, and who holds them. */
  readonly breakGlass: readonly AuthenticEntry<"breakGlass">[];
  readonly witnesses: readonly AuthenticEntry<"witness">[];
  /** What panelists accepted before their first slot, and which conflicts of interest they declared. */
  readonly acceptances: readonly AuthenticEntry<"acceptance">[];
  /** Keys of role players' sheets that assessors got after they had sealed their own card. */
  readonly openings: readonly AuthenticEntry<"opening">[];
  /** Comments on cards that a call opened, and what was said about their threads. */
  readonly comments: readonly AuthenticEntry<"comment">[];
  readonly resolutions: readonly AuthenticEntry<"resolution">[];
  /** How people rate items after the discussion, where the panel reads the candidate's level, who was there. */
  readonly secondRatings: readonly AuthenticEntry<"secondRating">[];
  readonly levelReadings: readonly AuthenticEntry<"levelReading">[];
  readonly countersignatures: readonly AuthenticEntry<"countersignature">[];
  /** Words that a decision does not stand any more. */
  readonly reopenings: readonly AuthenticEntry<"reopening">[];
  readonly receipts: readonly AuthenticEntry<"receipt">[];
  /** By their own clocks, which prove nothing. */
  readonly calls: readonly AuthenticEntry<"call">[];
  /** Of envelopes and calls that count; whether a key opens its card is found out by opening. */
  readonly releases: readonly AuthenticEntry<"release">[];
  readonly decisions: readonly AuthenticEntry<"decision">[];
  readonly decision: AuthenticEntry<"decision"> | null;
  readonly logs: readonly AuthenticEntry<"log">[];
  readonly forks: readonly Fork[];
  /** Entries that need others before they can be judged. */
  readonly waiting: readonly WaitingEntry[];
  /** Entries kept apart, with the reason. */
  readonly refused: readonly RefusedByLedger[];
}

export interface LedgerOptions {
  readonly loopId: LoopId;
  readonly anchor: Anchor;
  /** What this program speaks; tests pass other protocols. */
  readonly spoken?: Spoken;
}

const loopIdIn = (entry: AuthenticEntry): LoopId =>
  entry.kind === "card" ? entry.body.header.loopId : entry.body.loopId;

const compareHashes = (left: { readonly hash: string }, right: { readonly hash: string }): number =>
  left.hash < right.hash ? -1 : Number(left.hash > right.hash);

/** Each entry once, in the order of their hashes, so that nothing below can depend on arrival. */
const inOrder = (entries: readonly AuthenticEntry[]): readonly AuthenticEntry[] =>
  [...new Map(entries.map((entry) => [entry.hash, entry])).values()].toSorted(compareHashes);

const byVersion = <Entry extends { readonly body: { readonly version: number }; readonly hash: string }>(
  entries: readonly Entry[],
): readonly Entry[] =>
  entries.toSorted((left, right) => left.body.version - right.body.version || compareHashes(left, right));

/** The outcomes of all kinds put together. */
const gather = (
  parts: readonly (Sorted<AuthenticEntry> & { readonly forks?: readonly Fork[] })[],
): Pick<LoopLedger, "forks" | "waiting" | "refused"> => ({
  forks: parts.flatMap(({ forks }) => forks ?? []),
  waiting: parts.flatMap(({ waiting }) => waiting).toSorted(compareHashes),
  refused: parts.flatMap((part) => part.refused).toSorted(compareHashes),
});

const empty = (loopId: LoopId): LoopLedger => ({
  loopId,
  charter: null,
  rosters: [],
  roster: null,
  takeovers: [],
  generations: [],
  generation: null,
  ownLaptops: [],
  plans: [],
  plan: null,
  typists: [],
  cards: [],
  choices: [],
  breakGlass: [],
  witnesses: [],
  acceptances: [],
  openings: [],
  comments: [],
  resolutions: [],
  secondRatings: [],
  levelReadings: [],
  countersignatures: [],
  reopenings: [],
  receipts: [],
  calls: [],
  releases: [],
  decisions: [],
  decision: null,
  logs: [],
  forks: [],
  waiting: [],
  refused: [],
});

type Part = Sorted<AuthenticEntry> & { readonly forks?: readonly Fork[] };

const allWaiting = (entries: readonly AuthenticEntry[], reason: WaitingReason): Part =>
  judgeEach(entries, () => waitingFor(reason));

/** Everything below the roster, in the order in which one kind rests on another. */
const judgeRest = (
  entries: readonly AuthenticEntry[],
  charter: CharterBody,
  members: Authority,
  rosters: readonly AuthenticEntry<"roster">[],
) => {
  const plans = growPlans(ofKind(entries, "plan"), charter, members, ofKind(entries, "call"));
  const typists = judgeTypists(ofKind(entries, "typist"), members, plans.accepted);
  const vouching = ofKind(entries, "ownLaptop");
  const standsBy = (personId: PersonId) => laptopsEverVouched(personId, vouching, { rosters, members });
  const cards = growCards(ofKind(entries, "card"), { members, plans: plans.accepted, typists, standsBy });
  const logs = growLogs(ofKind(entries, "log"), members);
  const calls = judgeCalls(ofKind(entries, "call"), {
    charter,
    members,
    plans: plans.accepted,
    envelopes: cards.accepted,
    refusedEnvelopes: new Set(cards.refused.map(({ hash }) => hash)),
    endings: standingEndings(logs.accepted),
  });
  const ownLaptops = judgeOwnLaptops(vouching, rosters, members);
  const laptops = { rosters, ownLaptops: ownLaptops.accepted };
  const escrow = escrowLaptops(charter, laptops);
  const releases = judgeReleases(ofKind(entries, "release"), {
    members,
    typists: typists.accepted,
    escrowLaptops: escrow,
    calls,
    envelopes: cards,
  });
  const choices = judgeChoices(ofKind(entries, "choice"), {
    ...laptops,
    members,
    envelopes: cards,
    calls: calls.accepted,
  });
  const glassGround = { charter, members, escrowLaptops: escrow, envelopes: cards };
  const breakGlass = judgeBreakGlass(ofKind(entries, "breakGlass"), glassGround);
  const witnesses = judgeWitnesses(ofKind(entries, "witness"), breakGlass, glassGround);
  const decisions = growDecisions(ofKind(entries, "decision"), members, calls);
  const openings = judgeOpenings(ofKind(entries, "opening"), {
    ...laptops,
    members,
    plans: plans.accepted,
    envelopes: cards,
  });
  const isBounded = charter.protocol >= debriefSince;
  const acceptances = judgeAcceptances(ofKind(entries, "acceptance"), { members, isBounded });
  const revealed = { members, calls, envelopes: cards };
  const commentGround = { ...revealed, rosters, isBounded };
  const comments = judgeComments(ofKind(entries, "comment"), commentGround);
  const resolutions = judgeResolutions(ofKind(entries, "resolution"), comments, commentGround);
  const debriefGround = { ...revealed, laptops, decisions };
  const secondRatings = judgeSecondRatings(ofKind(entries, "secondRating"), debriefGround);
  const levelReadings = judgeLevelReadings(ofKind(entries, "levelReading"), debriefGround);
  const countersignatures = judgeCountersignatures(ofKind(entries, "countersignature"), debriefGround);
  const reopenings = judgeReopenings(ofKind(entries, "reopening"), debriefGround);
  const receipts = judgeReceipts(ofKind(entries, "receipt"), members);
  return {
    plans,
    typists,
    cards,
    calls,
    ownLaptops,
    choices,
    breakGlass,
    witnesses,
    releases,
    decisions,
    acceptances,
    openings,
    comments,
    resolutions,
    secondRatings,
    levelReadings,
    countersignatures,
    reopenings,
    receipts,
    logs,
  };
};

type Rest = ReturnType<typeof judgeRest>;

const assemble = (rest: Rest, rankOf: RankOf) => ({
  plans: byVersion(rest.plans.accepted),
  plan: headOf(rest.plans.accepted, rankOf),
  ownLaptops: rest.ownLaptops.accepted,
  typists: rest.typists.accepted,
  cards: rest.cards.accepted,
  choices: rest.choices.accepted,
  breakGlass: rest.breakGlass.accepted,
  witnesses: rest.witnesses.accepted,
  acceptances: rest.acceptances.accepted,
  openings: rest.openings.accepted,
  comments: rest.comments.accepted,
  resolutions: rest.resolutions.accepted,
  secondRatings: rest.secondRatings.accepted,
  levelReadings: rest.levelReadings.accepted,
  countersignatures: rest.countersignatures.accepted,
  reopenings: rest.reopenings.accepted,
  receipts: rest.receipts.accepted,
  calls: rest.calls.accepted,
  releases: rest.releases.accepted,
  decisions: byVersion(rest.decisions.accepted),
  decision: headOf(rest.decisions.accepted, rankOf),
  logs: rest.logs.accepted.toSorted(compareHashes),
});

const founding: ReadonlySet<EntryKind> = new Set(["charter", "roster", "takeover", "generation"]);

/**
 * The loop as its entries tell it. `entries` passed `authenticate`; here it is decided who may say what. Built anew
 * from all entries each time: an entry that waits today may count when the one it waits for arrives.
 */
export const buildLedger = (entries: readonly AuthenticEntry[], options: LedgerOptions): LoopLedger => {
  const all = inOrder(entries);
  const own = all.filter((entry) => loopIdIn(entry) === options.loopId);
  const foreign = judgeEach(
    all.filter((entry) => !own.includes(entry)),
    () => refused("otherLoop"),
  );
  const charters = chooseCharter(ofKind(own, "charter"), options.anchor, options.spoken);
  const [charter] = charters.accepted;
  const later = own.filter(({ kind }) => kind !== "charter");
  if (charter === undefined)
    return { ...empty(options.loopId), ...gather([foreign, charters, allWaiting(later, "charterMissing")]) };
  const [spoken, unspoken] = byProtocol(own, charter.body.protocol);
  return withCharter(spoken, charter, options.loopId, [foreign, charters, unspoken]);
};

/** Log entries that laptops of an older protocol's programs keep apart as malformed. */
const isNewInLogs = ({ event }: LogBody): boolean =>
  isDayEvent(event) || (event.type === "recordClosed" && event.sharedNotes !== undefined);

/** The protocol that brought what an entry says. */
const protocolOf = (entry: AuthenticEntry): number => {
  if (entry.kind === "log" && isNewInLogs(entry.body)) return Math.max(sinceProtocol.log, dayEventsSince);
  if (entry.kind === "card" && isTypedIn(entry)) return typistSince;
  if (entry.kind === "decision" && isSaidLater(entry.body.decision)) return debriefSince;
  return sinceProtocol[entry.kind];
};

/** What the loop's protocol knows, and the refusal of what only a later one brought. */
const byProtocol = (
  entries: readonly AuthenticEntry[],
  protocol: number,
): readonly [readonly AuthenticEntry[], Part] => {
  const isSpoken = (entry: AuthenticEntry): boolean => protocolOf(entry) <= protocol;
  const later = entries.filter((entry) => !isSpoken(entry));
  return [entries.filter(isSpoken), judgeEach(later, () => refused("kindNotInProtocol"))];
};

const withCharter = (
  own: readonly AuthenticEntry[],
  charter: AuthenticEntry<"charter">,
  loopId: LoopId,
  before: readonly Part[],
): LoopLedger => {
  const takeovers = ofKind(own, "takeover");
  const rosters = growRosters(ofKind(own, "roster"), charter.body, takeovers);
  const rankOf = rankBy(charter.body, rosters.accepted);
  const roster = headOf(rosters.accepted, rankOf);
  const rest = own.filter(({ kind }) => !founding.has(kind));
  const generations = judgeGenerations(ofKind(own, "generation"), rosters);
  const base = {
    ...empty(loopId),
    charter,
    rosters: byVersion(rosters.accepted),
    roster,
    generations: generations.accepted,
    generation: newestGeneration(generations.accepted, roster, rosters.accepted),
  };
  const settled = [...before, rosters, generations];
  if (roster === null) {
    const stuck = allWaiting([...takeovers, ...rest], "rosterMissing");
    return { ...base, ...gather([...settled, stuck]) };
  }
  const members = membersOf(rosters.accepted, roster, own);
  const taken = judgeTakeovers(takeovers, charter.body, members);
  const authority = withAuthority(members, charter.body, taken.accepted);
  const judged = judgeRest(rest, charter.body, authority, rosters.accepted);
  return {
    ...base,
    takeovers: taken.accepted,
    ...assemble(judged, rankOf),
    ...gather([...settled, taken, ...Object.values(judged)]),
  };
};
