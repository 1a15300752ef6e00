import type { IdService } from "../../bindings/services";
import { type Hash, type LoopId, type PersonId, timestampSchema } from "../../domain/ids";
import { personOfDevice } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import { isInScope } from "../../domain/sealing/ledger/calls";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { holdsEscrow } from "../../domain/sealing/open-by-escrow";
import { owedOpenings } from "../../domain/sealing/open-to-assessor";
import { isReceiptDue } from "../../domain/sealing/receipt-refresh";
import { newestReceipts, nextReceiptCounter } from "../../domain/sealing/receipts";
import { entryToBytes } from "../../domain/sealing/wire";
import type { Store } from "../../store/open-store";
import type { Room } from "../../sync/room";
import type { EntryBook } from "./entry-book";
import type { LoopVault } from "./loop-vault";
import { windowText } from "./window-text";

export interface DutyParts {
  readonly loopId: LoopId;
  readonly store: Store;
  readonly vault: LoopVault;
  readonly book: EntryBook;
  readonly sync: Room;
  readonly ids: IdService;
}

type Failure = { readonly type: string };
type Done = Result<void, Failure>;
const done = ok(undefined);

type Envelope = AuthenticEntry<"card">;

const isMine = (vault: LoopVault, entry: { readonly deviceId: string }): boolean =>
  entry.deviceId === vault.device.deviceId;

const publish = async ({ book }: DutyParts, signed: Result<SignedEntry, Failure>): Promise<Done> => {
  const checked = signed.ok ? await book.check(signed.value) : signed;
  if (!checked.ok) return err(checked.error);
  await book.put(checked.value);
  return done;
};

/** Envelopes that count go into this laptop's own store. */
const keepEnvelopes = async ({ store, loopId }: DutyParts, envelopes: readonly Envelope[]): Promise<Done> => {
  if (envelopes.length === 0) return done;
  return store.envelopes.keep(
    loopId,
    envelopes.map(({ hash, entry }) => ({ hash, entry })),
  );
};

/** What this laptop's newest receipt says it holds. */
const saidToHold = ({ vault }: DutyParts, ledger: LoopLedger): readonly Hash[] =>
  newestReceipts(ledger).find((receipt) => isMine(vault, receipt))?.body.envelopes ?? [];

/** Which keys this laptop can unwrap, each tried once. */
type TriedKeys = Map<Hash, boolean>;

/** A laptop that holds escrow vouches for a card only where it could open it. */
const receiptable = async (
  { vault }: DutyParts,
  ledger: LoopLedger,
  tried: TriedKeys,
): Promise<readonly Envelope[]> => {
  if (!holdsEscrow(ledger, vault.device.deviceId)) return ledger.cards;
  const fresh = ledger.cards.filter(({ hash }) => !tried.has(hash));
  const opens = fresh.length === 0 ? [] : await vault.holdsKeys(fresh);
  for (const [index, { hash }] of fresh.entries()) tried.set(hash, opens[index] ?? false);
  return ledger.cards.filter(({ hash }) => tried.get(hash));
};

/** True where somebody is here to hear again what this laptop said long ago. */
const mayRepeat = ({ sync, vault, ids }: DutyParts, ledger: LoopLedger): boolean =>
  sync.peers.get().some(({ link }) => link === "direct") &&
  isReceiptDue(ledger, vault.device.deviceId, timestampSchema.parse(ids.now()));

/** Says, signed, what this laptop holds durably now; says nothing where the last receipt still holds and is not old. */
const signReceipt = async (
  parts: DutyParts,
  ledger: LoopLedger,
  kept: ReadonlySet<Hash>,
  tried: TriedKeys,
): Promise<Done> => {
  const { vault, ids, loopId } = parts;
  const good = await receiptable(parts, ledger, tried);
  const held = good.map(({ hash }) => hash).filter((hash) => kept.has(hash));
  const said = [...saidToHold(parts, ledger)].sort();
  if (said.join() === held.sort().join() && !mayRepeat(parts, ledger)) return done;
  const signed = await vault.sign("receipt", {
    v: 1,
    loopId,
    deviceId: vault.device.deviceId,
    at: timestampSchema.parse(ids.now()),
    counter: nextReceiptCounter(ledger, vault.device.deviceId),
    envelopes: held,
  });
  return publish(parts, signed);
};

/** True where the key was wrapped to this laptop as one of its author's. */
const isForMe = ({ vault }: DutyParts, { body }: Envelope): boolean =>
  body.wraps.some(
    ({ recipient }) => recipient.kind === "device" && recipient.deviceId === vault.device.deviceId,
  );

/** True where the key was wrapped to the recovery key of this laptop's person, and not to this laptop. */
const isRecoverable = ({ body }: Envelope, me: PersonId): boolean =>
  body.header.personId === me &&
  body.wraps.some(({ recipient }) => recipient.kind === "recovery" && recipient.personId === me);

/**
 * Envelopes that a call opens and whose key is this laptop's to publish: its own until it did so itself, those of another
 * laptop of its person until anybody did. With the recovery key these are also what a lost laptop sealed to nobody else.
 */
