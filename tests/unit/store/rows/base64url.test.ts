import { afterEach, expect, it } from "vitest";
import { fromBase64Url, toBase64Url, toBase64UrlInTurns } from "../../../../src/store/rows/base64url";

/** As Chromium has it; the Node of the tests may not. */
const native = "toBase64";
const before = Object.getOwnPropertyDescriptor(Uint8Array.prototype, native);
afterEach(() => {
  if (before === undefined) Reflect.deleteProperty(Uint8Array.prototype, native);
  else Object.defineProperty(Uint8Array.prototype, native, before);
});
const bytes = new Uint8Array([0xfb, 0xff, 0xfe, 0x00]);

it("makes base64url without padding where the engine brings no method for it", () => {
  Reflect.deleteProperty(Uint8Array.prototype, native);
  expect(toBase64Url(bytes)).toBe("-__-AA");
  expect(toBase64Url(new Uint8Array(0))).toBe("");
});

it("asks the engine's own method for that alphabet, without padding, where there is one", () => {
  const asked: unknown[] = [];
  Object.defineProperty(Uint8Array.prototype, native, {
    configurable: true,
    value(this: Uint8Array, options: unknown) {
      asked.push(options);
      return Buffer.from(this).toString("base64url");
    },
  });
  expect(toBase64Url(bytes)).toBe("-__-AA");
  expect(asked).toEqual([{ alphabet: "base64url", omitPadding: true }]);
});

it("reads back what it made, at every length around its chunks", () => {
  for (const length of [0, 1, 2, 3, 0x1fff, 0x2000, 0x2001, 0x4000]) {
    const made = Uint8Array.from({ length }, (_, index) => (index * 31) & 0xff);
    expect(fromBase64Url(toBase64Url(made))).toEqual(made);
  }
});

it("makes the same in several tasks, with a pause between each two slices and none for what is small", async () => {
  for (const [length, expected] of [
    [0, 0],
    [3 * 128 * 1024, 0],
    [3 * 128 * 1024 + 1, 1],
    [1_000_001, 2],
  ] as const) {
    let pauses = 0;
    const made = Uint8Array.from({ length }, (_, index) => (index * 31) & 0xff);
    const text = await toBase64UrlInTurns(made, async () => {
      pauses += 1;
    });
    expect(text === Buffer.from(made).toString("base64url")).toBe(true);
    expect(pauses).toBe(expected);
  }
});
