import { beforeAll, describe, expect, it } from "vitest";
import type { FrameCipher } from "../../../../src/sync/gate/frame-cipher";
import { aCipher, aDevice } from "../../../support/sync/keys";
import { linkedDoc, unopenedDoc } from "../../../support/sync/linked-docs";

let cipher: FrameCipher;
beforeAll(async () => {
  cipher = await aCipher();
});

const mark = (key: string) => (side: ReturnType<typeof linkedDoc>) => {
  side.doc.getMap("coverage").set(key, "asked");
};
const framesOf = async (...acts: ((side: ReturnType<typeof linkedDoc>) => void)[]): Promise<Uint8Array[]> => {
  const side = linkedDoc(aDevice(1), cipher);
  for (const act of acts) act(side);
  await side.link.idle();
  return side.sent;
};

describe("a connection", () => {
  it("carries changes sealed, in the order they were made, and says who speaks", async () => {
    const frames = await framesOf(mark("a"), mark("b"), mark("c"));
    const receiver = linkedDoc(aDevice(2), cipher);
    for (const frame of frames) receiver.link.receive(frame);
    await receiver.link.idle();
    expect([...receiver.doc.getMap("coverage").keys()]).toEqual(["a", "b", "c"]);
    expect(receiver.reasons).toEqual([]);
    expect(receiver.devices).toEqual([aDevice(1)]);
    expect(frames.map((frame) => Buffer.from(frame).includes("asked"))).toEqual([false, false, false]);
  });

  it("keeps the order though sealing and opening take differently long", async () => {
    let turn = 0;
    const uneven = async (): Promise<void> => {
      turn += 1;
      for (let wait = (turn * 7) % 5; wait > 0; wait -= 1) await Promise.resolve();
    };
    const slow: FrameCipher = {
      seal: (associated, message) => uneven().then(() => cipher.seal(associated, message)),
      open: (associated, sealed) => uneven().then(() => cipher.open(associated, sealed)),
    };
    const [sender, receiver] = [linkedDoc(aDevice(1), slow), linkedDoc(aDevice(2), slow)];
    for (let index = 0; index < 20; index += 1) mark(`k${index}`)(sender);
    await sender.link.idle();
    for (const frame of sender.sent) receiver.link.receive(frame);
    await receiver.link.idle();
    expect(receiver.reasons).toEqual([]);
    expect([...receiver.doc.getMap("coverage").keys()]).toEqual(
      Array.from({ length: 20 }, (_, index) => `k${index}`),
    );
  });

  it("sends nothing before the channel is open and nothing after it was closed", async () => {
    const side = unopenedDoc(aDevice(1), cipher);
    mark("a")(side);
    await side.link.idle();
    expect(side.sent).toEqual([]);
    side.link.opened();
    mark("b")(side);
    await side.link.idle();
    expect(side.sent).toHaveLength(1);
    side.link.close();
    mark("c")(side);
    await side.link.idle();
    expect(side.sent).toHaveLength(1);
  });

  it("refuses a frame it had before", async () => {
    const [frame = new Uint8Array()] = await framesOf(mark("a"));
    const receiver = linkedDoc(aDevice(2), cipher);
    receiver.link.receive(frame);
    receiver.link.receive(frame);
    await receiver.link.idle();
    expect(receiver.reasons).toEqual(["replayed"]);
  });

  it("refuses its own frame when it comes back", async () => {
    const side = linkedDoc(aDevice(1), cipher);
    mark("a")(side);
    await side.link.idle();
    for (const frame of side.sent) side.link.receive(frame);
    await side.link.idle();
    expect(side.reasons).toEqual(["reflected"]);
  });

  it("refuses a second device on the same connection", async () => {
    const other = linkedDoc(aDevice(3), cipher);
    mark("b")(other);
    await other.link.idle();
    const receiver = linkedDoc(aDevice(2), cipher);
    for (const frame of [...(await framesOf(mark("a"))), ...other.sent]) receiver.link.receive(frame);
    await receiver.link.idle();
    expect(receiver.reasons).toEqual(["otherDevice"]);
    expect([...receiver.doc.getMap("coverage").keys()]).toEqual(["a"]);
  });

  it("refuses a laptop with another key, as one of an earlier generation has", async () => {
    const earlier = linkedDoc(aDevice(1), await aCipher(8));
    mark("a")(earlier);
    await earlier.link.idle();
    const receiver = linkedDoc(aDevice(2), cipher);
    for (const frame of earlier.sent) receiver.link.receive(frame);
    await receiver.link.idle();
    expect(receiver.reasons).toEqual(["doesNotOpen"]);
    expect(receiver.devices).toEqual([]);
    expect(receiver.doc.getMap("coverage").size).toBe(0);
  });

  it("does not send what no peer would take", async () => {
    const side = linkedDoc(aDevice(1), cipher, { messageBytes: 200 });
    side.doc.getText("discussion:x").insert(0, "long ".repeat(100));
    await side.link.idle();
    expect(side.sent).toEqual([]);
    expect(side.reasons).toEqual(["failedHere"]);
  });

  it("refuses a frame that is longer than any may be without opening it", async () => {
    const receiver = linkedDoc(aDevice(2), cipher, { messageBytes: 200 });
    receiver.link.receive(new Uint8Array(200 + 67 + 1));
    await receiver.link.idle();
    expect(receiver.reasons).toEqual(["tooLarge"]);
  });
});
