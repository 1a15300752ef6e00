import { describe, expect, it } from "vitest";
import { chunkJoiner, cutFrame } from "../../../../../src/sync/transport/webrtc/chunks";
import { seededRandom } from "../../../../support/seeded-random";

const frameOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7) % 251);
const cut = (number: number, frame: Uint8Array, slice = 10): Uint8Array[] => [
  ...cutFrame(number, frame, slice),
];

const joinAll = (joiner: ReturnType<typeof chunkJoiner>, chunks: readonly Uint8Array[]) =>
  chunks.map((chunk) => joiner.add(chunk));

describe("a frame cut into chunks", () => {
  it("has a header of 17 bytes: format, frame number, index, count, whole length", () => {
    const [first, second] = cut(258, frameOf(13));
    expect([...(first ?? [])].slice(0, 17)).toEqual([1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 13]);
    expect([...(second ?? [])].slice(0, 17)).toEqual([1, 0, 0, 1, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 13]);
    expect(second).toHaveLength(17 + 3);
  });

  it("never makes a message of 64 KiB or more", () => {
    for (const chunk of cutFrame(0, frameOf(300_000))) expect(chunk.length).toBeLessThan(64 * 1024);
    expect([...cutFrame(0, frameOf(300_000))]).toHaveLength(5);
  });

  it.each([0, 1, 9, 10, 11, 20, 21, 1000])("of %i bytes is put together again", (length) => {
    const joiner = chunkJoiner(1000);
    const joined = joinAll(joiner, cut(0, frameOf(length)));
    expect(joined.slice(0, -1).every(({ state }) => state === "waiting")).toBe(true);
    expect(joined.at(-1)).toEqual({ state: "whole", frame: frameOf(length) });
  });

  it("is followed by the next one on the same channel", () => {
    const joiner = chunkJoiner(100);
    for (let number = 0; number < 5; number += 1) {
      expect(joinAll(joiner, cut(number, frameOf(25 + number))).at(-1)?.state).toBe("whole");
    }
  });
});

describe("chunks that do not fit", () => {
  const refused = (chunks: readonly Uint8Array[], maxBytes = 100) =>
    joinAll(chunkJoiner(maxBytes), chunks).at(-1);
  const [first, second, third] = cut(0, frameOf(25)) as [Uint8Array, Uint8Array, Uint8Array];
  const edited = (chunk: Uint8Array, at: number, value: number): Uint8Array => {
    const copy = chunk.slice();
    copy[at] = value;
    return copy;
  };

  it.each<[string, readonly Uint8Array[], string]>([
    ["a chunk is missing", [first, third], "outOfOrder"],
    ["a chunk comes twice", [first, first], "outOfOrder"],
    ["a frame starts in its middle", [second], "outOfOrder"],
    ["two frames are mixed", [first, ...cut(1, frameOf(25)).slice(1)], "outOfOrder"],
    ["a frame number is left out", cut(1, frameOf(5)), "outOfOrder"],
    ["the count changes on the way", [first, edited(second, 12, 9)], "outOfOrder"],
    ["the length changes on the way", [first, edited(second, 16, 24)], "outOfOrder"],
    ["an index is beyond the count", [edited(first, 12, 0)], "outOfOrder"],
    ["less comes than was announced", [first, second, third.slice(0, -1)], "lengthDiffers"],
    ["more comes than was announced", [first, second, Uint8Array.from([...third, 0])], "lengthDiffers"],
    ["chunks are empty", [edited(first, 12, 200).slice(0, 17)], "lengthDiffers"],
    ["the format is another", [edited(first, 0, 2)], "notAChunk"],
    ["it is shorter than a header", [first.slice(0, 16)], "notAChunk"],
  ])("are refused where %s", (_, chunks, reason) => {
    expect(refused(chunks)).toEqual({ state: "refused", reason });
  });

  it("are refused by the first header that announces more than may come, before anything is kept", () => {
    expect(refused(cut(0, frameOf(101)).slice(0, 1))).toEqual({ state: "refused", reason: "tooLong" });
    expect(refused(cut(0, frameOf(100)))?.state).toBe("whole");
  });

  it("never throw and never make a frame that was not sent, whatever the bytes", () => {
    const random = seededRandom(99);
    for (let round = 0; round < 3_000; round += 1) {
      const joiner = chunkJoiner(1000);
      const chunks = cut(0, frameOf(35)).map((chunk) => {
        const damaged = chunk.slice(0, random.below(5) === 0 ? random.below(chunk.length) : undefined);
        const at = random.below(17);
        if (damaged.length > at) damaged[at] = random.below(256);
        return damaged;
      });
      const last = joinAll(joiner, chunks).at(-1);
      if (last?.state === "whole") expect(last.frame).toEqual(frameOf(35));
    }
  });
});
