import type { CardProgress, LoopView } from "../loop/loop-view";
import type { Person } from "../loop/roster";
import { personOfDevice } from "../loop/roster";
import { acceptancesOf } from "./acceptance-view";
import { authorityOf } from "./authority-view";
import { ledgerToCardStates, type TriedCards } from "./card-states";
import { threadsOf } from "./comment-threads";
import { dayOf } from "./day-view";
import { debriefWordsOf } from "./debrief-view";
import type { AuthenticEntry } from "./entries";
import { standingDecision } from "./ledger/debrief-words";
import type { LoopLedger } from "./ledger/ledger";
import { removalsOf } from "./removals";

/** The part of a loop's view that signed entries decide; the kit, coverage, hand-offs and laptops' words come from elsewhere. */
export type SignedView = Omit<LoopView, "kit" | "sheets" | "coverage" | "handOffs" | "ownLaptops">;

/** The call the screens speak of: the first for the whole loop, or the first there is. */
const shownCall = ({ calls }: LoopLedger): AuthenticEntry<"call"> | null =>
  calls.find(({ body }) => body.scope.kind === "loop") ?? calls[0] ?? null;

const revealOf = (ledger: LoopLedger): LoopView["reveal"] => {
  const call = shownCall(ledger);
  if (call === null) return null;
  const { caller, at, rule, reason } = call.body;
  return { callHash: call.hash, calledBy: caller, calledAt: at, rule, reason };
};

const decisionOf = (ledger: LoopLedger): LoopView["decision"] => {
  const decision = standingDecision(ledger);
  if (decision === null) return null;
  return { hash: decision.hash, decision: decision.body.decision, decidedAt: decision.body.at };
};

const meIn = ({ roster }: LoopLedger, deviceId: string): Person | null =>
  roster === null ? null : personOfDevice(roster.body, deviceId);

const removalsFor = (ledger: LoopLedger, deviceId: string): Pick<LoopView, "removals" | "removed"> => {
  const removals = removalsOf(ledger);
  return { removals, removed: removals.find((removal) => removal.deviceId === deviceId) ?? null };
};

/** What the screens show of a ledger on the laptop `deviceId`. */
export const ledgerToView = (
  ledger: LoopLedger,
  deviceId: string,
  tried: TriedCards,
  progress: readonly CardProgress[],
): SignedView => ({
  loopId: ledger.loopId,
  me: meIn(ledger, deviceId),
  facilitator: ledger.charter?.body.facilitator.personId ?? null,
  authority: authorityOf(ledger, meIn(ledger, deviceId)),
  persons: ledger.roster?.body.persons ?? [],
  devices: ledger.roster?.body.devices ?? [],
  ...removalsFor(ledger, deviceId),
  plan: ledger.plan?.body.plan ?? null,
  planHash: ledger.plan?.hash ?? null,
  cards: ledgerToCardStates(ledger, tried, progress),
  comments: threadsOf(ledger),
  debrief: debriefWordsOf(ledger),
  reveal: revealOf(ledger),
  decision: decisionOf(ledger),
  day: dayOf(ledger),
  acceptances: acceptancesOf(ledger),
  refused: ledger.refused,
});
