import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import type { StoreBench } from "../../support/store/store-bench";

/**
 * One rule of the store, told as a sentence and proved on a bench. It needs neither a test runner nor Node, so that
 * the same cases run on memory, on a stand-in for IndexedDB and in a real window.
 */
export interface ContractCase {
  readonly name: string;
  readonly run: (bench: StoreBench) => Promise<void>;
}

const shown = (value: unknown): string => (value === undefined ? "undefined" : canonicalJson(value));

/** Throws where two JSON values differ. */
export const assertEqual = (actual: unknown, expected: unknown): void => {
  if (shown(actual) !== shown(expected)) throw new Error(`expected ${shown(expected)}, got ${shown(actual)}`);
};
