import { type Live, liveCell } from "../../domain/live";
import type { RefusedEntry } from "../../domain/loop/loop-view";
import { err, ok, type Result } from "../../domain/result";
import { authenticatedElsewhere } from "../../domain/sealing/authenticate";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import { bytesToEntry, entryToBytes } from "../../domain/sealing/wire";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import type { LoopVault } from "./loop-vault";
import { windowText } from "./window-text";

/** The signed entries of one loop, each checked once. */
export interface EntryBook {
  readonly state: Live<EntryBookState>;
  /** Puts an entry of this laptop into the loop; it is in the book when the promise resolves. */
  readonly publish: (entry: SignedEntry) => Promise<Result<AuthenticEntry, { readonly type: string }>>;
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

interface Claimed {
  readonly hash: string;
  readonly entry: SignedEntry;
}

const refusal = (hash: string, kind: string, reason: string): Refused => ({
  type: "refused",
  hash,
  kind,
  deviceId: null,
  reason,
});

const readBytes = (hash: string, bytes: Uint8Array): Result<Claimed, Refused> => {
  const entry = bytesToEntry(bytes, windowText);
  return entry.ok ? ok({ hash, entry: entry.value }) : err(refusal(hash, "unknown", entry.error.type));
};

/** Main says who signed; an entry that stands under another hash than its own is refused all the same. */
const checkClaims = async (vault: LoopVault, claims: readonly Claimed[]): Promise<readonly Checked[]> => {
  const answers = await vault.authenticate(claims.map(({ entry }) => entry));
  return claims.map(({ hash, entry }, index): Checked => {
    const answer = answers[index];
    if (answer === undefined) throw new Error("main answered fewer entries than it was asked about");
    if (!answer.ok) return err(refusal(hash, entry.kind, answer.error.type));
    if (answer.value.hash !== hash) return err(refusal(hash, entry.kind, "otherHash"));
    return ok(authenticatedElsewhere(entry, answer.value));
  });
};

/** Reads the entries of a document as they come, whoever brings them. */
export const openEntryBook = (doc: LoopDoc, vault: LoopVault): EntryBook => {
  const known = new Map<string, Checked>();
  const state = liveCell<EntryBookState>({ entries: [], refused: [] });
  let reading: Promise<void> = Promise.resolve();

  const show = (): void => {
    const all = [...known.values()];
    state.set({
      entries: all.flatMap((checked) => (checked.ok ? [checked.value] : [])),
      refused: all.flatMap((checked) => (checked.ok ? [] : [checked.error])),
    });
  };
  const readNew = async (): Promise<void> => {
    const fresh = doc.entries().filter(({ hash }) => !known.has(hash));
    if (fresh.length === 0) return;
    const read = fresh.map(({ hash, bytes }) => readBytes(hash, bytes));
    const claims = read.flatMap((claim) => (claim.ok ? [claim.value] : []));
    const checked = await checkClaims(vault, claims);
    for (const [index, claim] of claims.entries()) known.set(claim.hash, checked[index] as Checked);
    for (const claim of read) if (!claim.ok) known.set(claim.error.hash, claim);
    show();
  };
  // One after the other, so that no entry is checked twice and the book only ever grows.
  const read = (): Promise<void> => {
    reading = reading.then(readNew);
    return reading;
  };
  const undo = doc.observe(({ maps }) => {
    if (maps.has("entries")) void read();
  });
  void read();

  return {
    state,
    publish: async (entry) => {
      const [answer] = await vault.authenticate([entry]);
      if (answer === undefined || !answer.ok) return err(answer?.error ?? { type: "notAuthenticated" });
      doc.putEntries([{ hash: answer.value.hash, bytes: entryToBytes(entry, windowText) }]);
      await read();
      return ok(authenticatedElsewhere(entry, answer.value));
    },
    whenRead: read,
    close: undo,
  };
};
