import { z } from "zod";
import { type DeviceId, type LoopId, loopIdSchema } from "../../src/domain/ids";
import { bundleChunkBytes } from "../../src/domain/loop/bundle/seal";
import { maxContentsBytes } from "../../src/domain/loop/bundle/sections";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";
import type { SavedFile, SaveFailure } from "./files";
import type { VaultFailure } from "./vault";

/** How much of a bundle crosses the process wall at once, in bytes: whole chunks of the file. */
export const bundlePieceBytes = 16 * bundleChunkBytes;

/** A bundle that is being written or read; main holds one of each at a time. */
export interface BundleHandle {
  readonly handle: string;
}

/** `gone`: something else was begun meanwhile, or it was dropped. */
type Gone = { readonly type: "gone" };

export type BundleWriteFailure = SaveFailure | Gone;
export type BundleCreateFailure = SaveFailure | VaultFailure | { readonly type: "noLoopSecret" };

/** A file whose header and signature hold up, recognised as of a loop this laptop is in. */
export interface FoundBundle extends BundleHandle {
  /** The file's name without its folder. */
  readonly name: string;
  readonly loopId: LoopId;
  readonly generation: number;
  /** The laptop that signed the file; whether it may, the loop's roster says. */
  readonly deviceId: DeviceId;
  /** Bytes of the contents. */
  readonly length: number;
}

/**
 * `truncated`: shorter than it says. `damaged`: not what its laptop signed. `notInThisLoop`: of none of the loops that were
 * asked about. `doesNotOpen`: signed by somebody who does not hold the loop's secret. `generationMissing`: of a loop of this
 * laptop, and sealed with a secret it does not hold.
 * `tooLarge`: `size` and `limit` in bytes.
 */
export type BundleOpenFailure =
  | VaultFailure
  | { readonly type: "cancelled" }
  | { readonly type: "notReadable" | "notABundle" | "updateFirst" | "truncated" | "damaged" }
  | { readonly type: "notInThisLoop" | "doesNotOpen" }
  | { readonly type: "generationMissing"; readonly generation: number }
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number };

/** `damaged`: the file changed after it was opened. */
export type BundleReadFailure = Gone | { readonly type: "notReadable" | "damaged" };

export interface BundlePiece {
  readonly bytes: Uint8Array;
  /** True for the last piece: the whole file was what its laptop signed. */
  readonly last: boolean;
}

const handleSchema = z.strictObject({ handle: z.string().min(1).max(60) });

export const bundlesChannels = {
  /** Asks where to, and begins a file sealed with the newest secret of the loop. */
  "bundles.create": channel<Result<BundleHandle, BundleCreateFailure>>().with(
    z.strictObject({
      loopId: loopIdSchema,
      suggestedName: z.string().min(1).max(200),
      length: z.int().nonnegative().max(maxContentsBytes),
    }),
  ),
  /** The next piece: `bundlePieceBytes`, the last one what remains. */
  "bundles.write": channel<Result<undefined, BundleWriteFailure>>().with(
    handleSchema.extend({
      bytes: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= bundlePieceBytes,
        "at most one piece expected",
      ),
    }),
  ),
  /** Signs the file and gives it its name; it holds as many bytes as were announced, or this is a bug. */
  "bundles.finish": channel<Result<SavedFile, BundleWriteFailure>>().with(handleSchema),
  /** Asks for a file and checks it from end to end; nothing is decrypted yet. */
  "bundles.open": channel<Result<FoundBundle, BundleOpenFailure>>().with(
    z.strictObject({ loopIds: z.array(loopIdSchema).max(10_000) }),
  ),
  "bundles.read": channel<Result<BundlePiece, BundleReadFailure>>().with(handleSchema),
  /** Ends a bundle that is being written or read; nothing half-written stays. */
  "bundles.drop": channel<Result<undefined, never>>().with(handleSchema),
};
