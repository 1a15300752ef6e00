import type { FindEntry, FindKind } from "../domain/kit/find/find-entry";
import type { Live } from "../domain/live";

/** What is looked for. An empty text finds everything that passes the filters; null filters nothing. */
export interface Asked {
  readonly text: string;
  readonly kind: FindKind | null;
  readonly level: string | null;
  readonly discipline: string | null;
  readonly round: string | null;
}

/** Something that was found, with the words of the kits that matched: typed "negotation", found "negotiation". */
export interface Found {
  readonly entry: FindEntry;
  readonly words: readonly string[];
}

export interface FoundList {
  /** The best matches first, at most as many as a person reads. */
  readonly shown: readonly Found[];
  readonly count: number;
}

/** The names that occur in the kits, to filter by. */
export interface FindChoices {
  readonly levels: readonly string[];
  readonly disciplines: readonly string[];
  readonly rounds: readonly string[];
}

export interface FinderState {
  /**
   * `reading` until every kit that is listed now has been read; `stopped` where a person ended that; `failed` where the list
   * or the index could not be read or written.
   */
  readonly state: "reading" | "stopped" | "ready" | "failed";
  /** How many kits there are, and how many of them are read as they are now. */
  readonly kits: number;
  readonly read: number;
  /** Kits that could not be read; they are not searched. */
  readonly unread: number;
  readonly choices: FindChoices;
  /** Another number whenever the same question may find something else. */
  readonly revision: number;
}

/** The search over all kits of this laptop. It reads kits only while somebody subscribes, and keeps what it read. */
export interface KitFinder {
  readonly state: Live<FinderState>;
  /** Null where a newer question came before this one was answered. Where the index fails nothing is found, and `state` says so. */
  readonly find: (asked: Asked) => Promise<FoundList | null>;
  /** Stops reading; what was read is found. */
  readonly stop: () => void;
  /** Reads on after a stop. */
  readonly readOn: () => void;
}
