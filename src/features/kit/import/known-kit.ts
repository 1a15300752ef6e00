import type { KitSummary } from "../../../bindings/services";
import { useServices } from "../../../bindings/services";
import { useLive, useOpened } from "../../../bindings/use-live";
import type { Kit } from "../../../domain/kit/kit";
import { type KitDifference, kitDifferences } from "../../../domain/kit/kit-differences";
import type { Loadable } from "../../../domain/live";

const alike = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/**
 * The kit of the library that an import would bring a second time: the one with its id, else one of the same title and
 * author, since a page that is pasted again has a new id each time. Null where there is none.
 */
export const knownKit = (kits: readonly KitSummary[], kit: Kit): KitSummary | null =>
  kits.find(({ id }) => id === kit.id) ??
  kits.find(({ title, author }) => alike(title, kit.title) && alike(author, kit.author)) ??
  null;

/** A kit that is in the library already, and what the import has otherwise. */
export interface Known {
  readonly summary: KitSummary;
  readonly differences: Loadable<readonly KitDifference[]>;
}

/** Finds the kit in the library and compares it with what is imported; null where the library has none. */
export const useKnownKit = (kit: Kit): Known | null => {
  const { kits } = useServices();
  const list = useLive(kits.list);
  const summary = list.state === "ready" ? knownKit(list.value, kit) : null;
  const id = summary?.id ?? kit.id;
  const held = useOpened(() => kits.open(id), id);
  if (summary === null) return null;
  return {
    summary,
    differences: held.state === "ready" ? { state: "ready", value: kitDifferences(held.value, kit) } : held,
  };
};
