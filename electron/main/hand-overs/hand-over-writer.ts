import { createHash } from "node:crypto";
import {
  filePieceBytes,
  fileSection,
  type HandedFile,
  handOverKinds,
} from "../../../src/domain/candidates/hand-over/contents";
import { encodeHandOverHeader } from "../../../src/domain/candidates/hand-over/header";
import {
  handOverChunkBytes,
  handOverChunks,
  handOverFileKey,
  signHandOver,
} from "../../../src/domain/candidates/hand-over/seal";
import { sealBundleChunk } from "../../../src/domain/loop/bundle/seal";
import { sectionHead } from "../../../src/domain/loop/bundle/sections";
import { ok, type Result } from "../../../src/domain/result";
import { concatBytes } from "../../../src/domain/sealing/bytes";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { type Disk, openDraft } from "../files/draft-file";
import type { FileFailure, FileReader } from "../files/store/file-store";
import type { Stretch } from "./words-key";

/** A hand-over on its way to the disk. It throws what the file system says; whoever gets an error abandons it. */
export interface HandOverWriter {
  /** The next bytes of the contents, as many as there are. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Signs what was written and gives the file its name. */
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

export interface HandOverPlan {
  readonly path: string;
  readonly words: string;
  /** Bytes of the contents; exactly as many are written. */
  readonly length: number;
  readonly identity: DeviceIdentity;
}

/** Takes bytes of any number and gives on as many at a time as are wanted; one such portion is in memory. */
const inPortions = (size: number, give: (portion: Uint8Array) => Promise<void>) => {
  let waiting = new Uint8Array(0);
  return {
    push: async (bytes: Uint8Array): Promise<void> => {
      let rest = concatBytes(waiting, bytes);
      for (; rest.length > size; rest = rest.subarray(size)) await give(rest.subarray(0, size));
      waiting = rest.slice();
    },
    /** Gives what is left on, also nothing. */
    end: () => give(waiting),
  };
};

/** Begins a hand-over beside its place; one chunk is in memory at a time. */
export const openHandOverWriter = async (
  { path, words, length, identity }: HandOverPlan,
  { crypto, stretch, disk }: { readonly crypto: CryptoPort; readonly stretch: Stretch; readonly disk: Disk },
): Promise<HandOverWriter> => {
  const salt = crypto.randomBytes(32);
  const header = encodeHandOverHeader({ salt, signKey: identity.signKey, length });
  const fileKey = handOverFileKey(await stretch(words, salt), salt, crypto);
  const last = handOverChunks(length) - 1;
  const hashes = createHash("sha256");
  let index = 0;
  let written = 0;
  const draft = await openDraft(path, disk);
  const chunks = inPortions(handOverChunkBytes, async (bytes) => {
    const sealed = sealBundleChunk(bytes, { fileKey, header, index, last: index === last }, crypto);
    hashes.update(crypto.sha256(sealed));
    index += 1;
    await draft.write(sealed);
  });
  try {
    await draft.write(header);
  } catch (thrown) {
    await draft.abandon();
    throw thrown;
  }
  return {
    write: async (bytes) => {
      written += bytes.length;
      if (written > length) throw new Error("a hand-over holds no more than was announced");
      await chunks.push(bytes);
    },
    finish: async () => {
      if (written !== length) throw new Error("a hand-over holds as much as was announced");
      await chunks.end();
      await draft.write(signHandOver(header, new Uint8Array(hashes.digest()), identity, crypto));
      await draft.commit();
    },
    abandon: draft.abandon,
  };
};

/** A kept file on its way into a hand-over. */
export interface FileOnItsWay {
  readonly file: HandedFile;
  readonly done: () => number;
  /** Some more of it; true at its end. */
  readonly more: () => Promise<Result<boolean, FileFailure>>;
  readonly close: () => Promise<void>;
}

/** How much of a file is read at one question. */
const portionBytes = 64 * filePieceBytes;

/** Writes a kept file's section and then its content. */
export const beginFile = async (
  writer: HandOverWriter,
  file: HandedFile,
  reader: FileReader,
  crypto: Pick<CryptoPort, "utf8">,
): Promise<FileOnItsWay> => {
  const { kind, bytes } = fileSection(file, crypto);
  await writer.write(sectionHead(kind, bytes.length));
  await writer.write(bytes);
  let done = 0;
  const pieces = inPortions(filePieceBytes, async (piece) => {
    await writer.write(sectionHead(handOverKinds.piece, piece.length));
    await writer.write(piece);
  });
  return {
    file,
    done: () => done,
    more: async () => {
      for (const until = done + portionBytes; done < file.size && done < until; ) {
        const read = await reader.readFrom(done);
        if (!read.ok) return read;
        await pieces.push(read.value);
        done += read.value.length;
      }
      if (done < file.size) return ok(false);
      await pieces.end();
      return ok(true);
    },
    close: reader.close,
  };
};
