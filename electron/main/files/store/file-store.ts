import { createHmac, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Hash, hashSchema, type SubjectId } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import { syncFolder } from "../../sync-folder";
import { writeFailureOf } from "../draft-file";
import { beginPieces, closerOf, type PieceWriter } from "./file-draft";
import { putPrefix, sweepLeftovers } from "./leftovers";
import { newPieceKey, type PieceKey } from "./piece-format";
import { endIsSound, indexPieces, type PieceIndex, pieceAt, readPiece } from "./read-pieces";

/** A file that is kept: where its content is found again. */
export interface StoredFile {
  /** SHA-256 of the content. */
  readonly hash: Hash;
  /** Bytes of content. */
  readonly size: number;
}

/** `noKey`: the subject's key is gone or was never made. `damaged`: there, but not what was written. */
export type FileFailure =
  | { readonly type: "diskFull" }
  | { readonly type: "notWritable" }
  | { readonly type: "noKey" }
  | { readonly type: "notThere" }
  | { readonly type: "damaged" };

/** A file on its way. What was appended survives a crash and is found by `recover` under the draft's name. */
export interface FileDraft {
  readonly size: () => number;
  /** After a failure nothing more is taken; what was taken before is kept. */
  readonly append: (bytes: Uint8Array) => Promise<Result<void, FileFailure>>;
  /** Ends it and files it under its content's hash. */
  readonly finish: () => Promise<Result<StoredFile, FileFailure>>;
  readonly abandon: () => Promise<void>;
}

/** An open file. `close` when done. */
export interface FileReader {
  readonly size: number;
  /** The piece of content that holds byte `from`, from there on; empty at the end. */
  readonly readFrom: (from: number) => Promise<Result<Uint8Array, FileFailure>>;
  readonly close: () => Promise<void>;
}

/** Files about people beside the database: encrypted with the subject's key and found by the hash of what they hold. */
export interface FileStore {
  /** `draft` is a name of the caller's own, `[A-Za-z0-9_-]{1,64}`. A draft of that name that is there is overwritten. */
  readonly begin: (subjectId: SubjectId, draft: string) => Promise<Result<FileDraft, FileFailure>>;
  readonly put: (
    subjectId: SubjectId,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ) => Promise<Result<StoredFile, FileFailure>>;
  /** Files what a crash left of a draft; null where there is none, or nothing in it. */
  readonly recover: (subjectId: SubjectId, draft: string) => Promise<Result<StoredFile | null, FileFailure>>;
  readonly open: (subjectId: SubjectId, hash: Hash) => Promise<Result<FileReader, FileFailure>>;
  readonly remove: (subjectId: SubjectId, hash: Hash) => Promise<Result<void, FileFailure>>;
  /**
   * Removes what a crash left of files that were being put: unlike a recording, nobody goes on with one. Those that are
   * younger than this store stay, since they may be on their way.
   */
  readonly sweep: () => Promise<void>;
  /** Removes everything kept about the subject. */
  readonly removeAll: (subjectId: SubjectId) => Promise<Result<void, FileFailure>>;
}

/** A subject's key, or null where it cannot be had. */
export type SubjectKeyOf = (
  subjectId: SubjectId,
) => { readonly keyVersion: number; readonly key: Uint8Array } | null;

const ownerOnly = 0o600;
const draftName = /^[A-Za-z0-9_-]{1,64}$/;

const attempt = async <Value>(
  act: () => Promise<Result<Value, FileFailure>>,
): Promise<Result<Value, FileFailure>> => {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")
      return err({ type: "notThere" });
    const failure = writeFailureOf(thrown, "");
    if (failure === null) throw thrown;
    return err({ type: failure.type === "diskFull" ? "diskFull" : "notWritable" });
  }
};

