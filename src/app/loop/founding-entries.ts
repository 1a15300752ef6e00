import type { Failure, LoopDraft } from "../../bindings/services";
import type { Hash, LoopId, PersonId, Timestamp } from "../../domain/ids";
import type { Plan } from "../../domain/loop/plan";
import { type DeviceKeys, wearsHat } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { authenticatedElsewhere } from "../../domain/sealing/authenticate";
import { type AuthenticEntry, protocolVersion, type SignedEntry } from "../../domain/sealing/entries";
import { buildLedger } from "../../domain/sealing/ledger/ledger";
import type { LoopVault } from "./loop-vault";

export interface Founding {
  readonly loopId: LoopId;
  readonly at: Timestamp;
  readonly device: DeviceKeys;
  readonly draft: LoopDraft;
  readonly plan: Plan;
}

const signedHead = ({ loopId, at, device }: Founding) => ({
  v: 1 as const,
  loopId,
  deviceId: device.deviceId,
  at,
});

const firstVersion = { version: 1, prev: null, reason: "" } as const;

const usualDeputies = ({ persons, me }: LoopDraft): readonly PersonId[] =>
  persons
    .filter((person) => wearsHat(person, "hiringManager") && person.personId !== me)
    .map(({ personId }) => personId);

const charterOf = (founding: Founding) => ({
  ...signedHead(founding),
  protocol: protocolVersion,
  facilitator: { ...founding.device, personId: founding.draft.me },
  deputies: [...(founding.draft.deputies ?? usualDeputies(founding.draft))],
  escrow: founding.draft.escrow ?? null,
  revealScope: "loop" as const,
});

const rosterOf = (founding: Founding) => ({
  ...signedHead(founding),
  ...firstVersion,
  generation: 1,
  persons: [...founding.draft.persons],
  devices: [{ ...founding.device, personId: founding.draft.me, label: "", admittedAt: founding.at }],
  heads: [] as Hash[],
});

const planOf = (founding: Founding) => ({
  ...signedHead(founding),
  ...firstVersion,
  plan: founding.plan,
});

const signAll = async (
  vault: LoopVault,
  founding: Founding,
): Promise<Result<readonly SignedEntry[], Failure>> => {
  const charter = await vault.sign("charter", charterOf(founding));
  if (!charter.ok) return charter;
  const roster = await vault.sign("roster", rosterOf(founding));
  if (!roster.ok) return roster;
  const plan = await vault.sign("plan", planOf(founding));
  return plan.ok ? ok([charter.value, roster.value, plan.value]) : plan;
};

const authenticateAll = async (
  vault: LoopVault,
  entries: readonly SignedEntry[],
): Promise<Result<readonly AuthenticEntry[], Failure>> => {
  const answers = await vault.authenticate(entries);
  const authentic = entries.flatMap((entry, index) => {
    const answer = answers[index];
    return answer?.ok ? [authenticatedElsewhere(entry, answer.value)] : [];
  });
  return authentic.length === entries.length ? ok(authentic) : err({ type: "notAuthenticated" });
};

/** A loop whose beginning does not count would open without a roster or a plan, for ever. */
const faultOf = (loopId: LoopId, entries: readonly AuthenticEntry[], charterHash: Hash): string | null => {
  const ledger = buildLedger(entries, { loopId, anchor: { charterHash, founder: null } });
  return [...ledger.refused, ...ledger.waiting][0]?.reason ?? null;
};

export interface FoundingEntries {
  readonly entries: readonly AuthenticEntry[];
  readonly charterHash: Hash;
}

/** Charter, roster and plan of a new loop, signed; refused where a laptop would not let them count. */
export const signFounding = async (
  vault: LoopVault,
  founding: Founding,
): Promise<Result<FoundingEntries, Failure>> => {
  const signed = await signAll(vault, founding);
  if (!signed.ok) return signed;
  const entries = await authenticateAll(vault, signed.value);
  if (!entries.ok) return entries;
  const [charter] = entries.value;
  if (charter === undefined) throw new Error("a loop begins with a charter");
  const fault = faultOf(founding.loopId, entries.value, charter.hash);
  return fault === null ? ok({ entries: entries.value, charterHash: charter.hash }) : err({ type: fault });
};
