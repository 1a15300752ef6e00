import type { Failure, IdService } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import { wellFormedCard } from "../../domain/card/well-formed-card";
import { type Decision, decisionSchema } from "../../domain/debrief/decision";
import { type PersonId, type Timestamp, timestampSchema } from "../../domain/ids";
import { type Device, type DeviceKeys, personOfDevice } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { layOutCall } from "../../domain/sealing/call";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import { headsOf } from "../../domain/sealing/heads";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { nextRevision } from "../../domain/sealing/next-revision";
import { cardRecipients } from "../../domain/sealing/recipients";
import type { EntryBook } from "./entry-book";
import { inTurn } from "./in-turn";
import type { LoopVault } from "./loop-vault";

/** What a person can do to a loop that is signed. Every act rests on what was before it, so they run one by one. */
export interface Acts {
  /** Seals the next revision of a card; a later one says why it replaces the one before. */
  readonly seal: (card: Card) => Promise<Done>;
  /** Calls the reveal: when every owed card is in, or early with a reason. */
  readonly reveal: (caller: PersonId, early: { readonly reason: string } | null) => Promise<Done>;
  /** Records the decision as the next version of its chain. */
  readonly decide: (decision: Decision) => Promise<Done>;
  /** Why this laptop may not let anybody in as this person, or null: asked before the loop's secret is handed over. */
  readonly mayAdmit: (personId: PersonId) => Failure | null;
  /** Binds an admitted laptop to a person: the roster's next version. */
  readonly admit: (laptop: NewLaptop) => Promise<Done>;
}

export interface NewLaptop {
  readonly device: DeviceKeys;
  readonly personId: PersonId;
  readonly label: string;
}

export interface ActParts {
  readonly vault: LoopVault;
  readonly book: EntryBook;
  readonly ids: IdService;
  readonly ledger: () => LoopLedger;
  /** Why this laptop itself would keep an entry apart, or null. */
  readonly faultOf: (entry: AuthenticEntry) => string | null;
  /** Resolves when everything in the document is durable, or with why not. */
  readonly saved: () => Promise<Result<void, { readonly type: string }>>;
}

type Done = Result<void, Failure>;

const now = ({ ids }: ActParts): Timestamp => timestampSchema.parse(ids.now());

/** Puts an entry into the loop. Nothing is published that this laptop itself would refuse. */
const publish = async (parts: ActParts, signed: Result<SignedEntry, Failure>): Promise<Done> => {
  const checked = signed.ok ? await parts.book.check(signed.value) : signed;
  if (!checked.ok) return err({ ...checked.error });
  const fault = parts.faultOf(checked.value);
  if (fault !== null) return err({ type: fault });
  await parts.book.put(checked.value);
  return ok(undefined);
};

const seal = async (parts: ActParts, card: Card): Promise<Done> => {
  const ledger = parts.ledger();
  if (card.overall.kind === "blank") return err({ type: "overallMissing" });
  const revision = nextRevision(ledger, card);
  if (!revision.ok) return err({ ...revision.error });
  if (revision.value.revision > 1 && card.amendReason.trim() === "")
    return err({ type: "amendReasonMissing" });
  const facts = { ...revision.value, at: now(parts) };
  return publish(
    parts,
    await parts.vault.seal(wellFormedCard(card), facts, cardRecipients(ledger, parts.vault.device)),
  );
};

const reveal = async (
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

const decide = async (parts: ActParts, decision: Decision): Promise<Done> => {
  const ledger = parts.ledger();
  const [call] = ledger.calls;
  if (call === undefined) return err({ type: "notRevealed" });
  const before = ledger.decision;
  if (before !== null && isSame(before.body.decision, decision)) return ok(undefined);
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

const mayAdmit = ({ ledger, vault }: ActParts, personId: PersonId): Failure | null => {
  const { roster, charter } = ledger();
  if (roster === null || charter === null) return { type: "rosterMissing" };
  const mine = personOfDevice(roster.body, vault.device.deviceId);
  if (mine?.personId !== charter.body.facilitator.personId) return { type: "notTheAuthority" };
  const isKnown = roster.body.persons.some((person) => person.personId === personId);
  return isKnown ? null : { type: "unknownPerson" };
};

const isIn = ({ body }: AuthenticEntry<"roster">, { device, personId }: NewLaptop): boolean =>
  body.devices.some((known) => known.deviceId === device.deviceId && known.personId === personId);

const admit = async (parts: ActParts, laptop: NewLaptop): Promise<Done> => {
  const ledger = parts.ledger();
  const before = ledger.roster;
  if (before === null) return err({ type: "rosterMissing" });
  if (isIn(before, laptop)) return ok(undefined);
  const admittedAt = now(parts);
  const admitted: Device = { ...laptop.device, personId: laptop.personId, label: laptop.label, admittedAt };
  const others = before.body.devices.filter(({ deviceId }) => deviceId !== admitted.deviceId);
  const signed = await parts.vault.sign("roster", {
    ...before.body,
    deviceId: parts.vault.device.deviceId,
    at: admittedAt,
    version: before.body.version + 1,
    prev: before.hash,
    reason: "",
    devices: [...others, admitted],
    heads: [...headsOf(ledger)],
  });
  return publish(parts, signed);
};

/** Remembers a card that was sealed and not yet durable: sealing it again only waits for the disk. */
const sealOnce = (parts: ActParts): ((card: Card) => Promise<Done>) => {
  let unsaved: string | null = null;
  return async (card) => {
    const text = JSON.stringify(card);
    if (text !== unsaved) {
      const sealed = await seal(parts, card);
      if (!sealed.ok) return sealed;
    }
    unsaved = text;
    const saved = await parts.saved();
    if (!saved.ok) return err({ ...saved.error });
    unsaved = null;
    return ok(undefined);
  };
};

/** A disk that takes nothing refuses an act before anything was published; done means durable. */
export const createActs = (parts: ActParts): Acts => {
  const turns = inTurn();
  const saved = async (): Promise<Done> => {
    const kept = await parts.saved();
    return kept.ok ? ok(undefined) : err({ ...kept.error });
  };
  const act = (task: () => Promise<Done>): Promise<Done> =>
    turns.run(async () => {
      const before = await saved();
      if (!before.ok) return before;
      const done = await task();
      return done.ok ? saved() : done;
    });
  const sealing = sealOnce(parts);
  return {
    seal: (card) => act(() => sealing(card)),
    reveal: (caller, early) => act(() => reveal(parts, caller, early)),
    decide: (decision) => act(() => decide(parts, decision)),
    mayAdmit: (personId) => mayAdmit(parts, personId),
    admit: (laptop) => act(() => admit(parts, laptop)),
  };
};
