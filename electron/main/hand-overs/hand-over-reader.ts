import { createHash } from "node:crypto";
import {
  handedFileSchema,
  handOverKinds,
  readSection,
} from "../../../src/domain/candidates/hand-over/contents";
import { handOverFileKey, isSignedHandOver } from "../../../src/domain/candidates/hand-over/seal";
import { openBundleChunk } from "../../../src/domain/loop/bundle/seal";
import { type Section, sectionReader } from "../../../src/domain/loop/bundle/sections";
import { err, ok, type Result } from "../../../src/domain/result";
import { sameBytes } from "../../../src/domain/sealing/bytes";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import type { HandOverStep } from "../../contract/hand-overs";
import type { FileSink, OpenSink } from "./file-sinks";
import type { HandOverFile } from "./hand-over-file";
import type { Stretch } from "./words-key";

type Bad<Type extends string> = { readonly type: Type };

/** Chunks at one question: 4 MiB. */
const chunksAtOnce = 64;

/** One passage through the chunks, some at a time. `see` may end it with a refusal. */
const passage = <Refusal extends { readonly type: string }>(
  file: HandOverFile,
  crypto: CryptoPort,
  see: (chunk: Uint8Array, index: number) => Promise<Refusal | null>,
) => {
  const hashes = createHash("sha256");
  let index = 0;
  return {
    more: async (): Promise<Result<{ readonly done: number; readonly last: boolean }, Refusal>> => {
      for (const until = index + chunksAtOnce; index < file.chunks && index < until; index += 1) {
        const chunk = await file.chunk(index);
        hashes.update(crypto.sha256(chunk));
        const refusal = await see(chunk, index);
        if (refusal !== null) return err(refusal);
      }
      return ok({ done: index, last: index === file.chunks });
    },
    /** Once the last chunk was seen: SHA-256 of the chunks' hashes. */
    digest: () => new Uint8Array(hashes.digest()),
  };
};

const stepOf = (
  { chunks, header: { length } }: HandOverFile,
  { done, last }: { readonly done: number; readonly last: boolean },
): HandOverStep => ({ done: last ? length : Math.floor((length * done) / chunks), of: length, last });

/** Looks whether the file is what its laptop signed; the digest is remembered for whoever reads it afterwards. */
export const signatureCheck = (file: HandOverFile, crypto: CryptoPort) => {
  const seen = passage<never>(file, crypto, async () => null);
  let digest: Uint8Array | null = null;
  return {
    /** Of the whole file, once it was found to be signed. */
    digest: () => digest,
    more: async (): Promise<Result<HandOverStep, Bad<"damaged">>> => {
      const more = await seen.more();
      if (!more.ok || !more.value.last) return more.ok ? ok(stepOf(file, more.value)) : more;
      const found = seen.digest();
      const signed = {
        header: file.headerBytes,
        digest: found,
        signKey: file.header.signKey,
        signature: await file.signature(),
      };
      if (!isSignedHandOver(signed, crypto)) return err({ type: "damaged" });
      digest = found;
      return ok(stepOf(file, more.value));
    },
  };
};

/** The key of the words, where it opens the file; null where it does not. */
export const keyOpening = async (
  file: HandOverFile,
  words: string,
  { crypto, stretch }: { readonly crypto: CryptoPort; readonly stretch: Stretch },
): Promise<Uint8Array | null> => {
  const { salt } = file.header;
  const fileKey = handOverFileKey(await stretch(words, salt), salt, crypto);
  const place = { fileKey, header: file.headerBytes, index: 0, last: file.chunks === 1 };
  return openBundleChunk(await file.chunk(0), place, crypto) === null ? null : fileKey;
};

type ContentsRefusal = Bad<"damaged" | "contentsInvalid" | "gone">;

export interface ContentsParts {
  readonly file: HandOverFile;
  readonly fileKey: Uint8Array;
  /** Of the file as it was checked: one that was exchanged since has another. */
  readonly digest: Uint8Array;
  readonly crypto: CryptoPort;
  /** Whether whoever asked has left: the passage ends (`gone`) before its next chunk. */
  readonly isLeft: () => boolean;
}

/** Where a file of the contents goes, piece after piece; all but the pieces is for the window too. */
const sorting = <Failure extends { readonly type: string }>(
  openSink: OpenSink<Failure>,
  crypto: CryptoPort,
) => {
  let sink: FileSink<Failure> | null = null;
  const forWindow: Section[] = [];
  const close = async (): Promise<Failure | Bad<"contentsInvalid"> | null> => {
    const ended = sink;
    sink = null;
    return ended === null ? null : ended.end();
  };
  const take = async (section: Section): Promise<Failure | Bad<"contentsInvalid"> | null> => {
    if (section.kind === handOverKinds.piece)
      return sink === null ? { type: "contentsInvalid" } : sink.take(section.bytes);
    forWindow.push(section);
    if (section.kind !== handOverKinds.file) return null;
    const before = await close();
    if (before !== null) return before;
    const named = readSection(section, handedFileSchema, crypto);
    if (!named.ok) return named.error;
    const opened = await openSink(named.value);
    if (!opened.ok) return opened.error;
    sink = opened.value;
    return null;
  };
  return { take, close, taken: () => forWindow.splice(0), abandon: async () => sink?.abandon() };
};

export interface ContentsPassage<Failure extends { readonly type: string }> {
  /** Some more; the sections are all but the pieces of files. */
  readonly more: () => Promise<
    Result<HandOverStep & { readonly sections: readonly Section[] }, ContentsRefusal | Failure>
  >;
  readonly abandon: () => Promise<void>;
}

/** One passage through what is in the file; its files go where `openSink` says. */
export const contentsPassage = <Failure extends { readonly type: string }>(
  { file, fileKey, digest, crypto, isLeft }: ContentsParts,
  openSink: OpenSink<Failure>,
): ContentsPassage<Failure> => {
  const reader = sectionReader();
  const sorted = sorting(openSink, crypto);
  type Refusal = ContentsRefusal | Failure;
  const seen = passage<Refusal>(file, crypto, async (chunk, index) => {
    if (isLeft()) return { type: "gone" };
    const place = { fileKey, header: file.headerBytes, index, last: index === file.chunks - 1 };
    const bytes = openBundleChunk(chunk, place, crypto);
    if (bytes === null) return { type: "damaged" };
    const sections = reader.push(bytes);
    if (!sections.ok) return sections.error;
    for (const section of sections.value) {
      const refusal = await sorted.take(section);
      if (refusal !== null) return refusal;
    }
    return null;
  });
  const ended = async (): Promise<Refusal | null> => {
    const refusal = await sorted.close();
    if (refusal !== null) return refusal;
    if (!reader.isWhole()) return { type: "contentsInvalid" };
    return sameBytes(seen.digest(), digest) ? null : { type: "damaged" };
  };
  return {
    more: async () => {
      const more = await seen.more();
      if (!more.ok) return more;
      const refusal = more.value.last ? await ended() : null;
      return refusal === null ? ok({ ...stepOf(file, more.value), sections: sorted.taken() }) : err(refusal);
    },
    abandon: sorted.abandon,
  };
};
