import { describe, expect, it } from "vitest";
import { askedRange, clipResponse } from "../../../../../electron/main/files/clip-response";
import type { FileReader } from "../../../../../electron/main/files/store/file-store";
import { ok } from "../../../../../src/domain/result";

const content = Uint8Array.from({ length: 100 }, (_, index) => index);

/** A file in pieces of 30 bytes. */
const reader = () => {
  let closed = 0;
  const file: FileReader = {
    size: content.length,
    readFrom: async (from) => ok(content.slice(from, Math.floor(from / 30) * 30 + 30)),
    close: async () => {
      closed += 1;
    },
  };
  return { file, closed: () => closed };
};

describe("the range that a player asks for", () => {
  it.each([
    [null, [0, 99]],
    ["bytes=0-", [0, 99]],
    ["bytes=40-59", [40, 59]],
    ["bytes=99-400", [99, 99]],
    ["bytes=100-", null],
    ["bytes=9-3", null],
    ["bytes=-5", null],
    ["bytes=0-1,5-6", null],
    ["pages=1-2", null],
  ])("%s is %o of 100 bytes", (header, expected) => {
    expect(askedRange(header, 100)).toEqual(expected);
  });
});

describe("a clip's answer", () => {
  it("is exactly the bytes that were asked for, and closes the file", async () => {
    const { file, closed } = reader();
    const answer = await clipResponse(file, "bytes=25-64", "video/webm", "default-src 'none'");
    expect([answer.status, answer.headers.get("Content-Range"), answer.headers.get("Cache-Control")]).toEqual(
      [206, "bytes 25-64/100", "no-store"],
    );
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content.slice(25, 65));
    expect(closed()).toBe(1);
  });

  it("is a refusal where nothing of that range is there", async () => {
    const { file, closed } = reader();
    const answer = await clipResponse(file, "bytes=100-", "video/webm", "default-src 'none'");
    expect([answer.status, answer.headers.get("Content-Range"), closed()]).toEqual([416, "bytes */100", 1]);
  });
});
