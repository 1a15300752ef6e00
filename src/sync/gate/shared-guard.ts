import * as Y from "yjs";
import type { DeviceId } from "../../domain/ids";
import { discussionName, isSharedText, slotNotesName } from "../loop-doc/names";
import { observeLoopDoc } from "../loop-doc/observe";
import { restoringUpdate } from "../loop-doc/restored-text";
import {
  coverageFrom,
  handOffFrom,
  isSameValue,
  kitPartFrom,
  noteWriterFrom,
  progressFrom,
} from "../loop-doc/values";
import type { SharedDamage } from "./shared-damage";

/** Damage that was undone, and over whose connection it came; null where it came over none. */
export interface UndoneDamage {
  readonly damage: SharedDamage;
  readonly deviceId: DeviceId | null;
}

export interface SharedGuardOptions {
  /** Whose message is being taken in. */
  readonly speaker: () => DeviceId | null;
  readonly onDamage: (undone: UndoneDamage) => void;
  /** Milliseconds that only go forward; tests pass their own. */
  readonly now?: () => number;
}

type GuardedMap = "handOffs" | "kitParts" | "coverage" | "progress" | "noteWriters";

interface MapRule {
  readonly damage: SharedDamage;
  /** True where the program only adds: any other value under a known key is damage. */
  readonly addsOnly: boolean;
  readonly isValue: (key: string, value: unknown) => boolean;
}

const mapRules: Readonly<Record<GuardedMap, MapRule>> = {
  handOffs: {
    damage: "handOffChanged",
    addsOnly: true,
    isValue: (key, value) => handOffFrom(key, value) !== null,
  },
  kitParts: {
    damage: "kitPartChanged",
    addsOnly: true,
    isValue: (key, value) => kitPartFrom(key, value) !== null,
  },
  coverage: {
    damage: "markDamaged",
    addsOnly: false,
    isValue: (key, value) => coverageFrom(key, value) !== null,
  },
  progress: {
    damage: "markDamaged",
    addsOnly: false,
    isValue: (key, value) => progressFrom(key, value) !== null,
  },
  noteWriters: {
    damage: "markDamaged",
    addsOnly: true,
    isValue: (key, value) => noteWriterFrom(key, value) !== null,
  },
};
const guardedMaps = Object.keys(mapRules) as GuardedMap[];

/** Two laptops that hold different values under one key would otherwise put back each other's for ever. */
const maxRestores = 3;

/** One map as it was last good. */
const guardMap = (doc: Y.Doc, name: GuardedMap) => {
  const { isValue, addsOnly } = mapRules[name];
  const map = doc.getMap<unknown>(name);
  const held = new Map<string, unknown>([...map].filter(([key, value]) => isValue(key, value)));
  const restores = new Map<string, number>();

  const isGood = (key: string, value: unknown): boolean =>
    isValue(key, value) && !(addsOnly && held.has(key) && !isSameValue(held.get(key), value));
  /** True where the key had to be put back. What never was a value is left out of every reading and stays. */
  return (key: string, local: boolean): boolean => {
    const value = map.get(key);
    if (local || isGood(key, value)) {
      if (isValue(key, value)) held.set(key, value);
      return false;
    }
    const times = restores.get(key) ?? 0;
    if (!held.has(key) || times >= maxRestores) return false;
    restores.set(key, times + 1);
    map.set(key, held.get(key));
    return true;
  };
};

/** Notes shorter than this may come and go. */
const worthKeeping = 40;
/** A note is emptied where less than a tenth of it is left. */
const emptiedShare = 0.1;
/** So many notes emptied over one connection within the window are damage: a person clears one at a time. */
const tooManyEmptied = 3;
const emptyingWindowMs = 60_000;

interface Touched {
  readonly before: string;
  readonly at: number;
}

/** The shared texts by their names, as they were before a connection began to change them. */
const guardNotes = (doc: Y.Doc, now: () => number) => {
  const texts = new Map<string, string>();
  const touched = new Map<DeviceId | null, Map<string, Touched>>();
  const read = (name: string): string => doc.getText(name).toString();
  for (const name of doc.share.keys()) if (isSharedText(name)) texts.set(name, read(name));

  const windowOf = (speaker: DeviceId | null): Map<string, Touched> => {
    const recent = new Map(
      [...(touched.get(speaker) ?? [])].filter(([, { at }]) => now() - at < emptyingWindowMs),
    );
    touched.set(speaker, recent);
    return recent;
  };
  const emptiedIn = (window: ReadonlyMap<string, Touched>): readonly (readonly [string, string])[] =>
    [...window].flatMap(([name, { before }]) =>
      before.length >= worthKeeping && read(name).length < before.length * emptiedShare
        ? [[name, before] as const]
        : [],
    );
  /** True where notes had to be written again. */
  return (names: readonly string[], local: boolean, speaker: DeviceId | null): boolean => {
    const window = windowOf(speaker);
    for (const name of names) {
      const before = texts.get(name) ?? "";
      texts.set(name, read(name));
      // The longest it was within the window: a note may be emptied letter by letter, or again after it was written anew.
      if (!local && before.length > (window.get(name)?.before.length ?? -1))
        window.set(name, { before, at: now() });
    }
    const emptied = local ? [] : emptiedIn(window);
    if (emptied.length < tooManyEmptied) return false;
    window.clear();
    for (const [name, before] of emptied) Y.applyUpdate(doc, restoringUpdate(doc, name, before));
    return true;
  };
};

/**
 * Undoes damage to what everybody may write. What stood before a message is the last good state; it is put back while
 * the message is taken in, so that what goes on to the others carries damage and repair together and nobody takes an
 * honest laptop that passed it on for the one that made it. A laptop that hears of the repair first sees no damage and
 * holds nothing against anybody. Not detected: one or two notes emptied, a note rewritten, marks set in another's name,
 * and values that never were any, which every reading leaves out. Returns the undo.
 */
export const guardShared = (doc: Y.Doc, options: SharedGuardOptions): (() => void) => {
  const maps = new Map(guardedMaps.map((name) => [name, guardMap(doc, name)]));
  const notes = guardNotes(doc, options.now ?? (() => performance.now()));
  // A repair is a transaction of its own and comes by here again: it finds everything in order.
  return observeLoopDoc(doc, ({ maps: changed, discussions, slotNotes, local }) => {
    const deviceId = options.speaker();
    const found: SharedDamage[] = [];
    for (const name of guardedMaps)
      for (const key of changed.get(name) ?? [])
        if (maps.get(name)?.(key, local)) found.push(mapRules[name].damage);
    const texts = [...[...discussions].map(discussionName), ...[...slotNotes].map(slotNotesName)];
    if (notes(texts, local, deviceId)) found.push("notesEmptied");
    for (const damage of found) options.onDamage({ damage, deviceId });
  });
};
