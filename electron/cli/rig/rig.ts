import { z } from "zod";

/** What a rig is asked to do. */
export interface RigOrder {
  readonly seed: number;
  /** The numbers that are promised, instead of small ones. */
  readonly full: boolean;
}

/** What a rig found out; one line of JSON for whoever reads by a program. */
export interface RigLine {
  readonly rig: string;
  /** What was tried: names planted, calls made, requests seen. */
  readonly tried: number;
  /** How many of them ended as promised. */
  readonly survived: number;
  /** How many did not. */
  readonly lost: number;
  readonly holds: boolean;
  /** What else a person wants to know, in sentences; the first ones of what was lost among them. */
  readonly facts: readonly string[];
}

export interface Rig {
  readonly name: string;
  readonly run: (order: RigOrder) => Promise<RigLine>;
}

/** A line from what was tried and what of it failed; it holds where nothing failed and the rig could see a failure. */
export const rigLine = (
  rig: string,
  found: {
    readonly tried: number;
    readonly lost: readonly string[];
    readonly facts: readonly string[];
    readonly seesFaults: boolean;
  },
): RigLine => ({
  rig,
  tried: found.tried,
  survived: found.tried - found.lost.length,
  lost: found.lost.length,
  holds: found.tried > 0 && found.lost.length === 0 && found.seesFaults,
  facts: [...found.facts, ...found.lost.slice(0, 20)],
});

export const seedSchema = z.coerce.number().int().nonnegative();
