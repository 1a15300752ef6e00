import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { isLoopDocName } from "../loop-doc/names";
import type { GateReason } from "./refusal";

/** Longest key in a map of the document. */
const maxKeyLength = 300;
/** Deepest nesting of a plain value. */
const maxDepth = 4;
/** Longest run of deleted content; Yjs counts positions in whole numbers that must stay exact. */
const maxLength = 2 ** 31;

class TooManyStructs extends Error {}

/** A reader that gives up after `limit` structs and shows where it stopped. */
const limitedDecoder = (limit: number) => {
  const readers: decoding.Decoder[] = [];
  class LimitedDecoder extends Y.UpdateDecoderV1 {
    private structs = 0;
    constructor(reader: decoding.Decoder) {
      super(reader);
      readers.push(reader);
    }
    override readInfo(): number {
      this.structs += 1;
      if (this.structs > limit) throw new TooManyStructs();
      return super.readInfo();
    }
  }
  const readToTheEnd = (): boolean => readers.every((reader) => !decoding.hasContent(reader));
  return { LimitedDecoder, readToTheEnd };
};

const isShallow = (value: unknown, depth = 0): boolean => {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return true;
  return depth < maxDepth && Object.values(value).every((item) => isShallow(item, depth + 1));
};

const isAllowedContent = (content: Y.Item["content"]): boolean => {
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isShallow(value));
  return (
    content instanceof Y.ContentBinary ||
    content instanceof Y.ContentString ||
    content instanceof Y.ContentDeleted
  );
};

/** In an update that was read and not applied, a parent is the name of a top-level type, an id, or inherited. */
const isAllowedPlace = ({ parent, parentSub, origin, rightOrigin }: Y.Item): boolean => {
  if (parentSub !== null && parentSub.length > maxKeyLength) return false;
  const place: unknown = parent;
  if (typeof place === "string") return isLoopDocName(place);
  return place === null && (origin !== null || rightOrigin !== null);
};

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

const structReason = (struct: Struct): GateReason | null => {
  const end = struct.id.clock + struct.length;
  if (struct.length < 1 || struct.length > maxLength || !Number.isSafeInteger(end)) return "notAnUpdate";
  if (!(struct instanceof Y.Item)) return null;
  if (!isAllowedContent(struct.content)) return "foreignContent";
  return isAllowedPlace(struct) ? null : "foreignName";
};

/**
 * Why an update may not touch a loop's document, or null. Reads it lazily and without applying it: Yjs itself
 * reserves memory for as many structs as an update claims to have. Say before: its bytes were authenticated.
 */
export const updateReason = (update: Uint8Array, maxStructs: number): GateReason | null => {
  const { LimitedDecoder, readToTheEnd } = limitedDecoder(maxStructs);
  try {
    const { structs } = Y.decodeUpdateV2(update, LimitedDecoder);
    if (!readToTheEnd()) return "notAnUpdate";
    for (const struct of structs) {
      const reason = structReason(struct);
      if (reason !== null) return reason;
    }
    return null;
  } catch (error) {
    return error instanceof TooManyStructs ? "tooManyStructs" : "notAnUpdate";
  }
};
