import type { KitPart } from "../sealing/entries";
import { kitLists, listPaths } from "./snapshot";

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === "string");

const orderIn = (parts: readonly KitPart[]): object | null => {
  const order = parts.find(({ path }) => path === "order");
  if (order === undefined) return null;
  const value: unknown = JSON.parse(order.text);
  return typeof value === "object" ? value : null;
};

/**
 * The parts without items that the order does not name yet. A kit grows by its new items first and its order last, so
 * that a crash in between leaves it as it was and not unreadable. Takes parts this laptop wrote itself.
 */
export const listedParts = (parts: readonly KitPart[]): readonly KitPart[] => {
  const order = orderIn(parts);
  if (order === null) return parts;
  const listed = new Set(
    kitLists.flatMap((list) => {
      const ids: unknown = Reflect.get(order, list);
      return isIds(ids) ? ids.map((id) => `${listPaths[list]}/${id}`) : [];
    }),
  );
  const isItem = (path: string): boolean => kitLists.some((list) => path.startsWith(`${listPaths[list]}/`));
  return parts.filter(({ path }) => !isItem(path) || listed.has(path));
};
