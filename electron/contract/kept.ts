import { z } from "zod";
import { type Hash, hashSchema, subjectIdSchema } from "../../src/domain/ids";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";

/** The largest file about a person that crosses the process wall whole, in bytes. */
export const keptFileLimit = 25 * 1024 * 1024;

/** `noKey`: the subject's key is gone or was never made. `damaged`: there, but not what was written. */
export type KeptFailure =
  | { readonly type: "diskFull" }
  | { readonly type: "notWritable" }
  | { readonly type: "noKey" }
  | { readonly type: "notThere" }
  | { readonly type: "damaged" };

export interface KeptFile {
  /** SHA-256 of the content. */
  readonly hash: Hash;
  /** Bytes of content. */
  readonly size: number;
}

export interface KeptPiece {
  /** The content from the asked byte on, as far as its piece goes; empty at the end. */
  readonly bytes: Uint8Array;
  /** Bytes of the whole content. */
  readonly size: number;
}

const named = z.strictObject({ subjectId: subjectIdSchema, hash: hashSchema });

export const keptChannels = {
  /** Encrypts a file with the subject's key beside the database; the same content again is the same file. */
  "kept.put": channel<Result<KeptFile, KeptFailure>>().with(
    z.strictObject({
      subjectId: subjectIdSchema,
      bytes: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length > 0 && value.length <= keptFileLimit,
        "between one byte and the limit expected",
      ),
    }),
  ),
  "kept.read": channel<Result<KeptPiece, KeptFailure>>().with(named.extend({ from: z.int().nonnegative() })),
  /** Removes a file; one that is not there is no failure. */
  "kept.remove": channel<Result<undefined, KeptFailure>>().with(named),
};
