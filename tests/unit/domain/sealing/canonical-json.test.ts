import { describe, expect, it } from "vitest";
import { canonicalJson, wellFormedText } from "../../../../src/domain/sealing/canonical-json";
import {
  guardedCanonicalJson,
  maxJsonDepth,
  parseCanonicalJson,
} from "../../../../src/domain/sealing/guarded-json";
import vectors from "./vectors/canonical-json-rfc8785.json";

const doubleOf = (ieee754: string): number => Buffer.from(ieee754, "hex").readDoubleBE();
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("canonical JSON", () => {
  it("writes the example of RFC 8785 as the RFC does", () => {
    expect(canonicalJson(JSON.parse(vectors.example.input))).toBe(vectors.example.canonical);
  });

  it("orders keys by their UTF-16 code units", () => {
    const written = canonicalJson(JSON.parse(vectors.order.input));
    expect(Object.values(JSON.parse(written)).toSorted()).toEqual(vectors.order.values.toSorted());
    const places = vectors.order.values.map((value) => written.indexOf(value));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  it.each(vectors.numbers)("writes the double $ieee754 as $canonical", ({ ieee754, canonical }) => {
    expect(canonicalJson(doubleOf(ieee754))).toBe(canonical);
  });

  it("refuses to write a lone surrogate, in a text or in a key", () => {
    expect(() => canonicalJson({ text: "\ud800" })).toThrow("lone surrogate");
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow("lone surrogate");
    expect(canonicalJson({ text: wellFormedText("a\ud800b") })).toBe('{"text":"a\ufffdb"}');
  });
});

describe("reading canonical JSON from outside", () => {
  it("takes a text that is its own canonical form", () => {
    expect(parseCanonicalJson('{"a":[1,"é"],"b":null}')).toEqual({
      ok: true,
      value: { a: [1, "é"], b: null },
    });
  });

  it.each([
    ["whitespace", '{"a": 1}', "notCanonical"],
    ["another order of keys", '{"b":1,"a":2}', "notCanonical"],
    ["a key twice", '{"a":1,"a":2}', "notCanonical"],
    ["another spelling of a number", "[1.0]", "notCanonical"],
    ["minus zero", "[-0]", "notCanonical"],
    ["an escape that needs none", '["\\u0041"]', "notCanonical"],
    ["an escaped lone surrogate", '["\\ud800"]', "loneSurrogate"],
    ["a lone surrogate", '["\ud800"]', "loneSurrogate"],
    ["a lone surrogate in a key", '{"\\udfff":1}', "loneSurrogate"],
    ["__proto__ as a key", '{"__proto__":{"admin":true}}', "prototypeKey"],
    ["constructor as a key, deep inside", '[{"a":{"constructor":1}}]', "prototypeKey"],
    ["prototype as a key", '{"prototype":1}', "prototypeKey"],
    ["no JSON", "{", "notJson"],
    ["nothing", "", "notJson"],
    ["NaN", "[NaN]", "notJson"],
    ["one level too deep", nested(maxJsonDepth + 2), "tooDeep"],
    ["so deep that recursion would end the program", nested(200_000), "tooDeep"],
  ])("refuses %s", (_, text, type) => {
    expect(parseCanonicalJson(text)).toEqual({ ok: false, error: { type } });
  });

  it("takes a text as deep as allowed", () => {
    expect(parseCanonicalJson(nested(maxJsonDepth + 1)).ok).toBe(true);
  });

  it("tells typed values that cannot be signed from those that can", () => {
    expect(guardedCanonicalJson({ text: "\ud800" })).toEqual({ ok: false, error: { type: "loneSurrogate" } });
    expect(guardedCanonicalJson({ b: 1, a: "é" })).toEqual({ ok: true, value: '{"a":"é","b":1}' });
  });
});
