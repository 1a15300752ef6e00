import type { Hash, KitId } from "../domain/ids";
import type { Kit } from "../domain/kit/kit";
import type { Live, Loadable } from "../domain/live";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** One row of the library. */
export interface KitSummary {
  readonly id: KitId;
  readonly title: string;
  readonly author: string;
  readonly version: number;
  readonly levels: readonly string[];
  readonly questions: number;
  /** How much of it is worth another look; null where an earlier program wrote its row: it is counted when the kit changes. */
  readonly findings: number | null;
  /** Another one whenever the kit says something else; absent or null where that was not kept yet. */
  readonly stamp?: string | null;
  readonly updatedAt: string;
}

/** A version of a kit that was published. */
export interface KitVersion {
  /** Counts from 1. */
  readonly version: number;
  readonly kitRoot: Hash;
  /** What changed, in the words of whoever published it; may be empty. */
  readonly note: string;
  readonly publishedAt: string;
}

export interface KitService {
  readonly list: Live<Loadable<readonly KitSummary[]>>;
  /** The kits whose draft says something else than their newest version. */
  readonly drafts: Live<Loadable<readonly KitId[]>>;
  /** The kit as it is being edited: its draft, or its newest version where there is none. */
  readonly open: (id: KitId) => Live<Loadable<Kit>>;
  /** The same, read once as it is stored now; nothing of it is kept. */
  readonly read: (id: KitId) => Promise<Result<Kit, Failure>>;
  /** The newest published version, with which a loop begins. */
  readonly openPublished: (id: KitId) => Live<Loadable<Kit>>;
  /** Changes the draft as it is stored now; `act` gets that and may refuse. Answers the kit as it is then. */
  readonly edit: (id: KitId, act: (kit: Kit) => Result<Kit, Failure>) => Promise<Result<Kit, Failure>>;
  /** Makes the draft the next version; refused as `nothingToPublish` where it says what the newest one says. */
  readonly publish: (id: KitId, note: string) => Promise<Result<KitVersion, Failure>>;
  /** Oldest first; empty while the kit was never changed since it was added. */
  readonly versions: (id: KitId) => Promise<Result<readonly KitVersion[], Failure>>;
  /** The kit as one of its versions has it. */
  readonly version: (kitRoot: Hash) => Promise<Result<Kit, Failure>>;
  /** Adds the kit to the library as its version 1. */
  readonly add: (kit: Kit) => Promise<Result<KitId, Failure>>;
  /** Adds items to the kit's draft as it is stored now; `act` changes and removes none. Answers the kit as it is then. */
  readonly grow: (id: KitId, act: (kit: Kit) => Kit) => Promise<Result<Kit, Failure>>;
  /** Puts the kit in the place of the one in the library that has its id, as its next version; loops keep the one they began with. */
  readonly replace: (kit: Kit) => Promise<Result<KitId, Failure>>;
}
