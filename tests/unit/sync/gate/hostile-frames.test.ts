import * as encoding from "lib0/encoding";
import { beforeAll, describe, expect, it } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import type { FrameCipher } from "../../../../src/sync/gate/frame-cipher";
import { isLoopDocName } from "../../../../src/sync/loop-doc/names";
import { rounds } from "../../../support/full-run";
import type { SeededRandom } from "../../../support/seeded-random";
import { seededRandom } from "../../../support/seeded-random";
import { aCipher, aDevice } from "../../../support/sync/keys";
import { linkedDoc } from "../../../support/sync/linked-docs";

const fullRunMs = 120_000;

let cipher: FrameCipher;
beforeAll(async () => {
  cipher = await aCipher();
});

const filled = (doc: Y.Doc): void => {
  doc.getMap("coverage").set("slot/question/person", "asked");
  doc.getMap("entries").set("hash", Uint8Array.from([1, 2, 3, 4]));
  doc.getText("discussion:care").insert(0, "We differ on care.");
  doc.getText("discussion:care").delete(3, 2);
};

/** Genuine frames of a laptop that belongs to the loop. */
const genuineFrames = async (): Promise<Uint8Array[]> => {
  const sender = linkedDoc(aDevice(1), cipher);
  filled(sender.doc);
  await sender.link.idle();
  return sender.sent;
};

const flipped = (bytes: Uint8Array, random: SeededRandom): Uint8Array => {
  const changed = bytes.slice();
  const at = random.below(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
};
const cut = (bytes: Uint8Array, random: SeededRandom): Uint8Array =>
  bytes.slice(0, random.below(bytes.length));

const whole = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex");

/** The document as it would be after a restart. */
const reloaded = (doc: Y.Doc): string => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return whole(copy);
};

describe("a stranger's bytes", () => {
  const kinds: Record<string, (random: SeededRandom, genuine: readonly Uint8Array[]) => Uint8Array> = {
    "made by chance": (random) => {
      const bytes = random.bytes(random.below(300));
      if (bytes.length > 0 && random.below(2) === 0) bytes[0] = 1;
      return bytes;
    },
    "that are a cut frame": (random, genuine) => cut(random.pick(genuine), random),
    "that are a frame with one bit flipped": (random, genuine) => flipped(random.pick(genuine), random),
  };

  it.each(Object.entries(kinds))(
    "%s change nothing",
    async (_, make) => {
      const random = seededRandom(20261123);
      const genuine = await genuineFrames();
      const receiver = linkedDoc(aDevice(2), cipher);
      filled(receiver.doc);
      await receiver.link.idle();
      const [before, sent] = [whole(receiver.doc), receiver.sent.length];
      const count = rounds(2_000, 20_000);
      for (let round = 0; round < count; round += 1) receiver.link.receive(make(random, genuine));
      await receiver.link.idle();
      expect(whole(receiver.doc)).toBe(before);
      expect(receiver.sent.length).toBe(sent);
      expect(receiver.devices).toEqual([]);
      expect(receiver.reasons).toHaveLength(count);
      // What the bytes spoiled, they did not spoil for others: a genuine frame still comes in.
      for (const frame of genuine) receiver.link.receive(frame);
      await receiver.link.idle();
      expect(receiver.devices).toEqual([aDevice(1)]);
      expect(whole(receiver.doc)).not.toBe(before);
    },
    fullRunMs,
  );
});

describe("a member's bytes, sealed and damaged before", () => {
  const updateMessage = (update: Uint8Array): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    writeUpdate(encoder, update);
    return encoding.toUint8Array(encoder);
  };

  it(
    "are taken whole or not at all, and never leave the loop's own names",
    async () => {
      const random = seededRandom(4711);
      const source = new Y.Doc();
      filled(source);
      const update = Y.encodeStateAsUpdate(source);
      let taken = 0;
      const count = rounds(500, 5_000);
      for (let round = 0; round < count; round += 1) {
        const receiver = linkedDoc(aDevice(2), cipher);
        const sender = linkedDoc(aDevice(1), cipher);
        const before = whole(receiver.doc);
        sender.link.send(
          updateMessage(random.below(4) === 0 ? cut(update, random) : flipped(update, random)),
        );
        await sender.link.idle();
        for (const frame of sender.sent) receiver.link.receive(frame);
        await receiver.link.idle();
        if (receiver.reasons.length > 0) expect(whole(receiver.doc)).toBe(before);
        else taken += 1;
        expect(reloaded(receiver.doc)).toEqual(whole(receiver.doc));
        expect(receiver.doc.store.pendingStructs).toBeNull();
        expect([...receiver.doc.share.keys()].every(isLoopDocName)).toBe(true);
      }
      // Flips inside texts and values are good updates of somebody who may write them.
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThan(count);
    },
    fullRunMs,
  );
});
