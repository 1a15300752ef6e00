import type { Failure } from "../../bindings/services";
import type { Hash, Timestamp } from "../../domain/ids";
import { type ChangeGround, changePlan, type PlanChange } from "../../domain/loop/day/plan-change";
import { isNameTaken } from "../../domain/loop/names";
import type { Plan } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { dayEventsSince, type LoopEnded } from "../../domain/sealing/day-events";
import type { SignedEntry } from "../../domain/sealing/entries";
import { standingEndings } from "../../domain/sealing/ledger/endings";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { type ActParts, type Done, now, publish } from "./act-parts";
import { signLog } from "./log-act";
import { nextRoster } from "./next-roster";

type Signed = Result<SignedEntry, Failure>;

/** Everybody accepts confidentiality as they start their first interview, so an acceptance says that one began. */
const hasBegun = ({ cards, acceptances }: LoopLedger): boolean => cards.length + acceptances.length > 0;

/** Weights stay as they are from the first version that is signed after an interview began. */
const withFrozenWeights = (plan: Plan, begun: boolean, at: Timestamp): Plan =>
  begun && plan.formatVersion > 1 && plan.weightsFrozenAt === null ? { ...plan, weightsFrozenAt: at } : plan;

const groundOf = (ledger: LoopLedger, persons: readonly Person[]): ChangeGround => ({
  persons,
  escrow: ledger.charter?.body.escrow ?? null,
  sealed: ledger.cards.map(({ body: { header } }) => header),
  begun: hasBegun(ledger),
});

const speaksDay = ({ charter }: LoopLedger): boolean => (charter?.body.protocol ?? 0) >= dayEventsSince;

/** The roster with one person more, who has no laptop in it yet. */
const rosterWith = async (parts: ActParts, newcomer: Person, reason: string): Promise<Signed> => {
  const before = parts.ledger().roster;
  if (before === null) return err({ type: "rosterMissing" });
  if (newcomer.name.trim() === "") return err({ type: "nameMissing" });
  if (isNameTaken(newcomer.name, before.body.persons)) return err({ type: "nameTaken" });
  return parts.vault.sign("roster", {
    ...nextRoster(parts, before, reason),
    persons: [...before.body.persons, { ...newcomer, name: newcomer.name.trim() }],
  });
};

const planAfter = async (
  parts: ActParts,
  change: PlanChange,
  reason: string,
  persons: readonly Person[],
): Promise<Signed> => {
  const ledger = parts.ledger();
  const before = ledger.plan;
  if (before === null) return err({ type: "planMissing" });
  const plan = changePlan(before.body.plan, change, groundOf(ledger, persons));
  if (!plan.ok) return err({ ...plan.error });
  const at = now(parts);
  return parts.vault.sign("plan", {
    v: 1,
    loopId: ledger.loopId,
    deviceId: parts.vault.device.deviceId,
    at,
    version: before.body.version + 1,
    prev: before.hash,
    reason,
    plan: withFrozenWeights(plan.value, hasBegun(ledger), at),
  });
};

/** What plans of older protocols have no words for. */
const newerChanges: ReadonlySet<PlanChange["kind"]> = new Set([
  "cancelled",
  "breakAdded",
  "breakChanged",
  "breakRemoved",
]);

/**
 * Signs the next version of the plan with the reason; a newcomer enters the roster in the same change. Refused after the
 * reveal, whose call named the plan it rests on.
 */
export const change = async (
  parts: ActParts,
  planChange: PlanChange,
  reason: string,
  newcomer: Person | null,
): Promise<Done> => {
  const ledger = parts.ledger();
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  if (ledger.calls.length > 0) return err({ type: "afterTheCall" });
  if (standingEndings(ledger.logs).length > 0) return err({ type: "loopEnded" });
  if (newerChanges.has(planChange.kind) && !speaksDay(ledger)) return err({ type: "kindNotInProtocol" });
  const persons = [...(ledger.roster?.body.persons ?? []), ...(newcomer === null ? [] : [newcomer])];
  const plan = await planAfter(parts, planChange, reason.trim(), persons);
  if (!plan.ok || newcomer === null) return publish(parts, plan);
  return publish(parts, await rosterWith(parts, newcomer, reason.trim()), plan);
};

/** Ends the loop: the cards stay sealed and retention starts. Ending it twice changes nothing. */
export const endLoop = async (parts: ActParts, cause: LoopEnded["cause"], reason: string): Promise<Done> => {
  const ledger = parts.ledger();
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  if (!speaksDay(ledger)) return err({ type: "kindNotInProtocol" });
  if (standingEndings(ledger.logs).length > 0) return ok(undefined);
  const signed = await signLog(parts, {
    type: "loopEnded",
    cause,
    reason: reason.trim(),
    retentionFrom: now(parts).slice(0, 10),
    knownReveals: ledger.calls.map(({ hash }) => hash),
  });
  return publish(parts, signed);
};

/** Takes back every ending that stands, with the reason. */
export const resumeLoop = async (parts: ActParts, reason: string): Promise<Done> => {
  const endings: Hash[] = standingEndings(parts.ledger().logs).map(({ entry }) => entry.hash);
  if (endings.length === 0) return err({ type: "notEnded" });
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  return publish(parts, await signLog(parts, { type: "loopResumed", endings, reason: reason.trim() }));
};
