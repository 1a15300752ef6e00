import type { IdService } from "../../bindings/services";
import { type Hash, type LoopId, timestampSchema } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
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

type Done = Result<void, { readonly type: string }>;
const done = ok(undefined);

const isMine = (vault: LoopVault, entry: { readonly deviceId: string }): boolean =>
  entry.deviceId === vault.device.deviceId;

/** Every envelope that counts goes into this laptop's own store and is put back into the loop should it vanish. */
const keepEnvelopes = async ({ store, sync, loopId }: DutyParts, ledger: LoopLedger): Promise<Done> => {
  for (const { hash, entry } of ledger.cards) sync.keepEntry(hash, entryToBytes(entry, windowText));
  return store.envelopes.keep(
    loopId,
    ledger.cards.map(({ hash, entry }) => ({ hash, entry })),
  );
};

/** What this laptop's newest receipt says it holds. */
const saidToHold = ({ vault }: DutyParts, ledger: LoopLedger): readonly Hash[] =>
  newestReceipts(ledger).find((receipt) => isMine(vault, receipt))?.body.envelopes ?? [];

/** Says, signed, what this laptop holds durably now; says nothing where the last receipt still holds. */
const signReceipt = async (parts: DutyParts, ledger: LoopLedger): Promise<Done> => {
  const { vault, book, ids, loopId } = parts;
  const held = ledger.cards.map(({ hash }) => hash).sort();
  const said = [...saidToHold(parts, ledger)].sort();
  if (said.join() === held.join()) return done;
  const signed = await vault.sign("receipt", {
    v: 1,
    loopId,
    deviceId: vault.device.deviceId,
    at: timestampSchema.parse(ids.now()),
    counter: nextReceiptCounter(ledger, vault.device.deviceId),
    envelopes: held,
  });
  if (!signed.ok) return err(signed.error);
  const published = await book.publish(signed.value);
  return published.ok ? done : published;
};

interface OwedRelease {
  readonly callHash: Hash;
  readonly envelopeHash: Hash;
}

/** This laptop's envelopes that a call covers and that it has not released yet. */
const owedReleases = ({ vault }: DutyParts, ledger: LoopLedger): readonly OwedRelease[] => {
  const [call] = ledger.calls;
  if (call === undefined) return [];
  const released = new Set(ledger.releases.map(({ body }) => body.envelopeHash));
  return ledger.cards
    .filter((card) => isMine(vault, card) && !released.has(card.hash))
    .map(({ hash }) => ({ callHash: call.hash, envelopeHash: hash }));
};

const releaseOwn = async (parts: DutyParts, ledger: LoopLedger): Promise<Done> => {
  const entries = parts.book.state.get().entries.map(({ entry }) => entry);
  for (const { callHash, envelopeHash } of owedReleases(parts, ledger)) {
    const signed = await parts.vault.release(entries, callHash, envelopeHash, ledger.charter?.hash ?? null);
    if (!signed.ok) return err(signed.error);
    const published = await parts.book.publish(signed.value);
    if (!published.ok) return published;
  }
  return done;
};

/**
 * What a laptop does by itself whenever the loop changed: it keeps the envelopes, receipts them, and releases its own
 * cards once a valid call covers them. Each step looks at what is already there, so doing it again changes nothing.
 */
export const doDuties = async (parts: DutyParts, ledger: LoopLedger): Promise<Done> => {
  const kept = await keepEnvelopes(parts, ledger);
  if (!kept.ok) return kept;
  const receipted = await signReceipt(parts, ledger);
  return receipted.ok ? releaseOwn(parts, ledger) : receipted;
};
