import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { type DeviceId, deviceIdSchema, slotIdSchema } from "../../domain/ids";
import { addressText, type LanAddress, parseAddress } from "../../domain/loop/lan-address";
import { type DoorNews, doorNewsSchema } from "../../domain/loop/lobby/passed-on";
import { isOnLocalNetwork } from "../../domain/loop/local-network";
import { maxDraftCopyBytes } from "../../domain/sealing/draft-copy";
import type { StateDigest } from "../state-digest";
import type { Caret } from "./carets";

/**
 * What travels inside a frame. The first number says which: below 64 they are those of y-webrtc and y-protocols,
 * which write and answer them; from 64 on they are ours. A number, once published, keeps its meaning.
 */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  askAwareness: 3,
  digest: 64,
  doors: 65,
  held: 66,
  draftCopy: 67,
  askDrafts: 68,
  caret: 69,
  doorNews: 70,
  passedOn: 71,
} as const;
/** Addresses that one laptop may name as its own. */
const mostDoors = 4;
const longestDoor = 64;
/** A place in a text takes some ten bytes, and its text's name. */
const longestPlace = 200;
/** Four requests at their longest, and who was turned away, with every letter escaped. */
const longestDoorNews = 128 * 1024;
const syncTypes = { askState: 0, state: 1, update: 2 } as const;

export type Message =
  /** "Here is what I have; send me the rest." */
  | { readonly kind: "askState"; readonly vector: Uint8Array }
  /** The answer to that. */
  | { readonly kind: "state"; readonly update: Uint8Array }
  /** A change as it happens. */
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "awareness"; readonly states: Uint8Array }
  | { readonly kind: "askAwareness" }
  /** "This is the state I am in": whoever is in another asks. */
  | { readonly kind: "digest"; readonly digest: StateDigest }
  /** "Laptops can meet here." Addresses on the local network and no others. */
  | { readonly kind: "doors"; readonly doors: readonly LanAddress[] }
  /** "This state is durable on my disk." */
  | { readonly kind: "held"; readonly held: StateDigest }
  /** "Keep this for me": a laptop's card in progress, which only its author opens. */
  | { readonly kind: "draftCopy"; readonly copy: Uint8Array }
  /** "Give me what you keep for me." */
  | { readonly kind: "askDrafts" }
  /** "My cursor stands here in a slot's shared notes", or nowhere any more. */
  | { readonly kind: "caret"; readonly caret: Caret | null }
  /** "This one waits at my door; that one was turned away." */
  | { readonly kind: "doorNews"; readonly news: DoorNews }
  /** Of a newer program. */
  | { readonly kind: "unknown" };

/** A copy of its own: lib0 reads past a view's end into the buffer under it. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** Throws where the vector is none; y-protocols would throw later, where nobody expects it. */
const stateVector = (bytes: Uint8Array): Uint8Array => {
  Y.decodeStateVector(bytes);
  return bytes;
};

const readBytes = (decoder: decoding.Decoder): Uint8Array => copyOf(decoding.readVarUint8Array(decoder));

const readSync = (decoder: decoding.Decoder): Message => {
  switch (decoding.readVarUint(decoder)) {
    case syncTypes.askState:
      return { kind: "askState", vector: stateVector(readBytes(decoder)) };
    case syncTypes.state:
      return { kind: "state", update: readBytes(decoder) };
    case syncTypes.update:
      return { kind: "update", update: readBytes(decoder) };
    default:
      return { kind: "unknown" };
  }
};

const readDigest = (decoder: decoding.Decoder): StateDigest => {
  const vector = stateVector(readBytes(decoder));
  return { vector, mark: decoding.readUint32BigEndian(decoder) };
};

const readDoor = (decoder: decoding.Decoder): LanAddress => {
  const text = decoding.readVarString(decoder);
  const address = text.length > longestDoor ? null : parseAddress(text);
  if (address === null || !isOnLocalNetwork(address)) throw new Error("not an address of this network");
  return address;
};

const readDoors = (decoder: decoding.Decoder): readonly LanAddress[] => {
  const count = decoding.readVarUint(decoder);
  if (count > mostDoors) throw new Error("too many addresses");
  return Array.from({ length: count }, () => readDoor(decoder));
};

const readCopy = (decoder: decoding.Decoder): Uint8Array => {
  const copy = readBytes(decoder);
  if (copy.length > maxDraftCopyBytes) throw new Error("too long for a card in progress");
  return copy;
};

const readCaret = (decoder: decoding.Decoder): Caret | null => {
  const slotId = decoding.readVarString(decoder);
  const place = readBytes(decoder);
  if (slotId === "" && place.length === 0) return null;
  if (place.length === 0 || place.length > longestPlace) throw new Error("no place in a text");
  return { slotId: slotIdSchema.parse(slotId), place };
};

