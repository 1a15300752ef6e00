import type { LoopRecord } from "./record";

/**
 * The record as programs made it that did not know version 3 yet: without what people accepted and the entries they signed it
 * with. Such programs close loops of the same protocol, so that what they signed must be made again to the byte.
 */
export const asVersion2 = ({ acceptances: _, ...record }: LoopRecord): LoopRecord => ({
  ...record,
  formatVersion: 2,
  entries: record.entries.filter(({ kind }) => kind !== "acceptance"),
});
