import { describe, expect, it } from "vitest";
import type { BundleVerdict } from "../../../../src/bindings/bundles";
import { entryKinds } from "../../../../src/domain/sealing/entries";
import { bundleLines } from "../../../../src/features/record/bundle-words";

const verdict = (found: Partial<BundleVerdict>): BundleVerdict => ({
  name: "loop.pbloop",
  part: "whole",
  at: "2026-11-23T10:52:00.000Z",
  personName: "Tomas",
  deviceLabel: "",
  relation: "matches",
  lacking: [],
  bringing: [],
  notes: 0,
  ...found,
});

describe("what a bundle has that a record lacks, and the other way round", () => {
  it("is counted by what it is, and what no record shows is counted together at the end", () => {
    const lines = bundleLines(
      verdict({
        relation: "apart",
        lacking: [
          { kind: "witness", count: 1 },
          { kind: "release", count: 2 },
          { kind: "decision", count: 1 },
          { kind: "choice", count: 2 },
        ],
        bringing: [{ kind: "comment", count: 1 }],
        notes: 1,
      }),
    );
    expect(lines).toContain("Not in the file: 2 keys of cards, 1 decision and 3 other signed entries.");
    expect(lines).toContain("Only in the file: 1 comment.");
    expect(lines).toContain("1 of the panel’s notes reads otherwise in the file.");
  });

  it("is never the format's own name of a kind", () => {
    for (const kind of entryKinds) {
      const [, line] = bundleLines(verdict({ relation: "older", lacking: [{ kind, count: 2 }] }));
      expect(line).toMatch(/^Not in the file: 2 [a-z ]+\.$/);
    }
  });

  it("is nothing where they match: the file's origin is all that is said beside it", () => {
    expect(bundleLines(verdict({}))).toHaveLength(2);
  });
});
