import type { Failure } from "../../bindings/services";
import { type Decision, decisionSchema } from "../../domain/debrief/decision";
import type { PersonId } from "../../domain/ids";
import { type Device, type DeviceKeys, personOfDevice } from "../../domain/loop/roster";
import type { RecordClosing } from "../../domain/record/closing";
import { err, ok } from "../../domain/result";
import { mayAct } from "../../domain/sealing/authority-view";
import { layOutCall } from "../../domain/sealing/call";
import type { AuthenticEntry } from "../../domain/sealing/entries";
import { standingDecision } from "../../domain/sealing/ledger/debrief-words";
import { type ActParts, type Done, now, publish } from "./act-parts";
import { signLog } from "./log-act";
import { nextRoster } from "./next-roster";

/** A laptop that holds the loop's secret and belongs in the roster. */
export interface NewLaptop {
  readonly device: DeviceKeys;
  readonly personId: PersonId;
  readonly label: string;
}

/** Calls the reveal, once: when every owed card is in, or early with a reason. */
export const reveal = async (
  parts: ActParts,
  caller: PersonId,
  early: { readonly reason: string } | null,
): Promise<Done> => {
  const ledger = parts.ledger();
  if (ledger.calls.some(({ body }) => body.scope.kind === "loop")) return ok(undefined);
  const rule = early === null ? ({ rule: "allSealed" } as const) : ({ rule: "early", ...early } as const);
  const body = layOutCall(ledger, rule, {
    deviceId: parts.vault.device.deviceId,
    caller,
    at: now(parts),
    scope: { kind: "loop" },
  });
  if (!body.ok) return err({ ...body.error });
  return publish(parts, await parts.vault.sign("call", body.value));
};

/** As the schema reads both, since a signed decision was trimmed by it. */
const isSame = (one: Decision, other: Decision): boolean => {
  const [read, otherRead] = [one, other].map((decision) => decisionSchema.safeParse(decision).data);
  return read !== undefined && JSON.stringify(read) === JSON.stringify(otherRead);
};

/** Records the decision as the next version of its chain; the same decision again is the one there is. */
export const decide = async (parts: ActParts, decision: Decision): Promise<Done> => {
  const ledger = parts.ledger();
  const [call] = ledger.calls;
  if (call === undefined) return err({ type: "notRevealed" });
  const before = ledger.decision;
  const standing = standingDecision(ledger);
  if (standing !== null && isSame(standing.body.decision, decision)) return ok(undefined);
  const signed = await parts.vault.sign("decision", {
    v: 1,
    loopId: ledger.loopId,
    deviceId: parts.vault.device.deviceId,
    at: now(parts),
    version: (before?.body.version ?? 0) + 1,
    prev: before?.hash ?? null,
    reason: "",
    callHash: call.hash,
    decision,
  });
  return publish(parts, signed);
};

/** Signs that the record was closed, and what it rests on. */
export const closeRecord = async (parts: ActParts, closing: RecordClosing): Promise<Done> =>
  publish(parts, await signLog(parts, closing));

/** Why this laptop may not let anybody in as this person, or null. */
export const mayAdmit = ({ ledger, vault }: ActParts, personId: PersonId): Failure | null => {
  const { roster, charter } = ledger();
  if (roster === null || charter === null) return { type: "rosterMissing" };
  const mine = personOfDevice(roster.body, vault.device.deviceId);
  if (mine === null || !mayAct(ledger(), mine.personId)) return { type: "notTheAuthority" };
  const isKnown = roster.body.persons.some((person) => person.personId === personId);
  return isKnown ? null : { type: "unknownPerson" };
};

const isIn = ({ body }: AuthenticEntry<"roster">, { device, personId }: NewLaptop): boolean =>
  body.devices.some((known) => known.deviceId === device.deviceId && known.personId === personId);

/** Binds an admitted laptop to a person: the roster's next version, unless it is in it already. */
export const admit = async (parts: ActParts, laptop: NewLaptop): Promise<Done> => {
  const before = parts.ledger().roster;
  if (before === null) return err({ type: "rosterMissing" });
  if (isIn(before, laptop)) return ok(undefined);
  const admittedAt = now(parts);
  const admitted: Device = { ...laptop.device, personId: laptop.personId, label: laptop.label, admittedAt };
  const others = before.body.devices.filter(({ deviceId }) => deviceId !== admitted.deviceId);
  const signed = await parts.vault.sign("roster", {
    ...nextRoster(parts, before, ""),
    at: admittedAt,
    devices: [...others, admitted],
  });
  return publish(parts, signed);
};
