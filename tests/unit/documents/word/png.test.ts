import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pngOf } from "../../../../src/documents/word/png";
import { stripPicture } from "../../../../src/documents/word/strip-picture";

/** The chunks of a PNG file by their names; their checksums are zlib's business in the last test. */
const chunksOf = (png: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    found.set(new TextDecoder().decode(png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
};

describe("a picture of a pack", () => {
  it("is the PNG file that the specification’s own smallest example is, checksum by checksum", () => {
    // One red pixel: signature, IHDR with its well-known checksum 907753DE, an empty IEND with AE426082.
    const hex = Buffer.from(pngOf({ width: 1, height: 1, rgb: Uint8Array.of(255, 0, 0) })).toString("hex");
    expect(
      hex.startsWith("89504e470d0a1a0a0000000d49484452000000010000000108020000009077 53de".replace(" ", "")),
    ).toBe(true);
    expect(hex.endsWith("0000000049454e44ae426082")).toBe(true);
  });

  it("unpacks to its rows, each after its filter, also where they need several blocks", () => {
    const [width, height] = [300, 100];
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, index) => index % 251);
    const rows = inflateSync(chunksOf(pngOf({ width, height, rgb })).get("IDAT") ?? new Uint8Array());
    expect(rows.length).toBe(height * (width * 3 + 1));
    for (let y = 0; y < height; y += 1) {
      const row = rows.subarray(y * (width * 3 + 1), (y + 1) * (width * 3 + 1));
      expect(row[0]).toBe(0);
      expect(Buffer.compare(row.subarray(1), rgb.subarray(y * width * 3, (y + 1) * width * 3))).toBe(0);
    }
  });

  it("is white where nothing is drawn, and has the ink of what is", () => {
    const inks = { grid: [1, 2, 3], span: [4, 5, 6], used: [7, 8, 9], dot: [10, 20, 30] } as const;
    const box = { kind: "box", x: 0, y: 0, width: 10, height: 10, ink: "dot" } as const;
    const rows = inflateSync(chunksOf(stripPicture([box], inks)).get("IDAT") ?? new Uint8Array());
    expect([...rows.subarray(1, 4)]).toEqual([10, 20, 30]);
    expect([...rows.subarray(-3)]).toEqual([255, 255, 255]);
  });
});
