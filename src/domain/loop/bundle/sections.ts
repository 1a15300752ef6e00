import { err, ok, type Result } from "../../result";
import { concatBytes } from "../../sealing/bytes";

/**
 * A bundle's contents are sections one after another: kind (1 byte), length (4 bytes, big-endian), that many bytes. The
 * first is `about`. A kind, once written, keeps its meaning; a reader passes over kinds it does not know.
 */
export const sectionKinds = {
  /** Canonical JSON: what the bundle is and whose. */
  about: 1,
  /** The loop's whole document, in Yjs' second encoding. */
  state: 2,
  /** The bytes of one signed entry. */
  entry: 3,
  /** Canonical JSON: what one person handed on. */
  shares: 4,
} as const;

export interface Section {
  readonly kind: number;
  readonly bytes: Uint8Array;
}

/** Kind and length before every section. */
export const sectionHeadBytes = 5;
/** No section is larger; a document of the loop's that were could not be sent to a laptop in the room either. */
export const maxSectionBytes = 32 * 1024 * 1024;
/** No bundle is larger. */
export const maxContentsBytes = 256 * 1024 * 1024;

export const contentsLength = (sections: readonly Section[]): number =>
  sections.reduce((length, { bytes }) => length + sectionHeadBytes + bytes.length, 0);

/** What stands before a section's bytes. */
export const sectionHead = (kind: number, length: number): Uint8Array => {
  const head = new Uint8Array(sectionHeadBytes);
  head[0] = kind;
  new DataView(head.buffer).setUint32(1, length);
  return head;
};

/** The contents in pieces of exactly `pieceBytes`, the last one shorter; never more than one piece at a time. */
export function* contentsPieces(
  sections: readonly Section[],
  pieceBytes: number,
): Generator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(pieceBytes);
  let filled = 0;
  for (const source of sections.flatMap((section) => [
    sectionHead(section.kind, section.bytes.length),
    section.bytes,
  ])) {
    for (let from = 0; from < source.length; ) {
      const some = source.subarray(from, from + pieceBytes - filled);
      piece.set(some, filled);
      filled += some.length;
      from += some.length;
      if (filled === pieceBytes) {
        yield piece;
        piece = new Uint8Array(pieceBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

export type ContentsRefusal = { readonly type: "contentsInvalid" };

/** Takes contents in pieces of any size and gives back whole sections. */
export interface SectionReader {
  readonly push: (piece: Uint8Array) => Result<readonly Section[], ContentsRefusal>;
  /** False while a section has begun and not ended. */
  readonly isWhole: () => boolean;
}

const invalid = err<ContentsRefusal>({ type: "contentsInvalid" });

/** Collects the next `wanted` bytes from pieces. */
const collector = (wanted: number) => {
  const parts: Uint8Array[] = [];
  let missing = wanted;
  return {
    /** How many of these bytes were taken. */
    take: (bytes: Uint8Array): number => {
      const some = bytes.slice(0, missing);
      parts.push(some);
      missing -= some.length;
      return some.length;
    },
    isFull: () => missing === 0,
    isEmpty: () => missing === wanted,
    bytes: () => concatBytes(...parts),
  };
};

export const sectionReader = (): SectionReader => {
  let kind: number | null = null;
  let wanted = collector(sectionHeadBytes);

  const finished = (): Result<Section | null, ContentsRefusal> => {
    const bytes = wanted.bytes();
    if (kind !== null) {
      const section = { kind, bytes };
      kind = null;
      wanted = collector(sectionHeadBytes);
      return ok(section);
    }
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
    if (length > maxSectionBytes) return invalid;
    kind = bytes[0] ?? 0;
    wanted = collector(length);
    return ok(null);
  };
  return {
    push: (piece) => {
      const sections: Section[] = [];
      for (let from = 0; from < piece.length || wanted.isFull(); ) {
        from += wanted.take(piece.subarray(from));
        if (!wanted.isFull()) continue;
        const section = finished();
        if (!section.ok) return section;
        if (section.value !== null) sections.push(section.value);
      }
      return ok(sections);
    },
    isWhole: () => kind === null && wanted.isEmpty(),
  };
};
