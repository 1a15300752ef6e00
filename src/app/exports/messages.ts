import type { LoopRecord } from "../../domain/record/record";

/** What the window sends to the worker: everything a pack is made from. */
export interface PackOrder {
  readonly record: LoopRecord;
  readonly recordHash: string;
  readonly generatedAt: string;
  readonly classification: string;
}

/** What the worker sends back. A bug in the worker arrives as the worker's `error` event instead. */
export type PackNews =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "pack"; readonly bytes: Uint8Array };
