/** A place in a value: keys of objects, and in lists the keys of their items. */
export type ValuePath = readonly string[];

/** What to do where both sides changed the same text: stop there, or take one side. */
export type Preference = "neither" | "mine" | "theirs";

export interface MergedValue {
  readonly value: unknown;
  /** Places that both sides changed, each to something else. */
  readonly conflicts: readonly ValuePath[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True where two JSON values say the same. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
};

/** By which field the items of a list are known again. */
const keyFields = ["id", "levelId", "section", "label"] as const;

const keyOf = (item: unknown): string | null => {
  if (!isFields(item)) return null;
  const field = keyFields.find((known) => typeof item[known] === "string");
  return field === undefined ? null : String(item[field]);
};

type Keyed = ReadonlyMap<string, unknown>;

/** The items by their keys; null where they have none or share one, so that the list can only be taken whole. */
const keyedItems = (value: unknown): Keyed | null => {
  if (!Array.isArray(value)) return null;
  const keyed = new Map<string, unknown>();
  for (const item of value) {
    const key = keyOf(item);
    if (key === null || keyed.has(key)) return null;
    keyed.set(key, item);
  }
  return keyed;
};

const isReordered = (base: Keyed, other: Keyed): boolean => {
  const common = [...base.keys()].filter((key) => other.has(key));
  return !isSame(
    common,
    [...other.keys()].filter((key) => base.has(key)),
  );
};

/** The first keys with those of the second that they lack, each behind what it stands behind there. */
const woven = (first: readonly string[], second: readonly string[]): readonly string[] => {
  const keys = [...first];
  second.forEach((key, index) => {
    if (keys.includes(key)) return;
    const behind = second.slice(0, index).findLast((known) => keys.includes(known));
    keys.splice(behind === undefined ? 0 : keys.indexOf(behind) + 1, 0, key);
  });
  return keys;
};

interface Sides<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

/** Stands for what is not there: JSON has no such value. */
const absent = undefined;

const mergeEach = (
  keys: readonly string[],
  at: (key: string) => Sides<unknown>,
  path: ValuePath,
  preference: Preference,
) => {
  const conflicts: ValuePath[] = [];
  const merged = keys.map((key) => {
    const one = mergeValues(at(key), path.concat(key), preference);
    conflicts.push(...one.conflicts);
    return [key, one.value] as const;
  });
  return { entries: merged.filter(([, value]) => value !== absent), conflicts };
};

const mergeLists = (
  { base, mine, theirs }: Sides<Keyed>,
  path: ValuePath,
  preference: Preference,
): MergedValue => {
  const [first, second] = isReordered(base, mine) ? [mine, theirs] : [theirs, mine];
  const keys = woven([...first.keys()], [...second.keys()]);
  const at = (key: string) => ({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) });
  const { entries, conflicts } = mergeEach(keys, at, path, preference);
  return { value: entries.map(([, value]) => value), conflicts };
};

const mergeFields = (
  { base, mine, theirs }: Sides<Fields>,
  path: ValuePath,
  preference: Preference,
): MergedValue => {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const at = (key: string) => ({ base: base[key], mine: mine[key], theirs: theirs[key] });
  const { entries, conflicts } = mergeEach(keys, at, path, preference);
  return { value: Object.fromEntries(entries), conflicts };
};

/**
 * Puts together what two sides made of one JSON value: what only one of them changed is as that one has it. Objects are
 * merged field by field, lists of items with keys item by item; everything else is taken whole. Where both
 * changed the same, or one changed what the other removed, the place is a conflict.
 */
export const mergeValues = (
  sides: Sides<unknown>,
  path: ValuePath = [],
  preference: Preference = "neither",
): MergedValue => {
  const { base, mine, theirs } = sides;
  if (isSame(mine, base)) return { value: theirs, conflicts: [] };
  if (isSame(theirs, base) || isSame(mine, theirs)) return { value: mine, conflicts: [] };
  if (isFields(base) && isFields(mine) && isFields(theirs))
    return mergeFields({ base, mine, theirs }, path, preference);
  const lists = { base: keyedItems(base), mine: keyedItems(mine), theirs: keyedItems(theirs) };
  if (lists.base !== null && lists.mine !== null && lists.theirs !== null)
    return mergeLists(lists as Sides<Keyed>, path, preference);
  if (preference === "neither") return { value: theirs, conflicts: [path] };
  return { value: sides[preference], conflicts: [] };
};
