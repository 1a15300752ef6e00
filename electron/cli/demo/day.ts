import type { Laptop } from "./laptop";

/** What the steps of the demo share. */
export interface Day {
  /** The facilitator's laptop first. */
  readonly laptops: readonly [Laptop, Laptop, ...Laptop[]];
  readonly candidate: string;
  readonly out: string;
  /** The role page's text, or null for the bundled kit. */
  readonly rolePage: string | null;
}

/** One step of the main job: what it proves, and the doing of it. */
export interface DemoStep {
  readonly title: string;
  readonly run: (day: Day) => Promise<void>;
}
