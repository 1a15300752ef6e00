import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Bytes of a file, or of everything in a folder; what a link leads to is not counted twice. */
export const sizeOf = async (path: string): Promise<number> => {
  const about = await lstat(path);
  if (!about.isDirectory()) return about.size;
  const names = await readdir(path);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
};

export interface Budget {
  readonly what: string;
  readonly bytes: number;
  /** Bytes that it may have. */
  readonly most: number;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One line for each part; a part over its budget says so. */
export const budgetLines = (budgets: readonly Budget[]): readonly string[] =>
  budgets.map(
    ({ what, bytes, most }) =>
      `${what}: ${megabytes(bytes)} of ${megabytes(most)}${bytes > most ? ", OVER ITS BUDGET" : ""}`,
  );

export const isWithin = (budgets: readonly Budget[]): boolean =>
  budgets.every(({ bytes, most }) => bytes <= most);
