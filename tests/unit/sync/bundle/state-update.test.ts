import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { unwrap } from "../../../../src/domain/result";
import { stateToUpdate } from "../../../../src/sync/bundle/state-update";
import { defaultGateLimits } from "../../../../src/sync/gate/limits";
import { seededRandom } from "../../../support/seeded-random";

const aDoc = (): Y.Doc => {
  const doc = new Y.Doc();
  const map = doc.getMap("coverage");
  for (let at = 0; at < 50; at += 1) map.set(`key-${at}`, "asked");
  map.delete("key-3");
  doc.getText("discussion:overall").insert(0, "A note.");
  return doc;
};
const refused = (type: string) => ({ ok: false, error: { type } });

/** The parts of the second encoding, in their order; those that are not given are empty. */
interface Parts {
  readonly keyClocks?: encoding.IntDiffOptRleEncoder;
  readonly clients: encoding.UintOptRleEncoder;
  readonly leftClocks?: encoding.IntDiffOptRleEncoder;
  readonly info: number;
  readonly text?: string;
  readonly lengths?: encoding.Encoder;
  readonly rest: (encoder: encoding.Encoder) => void;
}

const laidOut = (parts: Parts): Uint8Array => {
  const empty = new Uint8Array(0);
  const infos = encoding.createEncoder();
  encoding.writeUint8(infos, parts.info);
  const strings = new encoding.StringEncoder();
  if (parts.text !== undefined) strings.write(parts.text);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  for (const part of [
    parts.keyClocks?.toUint8Array() ?? empty,
    parts.clients.toUint8Array(),
    parts.leftClocks?.toUint8Array() ?? empty,
    empty,
    encoding.toUint8Array(infos),
    strings.toUint8Array(),
    empty,
    empty,
    parts.lengths === undefined ? empty : encoding.toUint8Array(parts.lengths),
  ])
    encoding.writeVarUint8Array(encoder, part);
  parts.rest(encoder);
  return encoding.toUint8Array(encoder);
};

/** A few bytes that say: a million million empty structs, all alike. */
const manyStructs = (): Uint8Array => {
  const clients = new encoding.UintOptRleEncoder();
  clients.write(1);
  const lengths = encoding.createEncoder();
  encoding.writeVarInt(lengths, -1);
  encoding.writeVarUint(lengths, 2 ** 40);
  return laidOut({
    clients,
    info: 0,
    lengths,
    rest: (encoder) => {
      for (const number of [1, 2 ** 40, 0]) encoding.writeVarUint(encoder, number);
    },
  });
};

/** So many formats under one key, which stands there once. */
const manyFormats = (count: number, key: string): Uint8Array => {
  const keyClocks = new encoding.IntDiffOptRleEncoder();
  const clients = new encoding.UintOptRleEncoder();
  const leftClocks = new encoding.IntDiffOptRleEncoder();
  clients.write(1);
  for (let at = 0; at < count; at += 1) {
    keyClocks.write(0);
    clients.write(1);
    leftClocks.write(0);
  }
  const formatAfterAnother = 0x80 | 6;
  return laidOut({
    keyClocks,
    clients,
    leftClocks,
    info: formatAfterAnother,
    text: key,
    rest: (encoder) => {
      for (const number of [1, count, 0]) encoding.writeVarUint(encoder, number);
      for (let at = 0; at < count; at += 1) encoding.writeAny(encoder, null);
      encoding.writeVarUint(encoder, 0);
    },
  });
};

describe("a document's state from a bundle", () => {
  it("becomes the update that leads to the same document", () => {
    const doc = aDoc();
    const update = unwrap(stateToUpdate(Y.encodeStateAsUpdateV2(doc), defaultGateLimits));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, update);
    expect(copy.getMap("coverage").toJSON()).toEqual(doc.getMap("coverage").toJSON());
    expect(copy.getText("discussion:overall").toString()).toBe("A note.");
    expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
  });

  it("that claims a million million structs is refused at once", () => {
    const state = manyStructs();
    expect(state.length).toBeLessThan(50);
    expect(stateToUpdate(state, defaultGateLimits)).toEqual(refused("tooManyStructs"));
  });

  it("whose one key stands for the text of many is refused where that grows too large", () => {
    const state = manyFormats(1_000, "k".repeat(300));
    expect(state.length).toBeLessThan(2_000);
    expect(stateToUpdate(state, defaultGateLimits).ok).toBe(true);
    expect(stateToUpdate(state, { ...defaultGateLimits, messageBytes: 100_000 })).toEqual(
      refused("tooLarge"),
    );
    expect(stateToUpdate(state, { ...defaultGateLimits, messageBytes: 1_000 })).toEqual(refused("tooLarge"));
  });

  it("cut off or scrambled is refused or read, and never throws", () => {
    const state = Y.encodeStateAsUpdateV2(aDoc());
    const random = seededRandom(11);
    for (let length = 0; length < state.length; length += 3)
      expect(stateToUpdate(state.subarray(0, length), defaultGateLimits).ok).toBe(false);
    for (let round = 0; round < 300; round += 1) {
      const changed = state.slice();
      const at = Math.floor(random.next() * changed.length);
      changed[at] = Math.floor(random.next() * 256);
      stateToUpdate(changed, { ...defaultGateLimits, structs: 5_000 });
    }
  });
});
