import { expect, it } from "vitest";
import { kitToParts } from "../../../../src/domain/kit/snapshot";
import { contentStamp } from "../../../../src/store/repositories/content-stamp";
import { aKit } from "../../../support/builders/kit";

const parts = kitToParts(aKit());

it("the stamp of a kit is the same whatever order its parts come in", () => {
  expect(contentStamp([...parts].reverse())).toBe(contentStamp(parts));
});

it("the stamp of a kit is another one where any part says something else, goes or moves", () => {
  const stamps = parts.flatMap((part, at) => [
    contentStamp(parts.with(at, { ...part, text: `${part.text} ` })),
    contentStamp(parts.with(at, { ...part, path: `${part.path}x` })),
    contentStamp(parts.toSpliced(at, 1)),
  ]);
  expect(new Set([contentStamp(parts), ...stamps]).size).toBe(1 + stamps.length);
});

it("the stamp of nothing is the length and the checksum of nothing", () => {
  expect(contentStamp([])).toBe("0.0");
});
