import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep1, writeSyncStep2, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { maxDraftCopyBytes } from "../../../../src/domain/sealing/draft-copy";
import {
  decodeMessage,
  encodeAskDrafts,
  encodeAskState,
  encodeDigest,
  encodeDraftCopy,
  isUpdateMessage,
} from "../../../../src/sync/gate/message";

/** Messages as y-webrtc writes them, with its own tools. */
const written = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

const doc = new Y.Doc();
doc.getMap("coverage").set("k", "asked");
const update = Y.encodeStateAsUpdate(doc);
const vector = Y.encodeStateVector(doc);
const awareness = new Awareness(doc);
const states = encodeAwarenessUpdate(awareness, [doc.clientID]);
awareness.destroy();

const messages = {
  askState: written(0, (encoder) => writeSyncStep1(encoder, doc)),
  state: written(0, (encoder) => writeSyncStep2(encoder, doc)),
  update: written(0, (encoder) => writeUpdate(encoder, update)),
  awareness: written(1, (encoder) => encoding.writeVarUint8Array(encoder, states)),
  askAwareness: written(3, () => undefined),
  digest: encodeDigest({ vector, mark: 0xfedcba98 }),
};

describe("messages of y-webrtc and ours", () => {
  it("are told apart by what they are for", () => {
    expect(decodeMessage(messages.askState)).toEqual({ kind: "askState", vector });
    expect(decodeMessage(messages.state)).toEqual({ kind: "state", update });
    expect(decodeMessage(messages.update)).toEqual({ kind: "update", update });
    expect(decodeMessage(messages.awareness)).toEqual({ kind: "awareness", states });
    expect(decodeMessage(messages.askAwareness)).toEqual({ kind: "askAwareness" });
    expect(decodeMessage(messages.digest)).toEqual({ kind: "digest", digest: { vector, mark: 0xfedcba98 } });
  });

  it("ask for a state in the very bytes y-webrtc answers", () => {
    expect(encodeAskState(vector)).toEqual(messages.askState);
  });

  it.each(Object.entries(messages))("cut off anywhere are none: %s", (_, message) => {
    for (let length = 0; length < message.length; length += 1) {
      const cut = new Uint8Array(200);
      cut.set(message);
      expect(decodeMessage(cut.subarray(0, length)), `${length} bytes`).toBeNull();
    }
  });

  it.each(Object.entries(messages))("with a byte too many are none: %s", (_, message) => {
    expect(decodeMessage(Uint8Array.from([...message, 0]))).toBeNull();
  });

  it("with a length that lies are none", () => {
    expect(decodeMessage(Uint8Array.from([0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1]))).toBeNull();
    expect(decodeMessage(Uint8Array.from([0, 0, 3, 0xff, 0xff, 0xff]))).toBeNull();
  });

  it("of a newer program are unknown, not broken", () => {
    expect(decodeMessage(Uint8Array.from([99, 1, 2, 3]))).toEqual({ kind: "unknown" });
    expect(decodeMessage(Uint8Array.from([0, 9]))).toEqual({ kind: "unknown" });
  });

  it("that are changes as they happen are known by their first bytes", () => {
    expect(Object.entries(messages).filter(([, message]) => isUpdateMessage(message))).toEqual([
      ["update", messages.update],
    ]);
  });
});

describe("messages about cards in progress", () => {
  it("carry a copy, byte for byte, and the question for one's own", () => {
    const copy = Uint8Array.from({ length: 3000 }, (_, index) => index % 251);
    expect(decodeMessage(encodeDraftCopy(copy))).toEqual({ kind: "draftCopy", copy });
    expect(decodeMessage(encodeAskDrafts())).toEqual({ kind: "askDrafts" });
  });

  it("longer than any copy may be are none", () => {
    expect(decodeMessage(encodeDraftCopy(new Uint8Array(maxDraftCopyBytes)))?.kind).toBe("draftCopy");
    expect(decodeMessage(encodeDraftCopy(new Uint8Array(maxDraftCopyBytes + 1)))).toBeNull();
  });

  it("keep their numbers for ever", () => {
    expect(encodeDraftCopy(Uint8Array.of(7))).toEqual(Uint8Array.of(67, 1, 7));
    expect(encodeAskDrafts()).toEqual(Uint8Array.of(68));
  });
});
