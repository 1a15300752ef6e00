import { describe, expect, it } from "vitest";
import { acceptanceBlocks, declaredConflicts } from "../../../../src/documents/outlines/acceptances";
import { hashSchema } from "../../../../src/domain/ids";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aHash } from "../../../support/builders/ids";
import { aPerson, aRecord, aSlot, noon, personId } from "../../../support/builders/record";

const slot = aSlot("bench", ["Ana", "Ben"]);
const accepted = (name: string, conflict: string | null = null) => ({
  hash: aHash(hashSchema, `${name}-${conflict}`),
  personId: personId(name),
  at: noon,
  conflict,
  wording: "It stays in the panel.",
});
const record = (parts: Partial<LoopRecord>): LoopRecord =>
  aRecord([], [slot], {
    formatVersion: 3,
    protocol: 4,
    persons: [aPerson("Ana"), aPerson("Ben"), aPerson("Hana", ["observer"])],
    ...parts,
  });
const rowsOf = (blocks: ReturnType<typeof acceptanceBlocks>) =>
  blocks.flatMap((block) =>
    block.kind === "table"
      ? block.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join("")))
      : [],
  );

describe("confidentiality and conflicts of interest in a pack", () => {
  it("stand there for everybody who was in a slot, also for who never accepted", () => {
    const blocks = acceptanceBlocks(record({ acceptances: [accepted("Ben", "A cousin.")] }));
    expect(rowsOf(blocks)).toEqual([
      ["Ana", "not accepted", "nothing declared"],
      ["Ben", expect.stringContaining("UTC"), "“A cousin.”"],
    ]);
    expect(JSON.stringify(blocks)).toContain("It stays in the panel.");
  });

  it("name who signed which sentences only where not everybody signed the same", () => {
    const told = (...acceptances: ReturnType<typeof accepted>[]) =>
      JSON.stringify(acceptanceBlocks(record({ acceptances })));
    expect(told(accepted("Ana"), accepted("Ben"))).toContain("Signed by whoever accepted,");
    const odd = told(accepted("Ana"), { ...accepted("Ben"), wording: "Ben’s own." });
    expect(odd).toContain("Signed by Ana, on a laptop of their own: “It stays in the panel.”");
    expect(odd).toContain("Signed by Ben, on a laptop of their own: “Ben’s own.”");
    expect(odd).not.toContain("whoever accepted");
  });

  it("keep a conflict that another laptop of the person declared beside a word that declares none", () => {
    const acceptances = [accepted("Ana"), accepted("Ana", "A cousin."), accepted("Ben")];
    expect(rowsOf(acceptanceBlocks(record({ acceptances }))).map(([, , conflict]) => conflict)).toEqual([
      "“A cousin.”",
      "none",
    ]);
  });

  it("are not said to be missing by a record that has no words for them", () => {
    expect(acceptanceBlocks(record({ formatVersion: 2 }))).toEqual([]);
    expect(rowsOf(acceptanceBlocks(record({})))).toHaveLength(2);
  });

  it("tell the candidate what was declared about them, and not who accepted confidentiality", () => {
    const acceptances = [accepted("Ana"), accepted("Ben", "A cousin.")];
    expect(rowsOf(declaredConflicts(record({ acceptances })))).toEqual([["Ben", "A cousin."]]);
    expect(declaredConflicts(record({ acceptances: [accepted("Ana")] }))).toEqual([]);
  });
});
