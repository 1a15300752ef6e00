import type { Failure } from "../../bindings/services";
import { type DeviceId, type Hash, hashSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { LoopView } from "../../domain/loop/loop-view";
import { buildRecord } from "../../domain/record/build-record";
import { closingOf, closingSince, groundOfRecord, type RecordClosing } from "../../domain/record/closing";
import { entriesOfNextClosing } from "../../domain/record/next-closing";
import { asVersion2 } from "../../domain/record/older-record";
import type { LoopRecord } from "../../domain/record/record";
import { recordText } from "../../domain/record/record-text";
import { err, ok, type Result } from "../../domain/result";
import { canonicalJson } from "../../domain/sealing/canonical-json";
import type { TriedCards } from "../../domain/sealing/card-states";
import { debriefSince } from "../../domain/sealing/debrief-entries";
import { type AuthenticEntry, protocolVersion, type SignedEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { ledgerToView } from "../../domain/sealing/ledger-view";
import type { Store } from "../../store/open-store";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import { hashOfText } from "../hash";
import { openKit } from "./frozen-kit";

export interface RecordWithHash {
  readonly record: LoopRecord;
  readonly hash: Hash;
}

export interface RecordParts {
  readonly store: Store;
  readonly doc: LoopDoc;
  readonly view: () => LoopView;
  readonly ledger: () => LoopLedger;
  readonly deviceId: DeviceId;
  /** Every authentic entry this laptop holds. */
  readonly entries: () => readonly AuthenticEntry[];
  readonly ledgerOf: (entries: readonly AuthenticEntry[]) => LoopLedger;
  readonly opened: () => TriedCards;
  readonly close: (closing: RecordClosing) => Promise<Result<void, Failure>>;
}

/** Everything the panel may have talked about. */
const discussionItems = (kit: Kit): readonly string[] => [
  ...kit.competencies.map(({ id }) => id),
  ...kit.attitudes.map(({ id }) => id),
  ...kit.exercises.map(({ id }) => id),
  "overall",
];

/**
 * The entries that go with the record. They are fewer than what it was made from: receipts, logs, and what was signed of
 * generations, a person's own laptops, chosen versions and escrow stay in the loop.
 */
const entriesOf = (ledger: LoopLedger): readonly SignedEntry[] => {
  const { charter, rosters, takeovers, plans, cards, calls, releases, decisions } = ledger;
  const { comments, resolutions, secondRatings, levelReadings, countersignatures, reopenings, typists } =
    ledger;
  // Records of older loops have none, on laptops with an older program too.
  const accepted = (charter?.body.protocol ?? protocolVersion) >= debriefSince ? ledger.acceptances : [];
  const talk = [comments, resolutions, secondRatings, levelReadings, countersignatures, reopenings, typists];
  const first = charter === null ? [] : [charter];
  return [first, rosters, takeovers, plans, cards, calls, releases, decisions, accepted, ...talk]
    .flat()
    .map(({ entry }) => entry);
};

/** The fullest record this laptop has closed of the decision that counts now, or null. */
const closedRecord = async (
  store: Store,
  view: LoopView,
): Promise<Result<RecordWithHash | null, Failure>> => {
  if (view.decision === null) return ok(null);
  const kept = await store.records.ofLoop(view.loopId);
  if (!kept.ok) return err({ ...kept.error });
  const decision = canonicalJson(view.decision.decision);
  const [fullest] = kept.value.rows
    .map(({ value: { record, hash } }) => ({ record, hash }))
    .filter(({ record }) => record.decision !== null && canonicalJson(record.decision) === decision)
    .sort((one, other) => other.record.cards.length - one.record.cards.length);
  return ok(fullest ?? null);
};

/** What was said and written together, which no entry has. */
type Said = Pick<LoopRecord, "discussion" | "sharedNotes">;

/** The protocol that knows a slot's shared notes, in the document and in a closing. */
const sharedNotesSince = 3;

export const knowsSharedNotes = ({ charter }: Pick<LoopLedger, "charter">): boolean =>
  (charter?.body.protocol ?? protocolVersion) >= sharedNotesSince;

const writtenTogether = ({ doc, ledger }: RecordParts): Pick<LoopRecord, "sharedNotes"> => {
  if (!knowsSharedNotes(ledger())) return {};
  const notes = doc.slotsWithNotes().map((slotId) => ({ slotId, lines: [...doc.slotNotes(slotId)] }));
  return notes.length === 0 ? {} : { sharedNotes: notes };
};

const saidNow = (parts: RecordParts, { kit }: LoopView): Said => ({
  discussion: (kit === null ? [] : discussionItems(kit))
    .map((item) => ({ item, text: parts.doc.discussion(item) }))
    .filter(({ text }) => text !== ""),
  ...writtenTogether(parts),
});

const saidIn = ({ discussion, sharedNotes }: Said): Said =>
  sharedNotes === undefined ? { discussion } : { discussion, sharedNotes };

/** As everybody may read it: the record of a loop is the same on every laptop. */
const recordFrom = (view: LoopView, ledger: LoopLedger, said: Said): ReturnType<typeof buildRecord> =>
  buildRecord(
    { ...view, kit: view.kit === null ? null : openKit(view.kit) },
    {
      protocol: ledger.charter?.body.protocol ?? protocolVersion,
      ...said,
      entries: entriesOf(ledger),
    },
  );

const withHash = async (record: LoopRecord): Promise<RecordWithHash> => ({
  record,
  hash: hashSchema.parse(await hashOfText(recordText(record))),
});

const keep = async (store: Store, made: RecordWithHash): Promise<Result<RecordWithHash, Failure>> => {
  const kept = await store.records.keep(made);
  return kept.ok ? ok(made) : err({ ...kept.error });
};

const namedBy = (parts: RecordParts, hashes: readonly Hash[]): readonly AuthenticEntry[] => {
  const named = new Set(hashes);
  return parts.entries().filter(({ hash }) => named.has(hash));
};

/**
 * The record made of these entries and nothing else, as any laptop that holds them makes it: cards whose keys are not among
 * them stay closed in it, also where this laptop could open them.
 */
const recordOfEntries = async (
  parts: RecordParts,
  hashes: readonly Hash[],
  said: Said,
): Promise<Result<RecordWithHash, Failure>> => {
  const entries = namedBy(parts, hashes);
  if (entries.length < new Set(hashes).size) return err({ type: "recordArriving" });
  const ledger = parts.ledgerOf(entries);
  const released = new Set(ledger.releases.map(({ body }) => body.envelopeHash));
  const opened = new Map([...parts.opened()].filter(([hash]) => released.has(hash)));
  const view = { ...parts.view(), ...ledgerToView(ledger, parts.deviceId, opened, []) };
  const record = recordFrom(view, ledger, said);
  return record.ok ? ok(await withHash(record.value)) : err({ ...record.error });
};

/** The record with this hash among those this laptop keeps, or null; what a row says of its hash is not believed. */
const keptAs = async (
  { store, view }: RecordParts,
  hash: Hash,
): Promise<Result<RecordWithHash | null, Failure>> => {
  const kept = await store.records.ofLoop(view().loopId);
  if (!kept.ok) return err({ ...kept.error });
  const row = kept.value.rows.find(({ value }) => value.hash === hash);
  if (row === undefined) return ok(null);
  const made = await withHash(row.value.record);
  return ok(made.hash === hash ? made : null);
};

/** As this program makes it, or as programs did that knew less of the same protocol; null where none of them is what was signed. */
const asSigned = async (made: RecordWithHash, hash: Hash): Promise<RecordWithHash | null> => {
  if (made.hash === hash) return made;
  if (made.record.formatVersion !== 3) return null;
  const older = await withHash(asVersion2(made.record));
  return older.hash === hash ? older : null;
};

/**
 * The record that the authority closed: as this laptop keeps it, or made again. What this laptop makes of it counts only where it is
 * the same to the byte.
 */
const asClosed = async (
  parts: RecordParts,
  closing: RecordClosing,
): Promise<Result<RecordWithHash, Failure>> => {
  const kept = await keptAs(parts, closing.recordHash);
  if (!kept.ok) return kept;
  if (kept.value !== null) return ok(kept.value);
  const made = await recordOfEntries(parts, closing.entries, saidIn(closing));
  if (!made.ok) return made;
  const signed = await asSigned(made.value, closing.recordHash);
  return signed === null ? err({ type: "recordDiffers" }) : keep(parts.store, signed);
};

/**
 * The authority closes the record, and closes it again when countersignatures or the keys of cards came late. What was closed before
 * stays in it, so that a record only grows: two laptops of the authority that lack something of each other's would
 * otherwise close it in turn for ever.
 */
const closeNow = async (
  parts: RecordParts,
  decisionHash: Hash,
  before: RecordClosing | null,
): Promise<Result<RecordWithHash, Failure>> => {
  const said = before === null ? saidNow(parts, parts.view()) : saidIn(before);
  const entries = entriesOfNextClosing({
    before: before?.entries ?? [],
    ground: groundOfRecord(parts.ledger(), parts.entries()),
    late: before === null ? [] : lateEntries(parts.ledger(), before),
    ledgerOf: (hashes) => parts.ledgerOf(namedBy(parts, hashes)),
  });
  const made = await recordOfEntries(parts, entries, said);
  if (!made.ok) return made;
  const recordHash = made.value.hash;
  const closed = await parts.close({
    type: "recordClosed",
    decisionHash,
    recordHash,
    entries: [...entries],
    ...said,
  });
  return closed.ok ? keep(parts.store, made.value) : closed;
};

/** Keys and people's first countersignatures that came after the record was closed. */
const lateEntries = (ledger: LoopLedger, { entries, decisionHash }: RecordClosing): readonly Hash[] => {
  const named = new Set(entries);
  const under = ledger.countersignatures.filter(({ body }) => body.decisionHash === decisionHash);
  // Whoever signs twice has said nothing new, and would have the record closed again each time.
  const heard = new Set(under.filter(({ hash }) => named.has(hash)).map(({ body }) => body.personId));
  const unheard = under.filter(({ body }) => !heard.has(body.personId));
  return [...ledger.releases, ...unheard].map(({ hash }) => hash).filter((hash) => !named.has(hash));
};

/**
 * What this laptop still has to do about the closed record though nobody looks at it, as a text that changes with it: close
 * it again as the authority with what came late, or keep what the authority closed. Null where nothing is due; a
 * record is first closed by whoever looks at it. `kept` is the hash of the record this laptop keeps.
 */
export const recordDue = (parts: Pick<RecordParts, "view" | "ledger">, kept: Hash | null): string | null => {
  const { decision, authority } = parts.view();
  const closing = decision === null ? null : closingOf(parts.ledger(), decision.hash);
  if (closing === null) return null;
  const late = authority.mine === "acts" ? lateEntries(parts.ledger(), closing) : [];
  if (late.length > 0) return late.join();
  return closing.recordHash === kept ? null : closing.recordHash;
};

const decided = async (
  parts: RecordParts,
  decision: NonNullable<LoopView["decision"]>,
): Promise<Result<RecordWithHash, Failure>> => {
  const closing = closingOf(parts.ledger(), decision.hash);
  const mayClose = parts.view().authority.mine === "acts";
  if (mayClose && (closing === null || lateEntries(parts.ledger(), closing).length > 0))
    return closeNow(parts, decision.hash, closing);
  return closing === null ? err({ type: "notClosedYet" }) : asClosed(parts, closing);
};

/** Before protocol 2 nobody signs the closing: every laptop keeps the fullest record of the decision with what was said first. */
const decidedUnsigned = async (parts: RecordParts): Promise<Result<RecordWithHash, Failure>> => {
  const { store } = parts;
  const view = parts.view();
  const closed = await closedRecord(store, view);
  if (!closed.ok) return closed;
  const said = closed.value === null ? saidNow(parts, view) : saidIn(closed.value.record);
  const record = recordFrom(view, parts.ledger(), said);
  if (closed.value !== null && (!record.ok || record.value.cards.length <= closed.value.record.cards.length))
    return ok(closed.value);
  return record.ok ? keep(store, await withHash(record.value)) : err({ ...record.error });
};

/**
 * The record of the loop: as it stands where it is only revealed. Where it is decided, the authority's closing counts: its
 * hash is signed, and every other laptop makes the same record of the same entries or says that it is not closed yet.
 */
export const recordOfLoop = async (parts: RecordParts): Promise<Result<RecordWithHash, Failure>> => {
  const view = parts.view();
  const ledger = parts.ledger();
  if (view.decision === null) {
    const record = recordFrom(view, ledger, saidNow(parts, view));
    return record.ok ? ok(await withHash(record.value)) : err({ ...record.error });
  }
  const isSigned = (ledger.charter?.body.protocol ?? protocolVersion) >= closingSince;
  return isSigned ? decided(parts, view.decision) : decidedUnsigned(parts);
};
