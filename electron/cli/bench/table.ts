import type { BenchRow } from "./bench";

const heads = ["", "name", "value", "peer", "ratio", "bound"] as const;

const cells = (row: BenchRow): readonly string[] => [
  row.holds ? "holds" : "BROKEN",
  row.name,
  `${row.value.toFixed(2)} ${row.unit}`,
  `${row.againstValue.toFixed(2)} ${row.unit}`,
  row.ratio.toFixed(2),
  `≤ ${row.bound}`,
];

/** The rows as columns of text, and below them what each was measured against. */
export const benchTable = (rows: readonly BenchRow[]): string => {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const padded = lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
  const peers = rows.map((row) => `${row.name} against ${row.against}`);
  return [...padded.map((line) => line.trimEnd()), "", ...peers].join("\n");
};
