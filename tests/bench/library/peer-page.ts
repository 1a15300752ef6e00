import { type FindEntry, findEntries } from "../../../src/domain/kit/find/find-entry";
import { kitAt } from "./many-kits";

/** As many as our search shows. */
export const mostShown = 60;

/** What can be found in these kits, as our search takes it in: one document each. */
export interface PeerEntry {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly signs: string;
}

const toPeer = ({ key, title, text, indicators }: FindEntry): PeerEntry => ({
  key,
  title,
  text,
  signs: indicators.join(" "),
});

const portion = 40;

/** The documents of the kits, some at a time. */
export function* peerEntries(kits: number): Generator<readonly PeerEntry[]> {
  for (let first = 0; first < kits; first += portion) {
    const some = Array.from({ length: Math.min(portion, kits - first) }, (_, at) => kitAt(first + at));
    yield some.flatMap(findEntries).map(toPeer);
  }
}

/** Every typed word has to stand in one of the fields, in whatever case; what is misspelt neither peer finds. */
export const wordPatterns = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== "");

declare global {
  interface Window {
    peer: {
      readonly fill: (kits: number) => Promise<void>;
      /** Milliseconds from asking until the documents are there. */
      readonly find: (text: string) => Promise<number>;
    };
  }
}
