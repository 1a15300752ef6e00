import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure } from "../../bindings/services";
import type { Hash, LoopId } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import type { EntryKind, SignedEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import { passagesOf } from "../../domain/sealing/passages";
import { expectedOnly } from "../../shell/bridge-shell";
import type { EntryBook } from "./entry-book";
import type { LoopVault } from "./loop-vault";

export interface GenerationParts {
  readonly loopId: LoopId;
  readonly charterHash: Hash;
  readonly vault: Pick<LoopVault, "followGenerations">;
  readonly lan: Pick<Bridge["lan"], "offerPassages">;
  readonly book: Pick<EntryBook, "state">;
  readonly ledger: () => LoopLedger;
  /** True where this very laptop was removed. */
  readonly isRemoved: () => boolean;
  /** Why this laptop cannot follow, or null where it did. */
  readonly onFollowed: (failure: Failure | null) => void;
  /** The room is elsewhere by now. */
  readonly onMoved: () => void;
  /** This laptop has no room any more. */
  readonly onRemoved: () => Promise<void>;
}

/** Keeps this laptop's secrets in step with the loop's generations, and offers the way to whoever comes back from an older one. */
export interface GenerationKeeper {
  /** Resolves when nothing is being followed any more. */
  readonly close: () => Promise<void>;
}

/** What generations are proved by. */
const proving: ReadonlySet<EntryKind> = new Set(["charter", "roster", "takeover", "generation"]);

const proofIn = ({ state }: GenerationParts["book"]): readonly SignedEntry[] =>
  state
    .get()
    .entries.filter(({ kind }) => proving.has(kind))
    .map(({ entry }) => entry);

/** Tells main the passages, once for each change. */
const passageOffers = ({ lan, loopId, ledger }: GenerationParts): (() => Promise<void>) => {
  let offered: string | null = null;
  return async () => {
    const passages = passagesOf(ledger()).map(({ from, entries }) => ({ from, entries: [...entries] }));
    const names = passages.map(({ entries }) => entries.at(-1)?.signature).join();
    if (names === offered) return;
    expectedOnly(await lan.offerPassages({ loopId, passages }));
    offered = names;
  };
};

export const keepGeneration = (parts: GenerationParts): GenerationKeeper => {
  const turns = inTurn();
  const offer = passageOffers(parts);
  let followed: Hash | null = null;
  let gone = false;

  const follow = async (): Promise<void> => {
    const newest = parts.ledger().generation?.hash ?? null;
    if (newest === followed) return;
    const answer = await parts.vault.followGenerations(parts.loopId, proofIn(parts.book), parts.charterHash);
    parts.onFollowed(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    followed = newest;
    if (answer.value.moved) parts.onMoved();
  };
  /** A removed laptop with a secret from after its removal was let in again; the roster that says so is still to come. */
  const isLetInAgain = async (): Promise<boolean> => {
    const held = await parts.vault.followGenerations(parts.loopId, proofIn(parts.book), parts.charterHash);
    return held.ok && held.value.generation >= (parts.ledger().roster?.body.generation ?? 0);
  };
  const leave = async (): Promise<void> => {
    if (gone || (await isLetInAgain())) return;
    gone = true;
    await parts.onRemoved();
  };
  const keep = async (): Promise<void> => {
    if (parts.isRemoved()) return leave();
    gone = false;
    await follow();
    await offer();
  };
  const keepOnce = oneOf(turns, keep);
  const undo = parts.book.state.subscribe(() => void keepOnce());
  void keepOnce();
  return {
    close: async () => {
      undo();
      await turns.idle();
    },
  };
};