/** Makes the store in `folder`. */
export const createFileStore = (folder: string, subjectKeyOf: SubjectKeyOf): FileStore => {
  const folderOf = (subjectId: SubjectId): string => join(folder, Buffer.from(subjectId).toString("hex"));
  const openedAt = Date.now();
  const draftPath = (subjectId: SubjectId, draft: string): string => {
    if (!draftName.test(draft)) throw new Error("a draft's name has letters, digits, - and _ only");
    return join(folderOf(subjectId), `${Buffer.from(draft).toString("hex")}.part`);
  };
  /** By a keyed hash: whoever sees the folder cannot tell whether a file they know is among them. */
  const pathOf = (subjectId: SubjectId, hash: Hash, key: Uint8Array): string => {
    const name = createHmac("sha256", key).update(`panelbook/1/file-name\0${hash}`).digest("hex");
    return join(folderOf(subjectId), `${name}.pbf`);
  };
  const file = async (
    subjectId: SubjectId,
    key: Uint8Array,
    from: string,
    content: { readonly hash: Uint8Array; readonly size: number },
  ): Promise<StoredFile> => {
    const hash = hashSchema.parse(Buffer.from(content.hash).toString("base64url"));
    await rename(from, pathOf(subjectId, hash, key));
    await syncFolder(folderOf(subjectId));
    return { hash, size: content.size };
  };

  const begin: FileStore["begin"] = (subjectId, draft) =>
    attempt(async () => {
      const subject = subjectKeyOf(subjectId);
      if (subject === null) return err({ type: "noKey" });
      const path = draftPath(subjectId, draft);
      await mkdir(folderOf(subjectId), { recursive: true, mode: 0o700 });
      const handle = await open(path, "w+", ownerOnly);
      const writer = await begunIn(handle, newPieceKey(subject, randomBytes(32)));
      await syncFolder(folderOf(subjectId));
      const filed = (content: { readonly hash: Uint8Array; readonly size: number }) =>
        file(subjectId, subject.key, path, content);
      const isPut = draft.startsWith(putPrefix);
      return ok(draftOf({ handle, writer, path, filed, isPut }));
    });

  return {
    begin,
    put: async (subjectId, chunks) => {
      const begun = await begin(subjectId, `${putPrefix}${randomBytes(8).toString("hex")}`);
      if (!begun.ok) return begun;
      for await (const chunk of chunks) {
        const taken = await begun.value.append(chunk);
        if (taken.ok) continue;
        await begun.value.abandon();
        return taken;
      }
      return begun.value.finish();
    },
    recover: async (subjectId, draft) => {
      const recovered = await attempt<StoredFile | null>(async () => {
        const subject = subjectKeyOf(subjectId);
        if (subject === null) return err({ type: "noKey" });
        const path = draftPath(subjectId, draft);
        const handle = await open(path, "r+");
        const content = await closed(handle, subject.key).finally(() => handle.close());
        if (content !== null) return ok(await file(subjectId, subject.key, path, content));
        await rm(path, { force: true });
        return ok(null);
      });
      return !recovered.ok && recovered.error.type === "notThere" ? ok(null) : recovered;
    },
    open: (subjectId, hash) =>
      attempt(async () => {
        const subject = subjectKeyOf(subjectId);
        if (subject === null) return err({ type: "noKey" });
        const handle = await open(pathOf(subjectId, hash, subject.key), "r");
        const index = await indexPieces(handle, subject.key);
        if (index !== null && (await endIsSound(handle, index))) return ok(readerOf(handle, index));
        await handle.close();
        return err({ type: "damaged" });
      }),
    remove: (subjectId, hash) =>
      attempt(async () => {
        const subject = subjectKeyOf(subjectId);
        if (subject === null) return err({ type: "noKey" });
        await rm(pathOf(subjectId, hash, subject.key), { force: true });
        return ok(undefined);
      }),
    sweep: () => sweepLeftovers(folder, openedAt),
    removeAll: (subjectId) =>
      attempt(async () => {
        await rm(folderOf(subjectId), { recursive: true, force: true });
        return ok(undefined);
      }),
  };
};

/** Closes what a crash left; null where nothing of it can be read. */
const closed = async (
  handle: FileHandle,
  key: Uint8Array,
): Promise<{ readonly hash: Uint8Array; readonly size: number } | null> => {
  const found = await indexPieces(handle, key);
  if (found === null) return null;
  const closer = await closerOf(handle, found);
  return closer.size() === 0 ? null : { size: closer.size(), hash: await closer.close() };
};

const begunIn = async (handle: FileHandle, pieceKey: PieceKey): Promise<PieceWriter> => {
  try {
    return await beginPieces(handle, pieceKey);
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
};

interface DraftParts {
  readonly handle: FileHandle;
  readonly writer: PieceWriter;
  readonly path: string;
  readonly filed: (content: { readonly hash: Uint8Array; readonly size: number }) => Promise<StoredFile>;
  /** Nobody goes on with it after a failure: what is there of it would only take room. */
  readonly isPut: boolean;
}

const draftOf = ({ handle, writer, path, filed, isPut }: DraftParts): FileDraft => ({
  size: writer.size,
  append: (bytes) =>
    attempt(async () => {
      await writer.append(bytes);
      return ok(undefined);
    }),
  finish: () =>
    attempt(async () => {
      try {
        const hash = await writer.close().finally(() => handle.close());
        return ok(await filed({ hash, size: writer.size() }));
      } catch (thrown) {
        if (isPut) await rm(path, { force: true });
        throw thrown;
      }
    }),
  abandon: async () => {
    await handle.close();
    await rm(path, { force: true });
  },
});

const readerOf = (handle: FileHandle, index: PieceIndex): FileReader => ({
  size: index.size,
  readFrom: (from) =>
    attempt(async () => {
      if (from >= index.size) return ok(new Uint8Array(0));
      const number = pieceAt(index, from);
      const content = await readPiece(handle, index, number);
      if (content === null) return err({ type: "damaged" });
      return ok(content.subarray(from - (index.places[number]?.from ?? 0)));
    }),
  close: () => handle.close(),
});
