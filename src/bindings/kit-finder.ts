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
  /** `reading` until every kit that is listed now has been read. */
  readonly state: "reading" | "ready" | "failed";
  readonly kits: number;
  /** Kits that could not be read; they are not searched. */
  readonly unread: number;
  readonly choices: FindChoices;
}

/** The search over all kits of this laptop. It reads kits only while somebody subscribes, and keeps what it read. */
export interface KitFinder {
  readonly state: Live<FinderState>;
  readonly find: (asked: Asked) => FoundList;
}
