import type { KitSummary } from "../../bindings/services";

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The kits whose title, author or levels contain every word of the query; case and accents do not matter. */
export const filterKits = (kits: readonly KitSummary[], query: string): readonly KitSummary[] => {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  return kits.filter((kit) => {
    const text = plain([kit.title, kit.author, ...kit.levels].join(" "));
    return asked.every((word) => text.includes(word));
  });
};

/** Made once: comparing by the language's order is slow where every comparison looks it up. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Newest change first; kits changed at the same time by title. */
export const newestFirst = (kits: readonly KitSummary[]): readonly KitSummary[] =>
  [...kits].sort(
    (one, other) =>
      Number(one.updatedAt < other.updatedAt) - Number(one.updatedAt > other.updatedAt) ||
      compare(one.title, other.title),
  );
