import { createHash, randomBytes } from "node:crypto";
import type { HandedFile } from "../../../src/domain/candidates/hand-over/contents";
import { ok, type Result } from "../../../src/domain/result";
import type { FileDraft, FileFailure, FileStore } from "../files/store/file-store";
import { putPrefix } from "../files/store/leftovers";

type NotAsNamed = { readonly type: "contentsInvalid" };

/** Where the pieces of one file go; null is well. */
export interface FileSink<Failure> {
  readonly take: (piece: Uint8Array) => Promise<Failure | NotAsNamed | null>;
  /** After the last piece. */
  readonly end: () => Promise<Failure | NotAsNamed | null>;
  readonly abandon: () => Promise<void>;
}

export type OpenSink<Failure extends { readonly type: string }> = (
  file: HandedFile,
) => Promise<Result<FileSink<Failure>, Failure>>;

const notAsNamed: NotAsNamed = { type: "contentsInvalid" };

/** Compares a file with its hash and size and keeps nothing of it. */
export const comparing: OpenSink<never> = async ({ hash, size }) => {
  const found = createHash("sha256");
  let bytes = 0;
  return ok({
    take: async (piece) => {
      found.update(piece);
      bytes += piece.length;
      return bytes > size ? notAsNamed : null;
    },
    end: async () => (bytes === size && found.digest("base64url") === hash ? null : notAsNamed),
    abandon: async () => undefined,
  });
};

/** Files that were put beside the database and whose people are not in it yet. */
export interface StoringFiles {
  readonly open: OpenSink<FileFailure>;
  /** The people are in. */
  readonly keep: () => void;
  /** Removes what was put there since, but for what is kept. */
  readonly undo: () => Promise<void>;
}

const passing: FileSink<never> = {
  take: async () => null,
  end: async () => null,
  abandon: async () => undefined,
};

/** The same, but for these files, which are passed over. */
export const without = <Failure extends { readonly type: string }>(
  leftOut: readonly Pick<HandedFile, "candidateId" | "hash">[],
  open: OpenSink<Failure>,
): OpenSink<Failure> => {
  const names = new Set(leftOut.map(({ candidateId, hash }) => `${candidateId} ${hash}`));
  return async (file) => (names.has(`${file.candidateId} ${file.hash}`) ? ok(passing) : open(file));
};

const isThere = async (files: FileStore, { candidateId, hash }: HandedFile): Promise<boolean> => {
  const opened = await files.open(candidateId, hash);
  if (opened.ok) await opened.value.close();
  return opened.ok;
};

/** Keeps files of people whose key is here; a file that is there already, and one of anybody else, is passed over. */
export const storingFiles = (files: FileStore): StoringFiles => {
  let stored: readonly HandedFile[] = [];
  const sinkOf = (draft: FileDraft, file: HandedFile): FileSink<FileFailure> => ({
    take: async (piece) => {
      const taken = await draft.append(piece);
      return taken.ok ? null : taken.error;
    },
    end: async () => {
      stored = [...stored, file];
      const finished = await draft.finish();
      if (!finished.ok) return finished.error;
      return finished.value.hash === file.hash ? null : notAsNamed;
    },
    abandon: draft.abandon,
  });
  return {
    open: async (file) => {
      if (await isThere(files, file)) return ok(passing);
      const begun = await files.begin(file.candidateId, `${putPrefix}${randomBytes(8).toString("hex")}`);
      if (begun.ok) return ok(sinkOf(begun.value, file));
      return begun.error.type === "noKey" ? ok(passing) : begun;
    },
    keep: () => {
      stored = [];
    },
    undo: async () => {
      const undone = stored;
      stored = [];
      for (const { candidateId, hash } of undone) await files.remove(candidateId, hash);
    },
  };
};
