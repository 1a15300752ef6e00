import { crc32c } from "../../domain/crc32c";
import type { KitPart } from "../../domain/sealing/entries";

const encoder = new TextEncoder();

/** By code unit, as the database has them: the order of a language may change with a program's version. */
const byPath = (one: KitPart, other: KitPart): number => {
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
};

/**
 * What a kit says in a few letters, "8h2c.1k3f9a": the length and the CRC-32C of its parts. Two kits that say the same have the
 * same one; that two which differ have, takes an accident of one in four thousand million. Finds changes, proves nothing:
 * a kit's root does that, and takes a hundred times as long.
 */
export const contentStamp = (parts: readonly KitPart[]): string => {
  let sum = 0;
  let length = 0;
  for (const { path, audience, text } of [...parts].sort(byPath)) {
    const bytes = encoder.encode(JSON.stringify([path, audience, text]));
    sum = crc32c(bytes, sum);
    length += bytes.length;
  }
  return `${length.toString(36)}.${sum.toString(36)}`;
};
