import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep1, writeSyncStep2, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import type { DoorNews } from "../../../../src/domain/loop/lobby/passed-on";
import { maxDraftCopyBytes } from "../../../../src/domain/sealing/draft-copy";
import {
  decodeMessage,
  encodeAskDrafts,
  encodeAskState,
  encodeDigest,
  encodeDoorNews,
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

describe("messages about who waits at a door", () => {
  const id = (fill: string): string => fill.repeat(22);
  const aKnock = (fill: string, longest = false) => ({
    requestId: id(fill),
    proof: {
      hello: longest ? '"'.repeat(2000) : "{}",
      ephemeralKey: "e".repeat(43),
      nonce: "n".repeat(43),
      opening: longest ? "\u0001".repeat(4000) : "{}",
      signature: "s".repeat(86),
    },
  });
  const knocks = ["a", "b", "c", "d"].map((fill) => aKnock(fill));
  const turnedAway = Array.from({ length: 32 }, () => id("x"));
  /** As a changed program could write it. */
  const saying = (text: string): Uint8Array =>
    written(70, (encoder) => encoding.writeVarString(encoder, text));
  const telling = (news: unknown): Uint8Array => saying(JSON.stringify(news));

  it("carry as many as a door passes on, each as long as it may be, under a number that stays", () => {
    for (const news of [
      { knocks, turnedAway },
      { knocks: ["a", "b", "c", "d"].map((fill) => aKnock(fill, true)), turnedAway },
      { knocks: [], turnedAway: [] },
    ]) {
      expect(decodeMessage(encodeDoorNews(news as DoorNews))).toEqual({ kind: "doorNews", news });
      expect(encodeDoorNews(news as DoorNews)).toEqual(telling(news));
    }
  });

  it("that are no such news are none", () => {
    for (const text of ["", "{", "null", "[]", '"knocks"', "{}", '{"knocks":[]}'])
      expect(decodeMessage(saying(text)), text).toBeNull();
    expect(decodeMessage(Uint8Array.of(70))).toBeNull();
    expect(decodeMessage(Uint8Array.of(70, 5, 123))).toBeNull();
    expect(decodeMessage(Uint8Array.from([...telling({ knocks, turnedAway }), 0]))).toBeNull();
  });

  it("that name more than anybody tells are none", () => {
    expect(decodeMessage(telling({ knocks: [...knocks, aKnock("e")], turnedAway }))).toBeNull();
    expect(decodeMessage(telling({ knocks, turnedAway: [...turnedAway, id("y")] }))).toBeNull();
  });

  it("longer than any may be are none, though nothing in them is", () => {
    const news = JSON.stringify({ knocks, turnedAway });
    const longest = 128 * 1024;
    expect(decodeMessage(saying(news.padEnd(longest)))?.kind).toBe("doorNews");
    expect(decodeMessage(saying(news.padEnd(longest + 1)))).toBeNull();
  });

  it("that say anything else beside it, or of requests that no door has, are none", () => {
    const [knock] = knocks;
    for (const news of [
      { knocks, turnedAway, admitted: [id("a")] },
      { knocks: [{ ...knock, personId: "ana" }], turnedAway },
      { knocks: [{ ...knock, requestId: "../../etc/passwd______" }], turnedAway },
      { knocks: [{ ...knock, proof: { ...knock?.proof, signature: "s".repeat(85) } }], turnedAway },
      { knocks: [{ requestId: id("a") }], turnedAway },
      { knocks, turnedAway: [id("x").slice(1)] },
      { knocks, turnedAway: [7] },
    ])
      expect(decodeMessage(telling(news)), JSON.stringify(news).slice(0, 80)).toBeNull();
  });
});
