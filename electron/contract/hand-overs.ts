import { z } from "zod";
import { handOverChunkBytes, maxHandOverBytes } from "../../src/domain/candidates/hand-over/seal";
import { candidateIdSchema, type DeviceId, hashSchema } from "../../src/domain/ids";
import type { Section } from "../../src/domain/loop/bundle/sections";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";
import type { SavedFile, SaveFailure } from "./files";
import type { KeptFailure } from "./kept";
import type { VaultFailure } from "./vault";

/** How much of a hand-over crosses the process wall at once, in bytes. */
export const handOverPieceBytes = 16 * handOverChunkBytes;

/** A hand-over that is being written or read; main holds one of each at a time. */
export interface HandOverHandle {
  readonly handle: string;
}

/** `gone`: something else was begun meanwhile, or it was dropped. */
type Gone = { readonly type: "gone" };

/** `unknownWord`: one that is on no list of ours. `wordsDoNotFit`: not six of them. */
export type WordsFailure =
  | { readonly type: "unknownWord"; readonly word: string }
  | { readonly type: "wordsDoNotFit" };

export type HandOverCreateFailure = SaveFailure | VaultFailure | WordsFailure;
export type HandOverWriteFailure = SaveFailure | Gone | KeptFailure;

/** A file that looks like a hand-over; nothing in it is checked yet. */
export interface FoundHandOver extends HandOverHandle {
  /** The file's name without its folder. */
  readonly name: string;
  /** The laptop that it says wrote it. */
  readonly deviceId: DeviceId;
  /** This very laptop wrote it. */
  readonly isOwn: boolean;
}

/** `tooLarge`: `size` and `limit` in bytes. */
export type HandOverOpenFailure =
  | VaultFailure
  | { readonly type: "cancelled" }
  | { readonly type: "notReadable" | "notAHandOver" | "updateFirst" | "truncated" | "damaged" }
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number };

/** `damaged`: not what the laptop signed. `contentsInvalid`: signed, and no hand-over all the same. */
export type HandOverReadFailure = Gone | { readonly type: "notReadable" | "damaged" | "contentsInvalid" };

/** Words that open nothing: they are of another file, or a word was misheard. */
export type UnlockFailure = HandOverReadFailure | WordsFailure | { readonly type: "wrongWords" };

/** How far one passage through the file is. */
export interface HandOverStep {
  /** Bytes, and of how many. */
  readonly done: number;
  readonly of: number;
  /** The end is reached and everything up to there was as it should be. */
  readonly last: boolean;
}

const handleSchema = z.strictObject({ handle: z.string().min(1).max(60) });
const wordsSchema = z.string().max(500);
const keptSchema = z.strictObject({ candidateId: candidateIdSchema, hash: hashSchema });
const keptListSchema = z.array(keptSchema).max(1_000_000);

export const handOversChannels = {
  /** Six words that nobody has used before. */
  "handOvers.words": channel<Result<{ readonly words: string }, never>>().with(z.undefined()),
  /** Reads a kept file from end to end, so that a hand-over is begun only with files that are whole; bytes of content. */
  "handOvers.measure": channel<Result<{ readonly size: number }, KeptFailure>>().with(keptSchema),
  /** Asks where to, and begins a file that these words open. */
  "handOvers.create": channel<Result<HandOverHandle, HandOverCreateFailure>>().with(
    z.strictObject({
      words: wordsSchema,
      suggestedName: z.string().min(1).max(200),
      length: z.int().nonnegative().max(maxHandOverBytes),
    }),
  ),
  /** The next bytes of the contents. */
  "handOvers.write": channel<Result<undefined, HandOverWriteFailure>>().with(
    handleSchema.extend({
      bytes: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= handOverPieceBytes,
        "at most one piece expected",
      ),
    }),
  ),
  /** Some more of a kept file; asked again until `last`. */
  "handOvers.writeFile": channel<Result<HandOverStep, HandOverWriteFailure>>().with(
    handleSchema.extend({ candidateId: candidateIdSchema, hash: hashSchema }),
  ),
  /** Signs the file and gives it its name; it holds as many bytes as were announced, or this is a bug. */
  "handOvers.finish": channel<Result<SavedFile, HandOverWriteFailure>>().with(handleSchema),
  /** Asks for a file and looks at its beginning. */
  "handOvers.open": channel<Result<FoundHandOver, HandOverOpenFailure>>().with(z.undefined()),
  /** Some more of looking whether it is what its laptop signed; asked again until `last`. */
  "handOvers.check": channel<Result<HandOverStep, HandOverReadFailure>>().with(handleSchema),
  /** Once it was checked. May be asked again after a refusal. */
  "handOvers.unlock": channel<Result<undefined, UnlockFailure>>().with(
    handleSchema.extend({ words: wordsSchema }),
  ),
  /** Some more of the contents; files in it are compared with their hashes and come to nobody's disk. */
  "handOvers.read":
    channel<Result<HandOverStep & { readonly sections: readonly Section[] }, HandOverReadFailure>>().with(
      handleSchema,
    ),
  /**
   * Once all was read: some more of keeping its files, of those people whose key this laptop has, but for `leaveOut` as it
   * was said at the first question. Until `keep` they are removed again with `drop`.
   */
  "handOvers.store": channel<Result<HandOverStep, HandOverReadFailure | KeptFailure>>().with(
    handleSchema.extend({ leaveOut: keptListSchema }),
  ),
  /** Before the people are written: those who are `gone` by what the file knows go from the disk, its own files stay. */
  "handOvers.keep": channel<Result<undefined, Gone | KeptFailure>>().with(
    handleSchema.extend({ gone: keptListSchema }),
  ),
  /** Ends a hand-over that is being written or read; nothing half-written and nothing half taken in stays. */
  "handOvers.drop": channel<Result<undefined, never>>().with(handleSchema),
};
