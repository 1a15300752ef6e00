import type { SeededRandom } from "../../seeded-random";
import type { LabEvent, Size } from "../script/events";

export interface ScriptFacts {
  readonly random: SeededRandom;
  readonly size: Size;
  /** Hosts that are in the loop, counted from 0; the first of them is in charge and runs the signaling. */
  readonly hosts: readonly number[];
  /** A host that is in the roster only, where there is one. */
  readonly newcomer: number | null;
  /** What every text of this script begins with after its bracket. */
  readonly tag: string;
  /** The next text that occurs nowhere else. */
  readonly text: () => string;
}

/** The line a scenario ends with. Times in milliseconds, memory in megabytes. */
export interface Verdict {
  readonly scenario: string;
  readonly hosts: number;
  /** In the end every host showed the same, and every card was where it should be. */
  readonly converged: boolean;
  /** The longest that hosts took to agree once nothing was in their way. */
  readonly convergeMs: number;
  /** What a screen had called saved and is missing at the end. */
  readonly lost: number;
  /** What is there more than once. */
  readonly duplicated: number;
  /** How often a host refused something and shows that it did; the most of any one host. */
  readonly refused: number;
  /** The most that any one host had, all its processes together. */
  readonly maxRssMb: number;
  readonly holds: boolean;
}

/** Trouble for a panel, and what has to hold in spite of it. */
export interface Scenario {
  readonly name: string;
  /** What must hold, as a sentence. */
  readonly promise: string;
  /** So many of the last hosts are not in the loop when it begins. */
  readonly absent: number;
  /** True where somebody who was never let in has a place on the cable. */
  readonly strangers?: boolean;
  /** How far the clocks are off, in milliseconds by host; a missing one is right. */
  readonly clocksOffMs?: readonly number[];
  /** Everything that happens, from the seed alone. */
  readonly script: (facts: ScriptFacts) => readonly LabEvent[];
  readonly limits: {
    /** Agreement that takes longer does not hold. */
    readonly convergeMs: number;
    /** How long anybody waits for it at all. */
    readonly patienceMs: number;
    /** How many refusals a host has to show at least; none where it is not said. */
    readonly refused?: number;
  };
}

/** Whether the figures keep what the scenario promises. */
export const doesHold = (figures: Omit<Verdict, "holds">, { limits }: Scenario): boolean =>
  figures.converged &&
  figures.convergeMs <= limits.convergeMs &&
  figures.lost === 0 &&
  figures.duplicated === 0 &&
  (limits.refused === undefined ? figures.refused === 0 : figures.refused >= limits.refused);
