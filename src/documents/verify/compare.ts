import type { LoopRecord } from "../../domain/record/record";
import { canonicalJson } from "../../domain/sealing/canonical-json";

/** Lines that only one of two documents has, with what stands oftener counted as often as it does. */
export interface LineDifference {
  /** In what this laptop makes and not in the file. */
  readonly missing: readonly string[];
  /** In the file and not in what this laptop makes. */
  readonly added: readonly string[];
  /** The same lines in another order. */
  readonly reordered: boolean;
}

const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
};

/** What differs between the lines a pack should have and those it has; null where nothing does. */
export const compareLines = (
  expected: readonly string[],
  found: readonly string[],
): LineDifference | null => {
  const missing = without(expected, found);
  const added = without(found, expected);
  const isSame = expected.length === found.length && expected.every((line, index) => line === found[index]);
  return isSame ? null : { missing, added, reordered: missing.length === 0 && added.length === 0 };
};

/** The parts of a record that differ between two, by their names in the format. */
export const differingParts = (one: LoopRecord, other: LoopRecord): readonly string[] => {
  const [left, right]: readonly Readonly<Record<string, unknown>>[] = [one, other];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return keys.filter((key) => {
    const [mine, theirs] = [left?.[key], right?.[key]];
    if (mine === undefined || theirs === undefined) return mine !== theirs;
    return canonicalJson(mine) !== canonicalJson(theirs);
  });
};
