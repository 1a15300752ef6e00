import { canonicalJson } from "../sealing/canonical-json";
import type { Kit, Question } from "./kit";
import { questionTopic } from "./lookup";
import { type KitList, kitLists } from "./snapshot";

/** The parts of a kit that are one thing and not a list of items. */
export const kitWholes = [
  "title",
  "author",
  "essay",
  "intros",
  "announced",
  "levels",
  "questionScale",
  "exerciseScale",
] as const satisfies readonly (keyof Kit)[];
export type KitWhole = (typeof kitWholes)[number];

/** One field that says something else: both texts as a person reads them. */
export interface FieldDifference {
  /** The field's key; empty where the part is one text. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What one kit has otherwise than another. `name` is what the item is called: its title, prompt or topic. */
export type KitDifference =
  | { readonly type: "added" | "removed"; readonly list: KitList; readonly id: string; readonly name: string }
  | {
      readonly type: "changed";
      readonly list: KitList | KitWhole;
      readonly id: string;
      readonly name: string;
      readonly fields: readonly FieldDifference[];
    }
  /** The same items in another order. */
  | { readonly type: "reordered"; readonly list: KitList };

type Item = Kit[KitList][number];

const nameOf = (kit: Kit, item: Item): string => {
  if ("target" in item) return `${questionTopic(kit, item)}: ${item.prompt}`;
  if ("name" in item) return item.name;
  if ("title" in item && item.title !== "") return item.title;
  if ("prompt" in item) return item.prompt;
  return item.text;
};

type Names = ReadonlyMap<string, string>;

const namesOf = (items: readonly { readonly id: string; readonly name: string }[]): Names =>
  new Map(items.map(({ id, name }) => [id, name] as const));

/** What ids stand for in each field that refers to something: a round and a discipline may have the same id. */
const referredTo = ({ levels, rounds, disciplines }: Kit): ReadonlyMap<string, Names> =>
  new Map([
    ["roundId", namesOf(rounds)],
    ["disciplineId", namesOf(disciplines)],
    ["levelId", namesOf(levels)],
    ["levelIds", namesOf(levels)],
  ]);

const targetName = ({ competencies, attitudes }: Kit, target: Question["target"]): string =>
  (target.kind === "competency"
    ? competencies.find(({ id }) => id === target.competencyId)
    : attitudes.find(({ id }) => id === target.attitudeId)
  )?.name ?? "";

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTarget = (value: unknown): value is Question["target"] =>
  isObject(value) && ("competencyId" in value || "attitudeId" in value);

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

type Read = (field: string, value: unknown) => string;

/**
 * Any value of a kit as lines a person reads: an item's own id says nothing and is left out, one that refers to something
 * is read as what that is called, and what is true by its name.
 */
const readerOf = (kit: Kit): Read => {
  const referred = referredTo(kit);
  const read: Read = (field, value) => {
    if (value === null || value === undefined || value === false) return "";
    if (value === true) return field;
    if (isPlain(value)) {
      const names = referred.get(field);
      return names === undefined ? String(value) : (names.get(String(value)) ?? "");
    }
    if (Array.isArray(value)) return value.map((each) => read(field, each)).join("\n");
    if (isTarget(value)) return targetName(kit, value);
    return Object.entries(value)
      .filter(([key]) => key !== "id")
      .map(([key, each]) => read(key, each))
      .filter((text) => text !== "")
      .join(": ");
  };
  return read;
};

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** How the values of the two kits are read. */
interface Reads {
  readonly before: Read;
  readonly after: Read;
}

const fieldsOf = (before: unknown, after: unknown, reads: Reads): readonly FieldDifference[] => {
  const texts = (field: string, one: unknown, other: unknown) => ({
    field,
    before: reads.before(field, one),
    after: reads.after(field, other),
  });
  if (!isObject(before) || !isObject(after)) return [texts("", before, after)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((field) => {
    const [one, other]: readonly unknown[] = [Reflect.get(before, field), Reflect.get(after, field)];
    const differs = !same(one ?? null, other ?? null);
    return differs ? [texts(field, one, other)] : [];
  });
};

const inWholes = (before: Kit, after: Kit, reads: Reads): readonly KitDifference[] =>
  kitWholes
    .filter((whole) => !same(before[whole], after[whole]))
    .map((list) => ({
      type: "changed",
      list,
      id: "",
      name: "",
      fields: fieldsOf(before[list], after[list], reads),
    }));

const itemsOf = (kit: Kit, list: KitList): readonly Item[] => kit[list];

const common = (items: readonly Item[], others: readonly Item[]): readonly string[] => {
  const ids = new Set<string>(others.map(({ id }) => id));
  return items.map(({ id }) => id).filter((id) => ids.has(id));
};

const inList = (before: Kit, after: Kit, list: KitList, reads: Reads): readonly KitDifference[] => {
  const [olds, news] = [itemsOf(before, list), itemsOf(after, list)];
  const oldOf = new Map<string, Item>(olds.map((item) => [item.id, item]));
  const newIds = new Set<string>(news.map(({ id }) => id));
  const gone = olds.filter(({ id }) => !newIds.has(id));
  const moved = !same(common(olds, news), common(news, olds));
  return [
    ...gone.map((item) => ({ type: "removed" as const, list, id: item.id, name: nameOf(before, item) })),
    ...news.flatMap((item): readonly KitDifference[] => {
      const old = oldOf.get(item.id);
      const about = { list, id: item.id, name: nameOf(after, item) };
      if (old === undefined) return [{ type: "added", ...about }];
      return same(old, item) ? [] : [{ type: "changed", ...about, fields: fieldsOf(old, item, reads) }];
    }),
    ...(moved ? [{ type: "reordered" as const, list }] : []),
  ];
};

/**
 * What `after` has otherwise than `before`, in the kit's order: items that are gone, new or changed, each by its id, and
 * lists in another order. Empty where both are the same kit word for word; the kits' own ids do not count.
 */
export const kitDifferences = (before: Kit, after: Kit): readonly KitDifference[] => {
  const reads = { before: readerOf(before), after: readerOf(after) };
  return [
    ...inWholes(before, after, reads),
    ...kitLists.flatMap((list) => inList(before, after, list, reads)),
  ];
};
