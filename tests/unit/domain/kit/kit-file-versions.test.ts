import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kitFileVersion, parseKitFile } from "../../../../src/domain/kit/kit-file";
import { unwrap } from "../../../../src/domain/result";

const folder = new URL("./samples/", import.meta.url);
const sample = (version: number): string => readFileSync(new URL(`kit-v${version}.json`, folder), "utf8");

/** One file per version, as the program of its day wrote it. They are never written anew. */
describe("the kept samples of the kit file", () => {
  it("are one per version up to today's", () => {
    const kept = readdirSync(folder).toSorted();
    expect(kept).toEqual(Array.from({ length: kitFileVersion }, (_, at) => `kit-v${at + 1}.json`));
  });

  it("of version 1 opens with all it holds", () => {
    const { kit, report } = unwrap(parseKitFile(sample(1)));
    expect(kit.title).toBe("Lab Technician");
    expect(kit.levels.map(({ name }) => name)).toEqual(["Junior", "Senior"]);
    expect(kit.knockOuts.map(({ answer }) => answer.form)).toEqual(["yesNo", "single", "multiple", "number"]);
    expect(kit.exercises.map(({ kind, roles, items }) => [kind, roles.length, items.length])).toEqual([
      ["workSimulation", 1, 0],
      ["test", 0, 1],
    ]);
    expect(kit.exercises[1]?.items[0]?.expected).toBe("Two of the five.");
    expect(report.recognised).toMatchObject({
      competencyQuestions: 2,
      attitudeQuestions: 1,
      videoPrompts: 1,
    });
    expect(report.notes).toEqual([]);
  });
});
