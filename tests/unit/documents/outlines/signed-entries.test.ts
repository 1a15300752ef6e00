import { describe, expect, it } from "vitest";
import { entriesSection } from "../../../../src/documents/outlines/pack-appendix";
import { entryKinds, signedEntrySchema } from "../../../../src/domain/sealing/entries";
import { aRecord } from "../../../support/builders/record";

const kindsPrinted = (kinds: readonly string[]): readonly string[] => {
  const entries = kinds.map((kind) =>
    signedEntrySchema.parse({ kind, body: "{}", signKey: "A".repeat(43), signature: "A".repeat(86) }),
  );
  const [table] = entriesSection(aRecord([], [], { entries })).filter((block) => block.kind === "table");
  return table === undefined
    ? []
    : table.rows.map(([first]) => first?.runs.map(({ text }) => text).join("") ?? "");
};

describe("what was signed, by kind", () => {
  it.each(entryKinds)("%s stands there in words, and not as the format calls it", (kind) => {
    const [words] = kindsPrinted([kind]);
    expect(words).toMatch(/^[A-Z]/);
    expect(words).not.toMatch(/[a-z][A-Z]|this program does not know/);
  });

  it("has words of its own for each kind", () => {
    expect(new Set(kindsPrinted(entryKinds)).size).toBe(entryKinds.length);
  });

  it("says of a kind from later that this program does not know it", () => {
    expect(kindsPrinted(["wish"])).toEqual(["Of a kind this program does not know (wish)"]);
  });
});
