import { describe, expect, it } from "vitest";
import { fitShared, longestSharedNotes } from "../../../../src/domain/loop/shared-line";

describe("the length of shared notes", () => {
  it("takes what fits as it is", () => {
    expect(fitShared("She mapped it.")).toEqual({ text: "She mapped it.", cut: 0 });
    expect(fitShared("a".repeat(longestSharedNotes)).cut).toBe(0);
  });

  it("keeps the beginning of a paste of five megabytes and says how much did not fit", () => {
    const paste = "x".repeat(5_000_000);
    expect(fitShared(paste)).toEqual({ text: "x".repeat(50_000), cut: 4_950_000 });
  });

  it("never cuts through a character", () => {
    const { text, cut } = fitShared(`${"a".repeat(49_999)}😀`);
    expect(text).toBe("a".repeat(49_999));
    expect(cut).toBe(2);
  });
});