const owedReleases = async (
  parts: DutyParts,
  ledger: LoopLedger,
  me: PersonId,
): Promise<readonly Envelope[]> => {
  const { vault } = parts;
  const isReleased = (card: Envelope): boolean =>
    ledger.releases.some(
      (release) =>
        release.body.envelopeHash === card.hash && (!isMine(vault, card) || isMine(vault, release)),
    );
  const due = ledger.cards.filter(
    (card) =>
      (isForMe(parts, card) || isRecoverable(card, me)) &&
      !isReleased(card) &&
      ledger.calls.some(({ body }) => isInScope(body.scope, card.body.header)),
  );
  if (due.every((card) => isForMe(parts, card)) || (await vault.canRecover())) return due;
  return due.filter((card) => isForMe(parts, card));
};

/** Receipts of every reason for broken glass that this laptop's person did not give themselves, each once. */
const witnessGlass = async (parts: DutyParts, ledger: LoopLedger, personId: PersonId): Promise<Done> => {
  const { vault, ids, loopId } = parts;
  const { deviceId } = vault.device;
  const known = new Set(
    ledger.witnesses.filter((witness) => isMine(vault, witness)).map(({ body }) => body.breakGlassHash),
  );
  for (const glass of ledger.breakGlass) {
    if (known.has(glass.hash) || glass.body.personId === personId) continue;
    const at = timestampSchema.parse(ids.now());
    const body = { v: 1, loopId, deviceId, at, personId, breakGlassHash: glass.hash } as const;
    const published = await publish(parts, await vault.sign("witness", body));
    if (!published.ok) return published;
  }
  return done;
};

/** As a role player's laptop: opens its sheets to assessors who sealed their own card. One that cannot be opened keeps no other. */
const openSheets = async (parts: DutyParts, ledger: LoopLedger): Promise<Done> => {
  const { vault } = parts;
  let outcome: Done = done;
  for (const owed of owedOpenings(ledger, vault.device.deviceId)) {
    const signed = await vault.openSheet(groundOf(parts), owed, ledger.charter?.hash ?? null);
    // A role player who also rates in the slot keeps the card closed until the reveal like any other.
    if (!signed.ok && signed.error.type === "notASheet") continue;
    const opened = await publish(parts, signed);
    if (!opened.ok) outcome = opened;
  }
  return outcome;
};

/** What main judges a call by: receipts and releases have no say in it. */
const groundOf = ({ book }: DutyParts): readonly SignedEntry[] =>
  book.state
    .get()
    .entries.filter(({ kind }) => kind !== "receipt" && kind !== "release")
    .map(({ entry }) => entry);

/** Releases one card for the first call that main finds good. */
const releaseOne = async (parts: DutyParts, ledger: LoopLedger, envelope: Envelope): Promise<Done> => {
  const ground = groundOf(parts);
  let failure: Failure = { type: "callMissing" };
  for (const call of ledger.calls.filter(({ body }) => isInScope(body.scope, envelope.body.header))) {
    const charterHash = ledger.charter?.hash ?? null;
    const signed = await parts.vault.release(ground, call.hash, envelope.hash, charterHash);
    if (signed.ok) return publish(parts, signed);
    failure = signed.error;
  }
  return err(failure);
};

/** One card that cannot be released keeps no other from being. */
const releaseOwn = async (parts: DutyParts, ledger: LoopLedger, me: PersonId): Promise<Done> => {
  let outcome: Done = done;
  for (const envelope of await owedReleases(parts, ledger, me)) {
    const released = await releaseOne(parts, ledger, envelope);
    if (!released.ok) outcome = released;
  }
  return outcome;
};

/**
 * What a laptop does by itself whenever the loop changed: it keeps the envelopes, receipts them, and releases its own
 * cards once a valid call covers them. Each step looks at what is already there, so doing it again changes nothing. What
 * one step cannot do is said and keeps the others from nothing; a laptop that is not in the roster signs nothing.
 */
export const createDuties = (parts: DutyParts): ((ledger: LoopLedger) => Promise<Done>) => {
  const kept = new Set<Hash>();
  const tried: TriedKeys = new Map();
  const keepNew = async (ledger: LoopLedger): Promise<Done> => {
    const fresh = ledger.cards.filter(({ hash }) => !kept.has(hash));
    const keeping = await keepEnvelopes(parts, fresh);
    if (keeping.ok) for (const { hash } of fresh) kept.add(hash);
    return keeping;
  };
  return async (ledger) => {
    const keeping = await keepNew(ledger);
    const { deviceId } = parts.vault.device;
    const me = ledger.roster === null ? null : personOfDevice(ledger.roster.body, deviceId);
    if (me === null) return keeping;
    // Signed without what this laptop itself signed before it was restored, a receipt would take that back.
    if (parts.sync.behind.get()) return keeping;
    const receipted = await signReceipt(parts, ledger, kept, tried);
    const released = await releaseOwn(parts, ledger, me.personId);
    const witnessed = await witnessGlass(parts, ledger, me.personId);
    const shown = await openSheets(parts, ledger);
    return [keeping, receipted, released, witnessed, shown].find((outcome) => !outcome.ok) ?? done;
  };
};

/** Puts back into the loop what this laptop's own store has of it, whatever became of the document meanwhile. */
export const bringBackEnvelopes = async ({
  store,
  sync,
  loopId,
}: Pick<DutyParts, "store" | "sync" | "loopId">): Promise<Done> => {
  const held = await store.envelopes.ofLoop(loopId);
  if (!held.ok) return err(held.error);
  for (const { value } of held.value.rows) sync.keepEntry(value.hash, entryToBytes(value.entry, windowText));
  return done;
};
