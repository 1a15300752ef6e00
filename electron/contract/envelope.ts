import type { Result } from "../../src/domain/result";

/**
 * What the wall itself adds to a channel's own failures. None of them is expected in a correct program:
 * `bug`: the handler threw; main logged it under `reference`.
 * `refusedPayload`: the input did not fit the channel's schema; `issues` name paths, never values.
 * `refusedSender`: the call did not come from the main frame of a window of ours.
 */
export type WallFailure =
  | { readonly type: "bug"; readonly reference: string }
  | { readonly type: "refusedPayload"; readonly channel: string; readonly issues: readonly string[] }
  | { readonly type: "refusedSender" };

/** A channel's answer as it arrives in the window. */
export type Enveloped<Answer> = [Answer] extends [Result<infer Value, infer Failure>]
  ? Result<Value, Failure | WallFailure>
  : never;

const wallTypes: ReadonlySet<string> = new Set(["bug", "refusedPayload", "refusedSender"]);

export const isWallFailure = (failure: { readonly type: string }): failure is WallFailure =>
  wallTypes.has(failure.type);
