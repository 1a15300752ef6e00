import type { Failure, IdService } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import type { Decision } from "../../domain/debrief/decision";
import { type PersonId, type Timestamp, timestampSchema } from "../../domain/ids";
import type { Device, DeviceKeys } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { layOutCall } from "../../domain/sealing/call";
import type { SignedEntry } from "../../domain/sealing/entries";
import { headsOf } from "../../domain/sealing/heads";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { nextRevision } from "../../domain/sealing/next-revision";
import { cardRecipients } from "../../domain/sealing/recipients";
import type { EntryBook } from "./entry-book";
import type { LoopVault } from "./loop-vault";

/** What a person can do to a loop that is signed. */
export interface ActParts {
  readonly vault: LoopVault;
  readonly book: EntryBook;
  readonly ids: IdService;
  readonly ledger: () => LoopLedger;
}

type Done = Result<void, Failure>;

const now = ({ ids }: ActParts): Timestamp => timestampSchema.parse(ids.now());

const publish = async ({ book }: ActParts, signed: Result<SignedEntry, Failure>): Promise<Done> => {
  if (!signed.ok) return signed;
  const published = await book.publish(signed.value);
  return published.ok ? ok(undefined) : err({ ...published.error });
};

/** Seals the next revision of a card. */
export const sealCardAct = async (parts: ActParts, card: Card): Promise<Done> => {
  const ledger = parts.ledger();
  if (card.overall.kind === "blank") return err({ type: "overallMissing" });
  const revision = nextRevision(ledger, card);
  if (!revision.ok) return err({ ...revision.error });
  const facts = { ...revision.value, at: now(parts) };
  return publish(parts, await parts.vault.seal(card, facts, cardRecipients(ledger, parts.vault.device)));
};

/** Calls the reveal: when every owed card is in, or early with a reason. */
export const revealAct = async (
  parts: ActParts,
  caller: PersonId,
  early: { readonly reason: string } | null,
): Promise<Done> => {
  const rule = early === null ? ({ rule: "allSealed" } as const) : ({ rule: "early", ...early } as const);
  const body = layOutCall(parts.ledger(), rule, {
    deviceId: parts.vault.device.deviceId,
    caller,
    at: now(parts),
    scope: { kind: "loop" },
  });
  if (!body.ok) return err({ ...body.error });
  return publish(parts, await parts.vault.sign("call", body.value));
};

/** Records the decision as the next version of its chain. */
export const decideAct = async (parts: ActParts, decision: Decision): Promise<Done> => {
  const ledger = parts.ledger();
  const [call] = ledger.calls;
  if (call === undefined) return err({ type: "notRevealed" });
  const before = ledger.decision;
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

/** Binds an admitted laptop to a person: the roster's next version. */
export const admitAct = async (
  parts: ActParts,
  laptop: { readonly device: DeviceKeys; readonly personId: PersonId; readonly label: string },
): Promise<Done> => {
  const ledger = parts.ledger();
  const before = ledger.roster;
  if (before === null) return err({ type: "rosterMissing" });
  const admittedAt = now(parts);
  const device: Device = { ...laptop.device, personId: laptop.personId, label: laptop.label, admittedAt };
  const others = before.body.devices.filter(({ deviceId }) => deviceId !== device.deviceId);
  const signed = await parts.vault.sign("roster", {
    ...before.body,
    deviceId: parts.vault.device.deviceId,
    at: admittedAt,
    version: before.body.version + 1,
    prev: before.hash,
    reason: "",
    devices: [...others, device],
    heads: [...headsOf(ledger)],
  });
  return publish(parts, signed);
};
