import type { IndexPort } from "./kept-index";

/** What the window asks of the worker: a call of the port by its name. */
export interface IndexCall {
  readonly id: number;
  readonly name: keyof IndexPort;
  readonly given: readonly unknown[];
}

/** What the worker answers to the call of that id. */
export type IndexAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string };
