import type * as Y from "yjs";
import type { Hash } from "../../domain/ids";

/** An entry that somebody took out of the shared document, or wrote over. */
export interface VanishedEntry {
  readonly hash: string;
  /** False once it was put back so often that somebody must be undoing it. */
  readonly restored: boolean;
}

/** Keeps what was in the `entries` map: a key is written once. */
export interface EntryGuard {
  /** Bytes this laptop has verified and keeps in its own store; they win over what came first. */
  readonly keep: (hash: Hash, bytes: Uint8Array) => void;
  /**
   * The bytes under this hash turned out not to be what the hash says: they are no longer defended, so that the
   * right ones may take their place. Without effect on kept bytes.
   */
  readonly disown: (hash: string) => void;
  readonly close: () => void;
}

/** Two laptops that hold different bytes under one hash would otherwise put back each other's for ever. */
const maxRestores = 3;

const sameBytes = (one: unknown, other: Uint8Array): boolean =>
  one instanceof Uint8Array && one.length === other.length && one.every((value, at) => value === other[at]);

interface Held {
  readonly bytes: Uint8Array;
  /** `first`: the first to come. `kept`: verified. `disowned`: whatever comes in their place is taken. */
  readonly as: "first" | "kept" | "disowned";
  restores: number;
}

/** Watches `doc` and puts back, in a transaction of its own, every entry that is deleted or replaced. */
export const guardEntries = (doc: Y.Doc, onVanished: (entry: VanishedEntry) => void): EntryGuard => {
  const entries = doc.getMap("entries");
  const held = new Map<string, Held>();

  const remember = (hash: string): void => {
    const bytes = entries.get(hash);
    if (bytes instanceof Uint8Array) held.set(hash, { bytes, as: "first", restores: 0 });
  };
  const putBack = (hash: string, entry: Held): void => {
    const restored = entry.restores < maxRestores;
    if (restored) {
      entry.restores += 1;
      entries.set(hash, entry.bytes);
    }
    onVanished({ hash, restored });
  };
  const check = (hash: string): void => {
    const entry = held.get(hash);
    if (entry !== undefined && sameBytes(entries.get(hash), entry.bytes)) return;
    if (entry === undefined || entry.as === "disowned") remember(hash);
    else putBack(hash, entry);
  };
  const onChange = (event: Y.YMapEvent<unknown>): void => {
    for (const hash of event.keysChanged) check(hash);
  };

  for (const hash of entries.keys()) remember(hash);
  entries.observe(onChange);
  return {
    keep: (hash, bytes) => {
      held.set(hash, { bytes: bytes.slice(), as: "kept", restores: held.get(hash)?.restores ?? 0 });
      check(hash);
    },
    disown: (hash) => {
      const entry = held.get(hash);
      if (entry?.as === "first") held.set(hash, { ...entry, as: "disowned" });
    },
    close: () => entries.unobserve(onChange),
  };
};