/** Throws where the text is none or names more than anybody tells. */
const readDoorNews = (decoder: decoding.Decoder): DoorNews => {
  const text = decoding.readVarString(decoder);
  if (text.length > longestDoorNews) throw new Error("too long for who waits at a door");
  return doorNewsSchema.parse(JSON.parse(text));
};

const readMessage = (decoder: decoding.Decoder): Message => {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder);
    case messageTypes.awareness:
      return { kind: "awareness", states: readBytes(decoder) };
    case messageTypes.askAwareness:
      return { kind: "askAwareness" };
    case messageTypes.digest:
      return { kind: "digest", digest: readDigest(decoder) };
    case messageTypes.doors:
      return { kind: "doors", doors: readDoors(decoder) };
    case messageTypes.held:
      return { kind: "held", held: readDigest(decoder) };
    case messageTypes.draftCopy:
      return { kind: "draftCopy", copy: readCopy(decoder) };
    case messageTypes.doorNews:
      return { kind: "doorNews", news: readDoorNews(decoder) };
    case messageTypes.askDrafts:
      return { kind: "askDrafts" };
    case messageTypes.caret:
      return { kind: "caret", caret: readCaret(decoder) };
    default:
      return { kind: "unknown" };
  }
};

/** The message, or null where the bytes are none: cut off, too long, or with lengths that lie. */
export const decodeMessage = (bytes: Uint8Array): Message | null => {
  const decoder = decoding.createDecoder(copyOf(bytes));
  try {
    const message = readMessage(decoder);
    const complete = decoder.pos <= bytes.length && !decoding.hasContent(decoder);
    return complete || message.kind === "unknown" ? message : null;
  } catch {
    return null;
  }
};

const encoded = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** What asks a peer for everything `vector` lacks; y-webrtc on the other side answers it. */
export const encodeAskState = (vector: Uint8Array): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, syncTypes.askState);
    encoding.writeVarUint8Array(encoder, vector);
  });

const encodeState = (type: number, { vector, mark }: StateDigest): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, vector);
    encoding.writeUint32BigEndian(encoder, mark);
  });

export const encodeDigest = (digest: StateDigest): Uint8Array => encodeState(messageTypes.digest, digest);

export const encodeHeld = (held: StateDigest): Uint8Array => encodeState(messageTypes.held, held);

export const encodeDraftCopy = (copy: Uint8Array): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.draftCopy);
    encoding.writeVarUint8Array(encoder, copy);
  });

export const encodeAskDrafts = (): Uint8Array =>
  encoded((encoder) => encoding.writeVarUint(encoder, messageTypes.askDrafts));

export const encodeCaret = (caret: Caret | null): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.caret);
    encoding.writeVarString(encoder, caret?.slotId ?? "");
    encoding.writeVarUint8Array(encoder, caret?.place ?? new Uint8Array());
  });

/** The first few, since no laptop listens to more. */
export const encodeDoors = (doors: readonly LanAddress[]): Uint8Array =>
  encoded((encoder) => {
    const told = doors.filter(isOnLocalNetwork).slice(0, mostDoors);
    encoding.writeVarUint(encoder, messageTypes.doors);
    encoding.writeVarUint(encoder, told.length);
    for (const door of told) encoding.writeVarString(encoder, addressText(door));
  });

export const encodeDoorNews = (news: DoorNews): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.doorNews);
    encoding.writeVarString(encoder, JSON.stringify(news));
  });

/** A change that another laptop made, and whose; as a message of ours around that of y-protocols. */
export interface PassedOn {
  /** By the word of whoever passes it on; null where they cannot tell. */
  readonly author: DeviceId | null;
  readonly update: Uint8Array;
}

export const encodePassedOn = ({ author, update }: PassedOn): Uint8Array =>
  encoded((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.passedOn);
    encoding.writeVarString(encoder, author ?? "");
    encoding.writeVarUint8Array(encoder, update);
  });

const readPassedOn = (decoder: decoding.Decoder): PassedOn | null => {
  if (decoding.readVarUint(decoder) !== messageTypes.passedOn) return null;
  const name = decoding.readVarString(decoder);
  const update = readBytes(decoder);
  const author = name === "" ? null : deviceIdSchema.parse(name);
  return isUpdateMessage(update) && !decoding.hasContent(decoder) ? { author, update } : null;
};

export const isPassedOn = (bytes: Uint8Array): boolean => bytes[0] === messageTypes.passedOn;

/** What was passed on, or null where the bytes are nothing of the kind. */
export const decodePassedOn = (bytes: Uint8Array): PassedOn | null => {
  try {
    return readPassedOn(decoding.createDecoder(copyOf(bytes)));
  } catch {
    return null;
  }
};

/** True for a change as it happens, without reading it whole. */
export const isUpdateMessage = (bytes: Uint8Array): boolean =>
  bytes[0] === messageTypes.sync && bytes[1] === syncTypes.update;
