import { describe, expect, it } from "vitest";
import { bundleDifference } from "../../../../src/domain/record/bundle-difference";

const none = { lacking: [], bringing: [], notes: 0, notesAreNewer: false } as const;
const relation = (found: Partial<Parameters<typeof bundleDifference>[0]>) =>
  bundleDifference({ ...none, ...found }).relation;

describe("how a bundle stands to a record", () => {
  it("matches where neither side lacks anything, whether or not shared notes would change nothing", () => {
    expect(relation({})).toBe("matches");
    expect(relation({ notesAreNewer: true })).toBe("matches");
  });

  it("is older for what it lacks, newer for what it brings, and apart for both", () => {
    expect(relation({ lacking: ["release"] })).toBe("older");
    expect(relation({ bringing: ["comment"] })).toBe("newer");
    expect(relation({ lacking: ["release"], bringing: ["comment"] })).toBe("apart");
  });

  it("follows notes that read otherwise by who would change", () => {
    expect(relation({ notes: 1 })).toBe("older");
    expect(relation({ notes: 1, notesAreNewer: true })).toBe("newer");
    expect(relation({ lacking: ["release"], notes: 1, notesAreNewer: true })).toBe("apart");
  });

  it("counts each kind once", () => {
    expect(bundleDifference({ ...none, lacking: ["card", "release", "card"] }).lacking).toEqual([
      { kind: "card", count: 2 },
      { kind: "release", count: 1 },
    ]);
  });
});
