import type { Hash } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import { type Live, liveCell } from "../../domain/live";
import type { RefusedEntry } from "../../domain/loop/loop-view";
import { err, ok, type Result } from "../../domain/result";
import { authenticatedElsewhere } from "../../domain/sealing/authenticate";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import { bytesToEntry, entryToBytes } from "../../domain/sealing/wire";
import type { LoopDoc, StoredEntry } from "../../sync/loop-doc/loop-doc";
import type { Room } from "../../sync/room";
import type { LoopVault } from "./loop-vault";
import { windowText } from "./window-text";

/** The signed entries of one loop, each checked once. */
export interface EntryBook {
  readonly state: Live<EntryBookState>;
  /** An entry of this laptop as the book would have it, before it is put into the loop. */
  readonly check: (entry: SignedEntry) => Promise<Result<AuthenticEntry, { readonly type: string }>>;
  /** Puts checked entries into the loop in one change; they are in the book when the promise resolves. */
  readonly put: (...entries: readonly AuthenticEntry[]) => Promise<void>;
  /** Whether this entry was put into the loop through this book, and did not come from elsewhere. */
  readonly isPut: (hash: Hash) => boolean;
  /** Resolves when everything that was in the document at the call has been checked. */
  readonly whenRead: () => Promise<void>;
  readonly close: () => void;
}

export interface EntryBookState {
  readonly entries: readonly AuthenticEntry[];
  /** Entries that are no authentic entries at all; what an authentic one may not say, the ledger refuses. */
  readonly refused: readonly RefusedEntry[];
}

interface Refused extends RefusedEntry {
  readonly type: "refused";
}

type Checked = Result<AuthenticEntry, Refused>;

/** What was found under a hash; authentic bytes are final, others may still be replaced by the right ones. */
interface Known {
  readonly bytes: Uint8Array;
  readonly checked: Checked;
}

interface Claimed {
  readonly hash: string;
  readonly entry: SignedEntry;
}

/** The window passes entries to main in portions it takes; a loop's whole day has a few hundred. */
const portion = 500;

const refusal = (hash: string, kind: string, reason: string): Refused => ({
  type: "refused",
  hash,
  kind,
  deviceId: null,
  reason,
  card: null,
});

const readBytes = ({ hash, bytes }: StoredEntry): Result<Claimed, Refused> => {
  const entry = bytesToEntry(bytes, windowText);
  return entry.ok ? ok({ hash, entry: entry.value }) : err(refusal(hash, "unknown", entry.error.type));
};

/** Main says who signed; an entry that stands under another hash than its own is refused all the same. */
const checkClaims = async (vault: LoopVault, claims: readonly Claimed[]): Promise<readonly Checked[]> => {
  const answers = claims.length === 0 ? [] : await vault.authenticate(claims.map(({ entry }) => entry));
  return claims.map(({ hash, entry }, index): Checked => {
    const answer = answers[index];
    if (answer === undefined) throw new Error("main answered fewer entries than it was asked about");
    if (!answer.ok) return err(refusal(hash, entry.kind, answer.error.type));
    if (answer.value.hash !== hash) return err(refusal(hash, entry.kind, "otherHash"));
    return ok(authenticatedElsewhere(entry, answer.value));
  });
};

/** Checks entries as they stand in the document, in their order. */
const checkStored = async (vault: LoopVault, stored: readonly StoredEntry[]): Promise<readonly Checked[]> => {
  const read = stored.map(readBytes);
  const claims = read.flatMap((claim) => (claim.ok ? [claim.value] : []));
  const checked = [...(await checkClaims(vault, claims))];
  return read.map((claim) => (claim.ok ? (checked.shift() as Checked) : claim));
};

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** Who defends what was found good in the document, and stops defending what was not. */
export type EntryGuard = Pick<Room, "keepEntry" | "disownEntry">;

/** Reads the entries of a document as they come, whoever brings them, and tells the guard which to defend. */
export const openEntryBook = (doc: LoopDoc, vault: LoopVault, guard: EntryGuard): EntryBook => {
  const known = new Map<string, Known>();
  const putHere = new Set<Hash>();
  const state = liveCell<EntryBookState>({ entries: [], refused: [] });

  const isNew = ({ hash, bytes }: StoredEntry): boolean => {
    const before = known.get(hash);
    return before === undefined || (!before.checked.ok && !sameBytes(before.bytes, bytes));
  };
  const show = (): void => {
    const all = [...known.values()].map(({ checked }) => checked);
    state.set({
      entries: all.flatMap((checked) => (checked.ok ? [checked.value] : [])),
      refused: all.flatMap((checked) => (checked.ok ? [] : [checked.error])),
    });
  };
  const note = ({ hash, bytes }: StoredEntry, checked: Checked): void => {
    known.set(hash, { bytes, checked });
    if (checked.ok) guard.keepEntry(checked.value.hash, bytes);
    else guard.disownEntry(hash);
  };
  const readNew = async (): Promise<void> => {
    const fresh = doc.entries().filter(isNew);
    for (let at = 0; at < fresh.length; at += portion) {
      const some = fresh.slice(at, at + portion);
      const checked = await checkStored(vault, some);
      for (const [index, stored] of some.entries()) note(stored, checked[index] as Checked);
    }
    if (fresh.length > 0) show();
  };
  // One after the other, so that no entry is checked twice and the book only ever grows.
  const read = oneOf(inTurn(), readNew);
  const undo = doc.observe(({ maps }) => {
    if (maps.has("entries")) void read();
  });
  void read();

  return {
    state,
    check: async (entry) => {
      const [answer] = await vault.authenticate([entry]);
      if (answer === undefined || !answer.ok) return err(answer?.error ?? { type: "notAuthenticated" });
      return ok(authenticatedElsewhere(entry, answer.value));
    },
    put: async (...entries) => {
      const stored = entries.map(({ hash, entry }) => ({ hash, bytes: entryToBytes(entry, windowText) }));
      for (const { hash } of stored) putHere.add(hash);
      doc.putEntries(stored);
      // Where somebody took the hash first, what this laptop found good wins.
      for (const { hash, bytes } of stored) guard.keepEntry(hash, bytes);
      await read();
    },
    isPut: (hash) => putHere.has(hash),
    whenRead: read,
    close: undo,
  };
};
