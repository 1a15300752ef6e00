import { err, ok, type Result } from "../../result";
import type { Kit } from "../kit";
import type { EditedList, EditRefusal } from "./kit-edit";

export type Edited = Result<Kit, EditRefusal>;
export type ItemOf<List extends EditedList> = Kit[List][number];

export const gone: Edited = err({ type: "gone" });

export interface HasId {
  readonly id: string;
}

/** Changes one item of a list; null where it is not there. */
export const changed = <Item extends HasId>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): Item[] | null =>
  items.some((item) => item.id === id) ? items.map((item) => (item.id === id ? change(item) : item)) : null;

/** The kit with one item of one of its lists changed. */
export const withItem = <List extends EditedList>(
  kit: Kit,
  list: List,
  id: string,
  change: (item: ItemOf<List>) => ItemOf<List>,
): Edited => {
  const items = changed(kit[list] as ItemOf<List>[], id, change);
  return items === null ? gone : ok({ ...kit, [list]: items });
};

/** The items with one of them before another, or at the end; null where one of the two is not there. */
export const movedBefore = <Item extends HasId>(
  items: readonly Item[],
  id: string,
  before: string | null,
): Item[] | null => {
  const item = items.find((known) => known.id === id);
  if (item === undefined) return null;
  if (before === id) return [...items];
  const rest = items.filter((known) => known.id !== id);
  const at = before === null ? rest.length : rest.findIndex((known) => known.id === before);
  return at === -1 ? null : [...rest.slice(0, at), item, ...rest.slice(at)];
};

export const idsOf = (items: readonly HasId[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

/** Every indicator's id: they are unique in the whole kit. */
export const signIds = ({ questions, exercises }: Kit): Set<string> =>
  new Set(
    [...questions, ...exercises].flatMap(({ positive, negative }) =>
      [...positive, ...negative].map(({ id }) => id),
    ),
  );
