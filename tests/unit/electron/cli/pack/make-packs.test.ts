import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePacks } from "../../../../../electron/cli/pack/make-packs";
import { packOptions } from "../../../../../electron/cli/pack/options";
import { documentName } from "../../../../../src/documents/outlines/pack-set";
import { safeFileName } from "../../../../../src/domain/file-name";
import { recordText } from "../../../../../src/domain/record/record-text";
import { unwrap } from "../../../../../src/domain/result";
import { aPlantedRecord } from "../../../../support/planted-record";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-packs-"));
  await writeFile(join(folder, "record.json"), recordText(aPlantedRecord()));
});
afterEach(() => rm(folder, { recursive: true }));

const run = async (...args: readonly string[]): Promise<string> => {
  const options = packOptions(["--record", join(folder, "record.json"), ...args]);
  if (!options.ok) return options.error.words;
  const made = await makePacks(options.value, () => undefined);
  return made.ok ? "made" : made.error.words;
};

const isWord = async (path: string): Promise<boolean> =>
  (await readFile(path)).subarray(0, 2).toString("latin1") === "PK";

describe("packs without a window", () => {
  it("makes one pack where the command says", async () => {
    const out = join(folder, "manager.docx");
    expect(await run("--audience", "hiringManager", "--out", out)).toBe("made");
    expect(await isWord(out)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(["manager.docx", "record.json"]);
  }, 240_000);

  it("makes every pack into a folder, with the record and its ratings beside them", async () => {
    const out = join(folder, "all");
    expect(await run("--all", "--out", out)).toBe("made");
    const names = await readdir(out);
    // Seven packs, a brief of the exercise, a prep card for each of three panelists, and the two twins.
    expect(names.filter((name) => name.endsWith(".docx"))).toHaveLength(7 + 1 + 3);
    expect(names).toEqual(expect.arrayContaining(["record.json", "ratings.csv"]));
    expect(await readFile(join(out, "record.json"), "utf8")).toBe(recordText(aPlantedRecord()));
  }, 300_000);

  it.each([
    [["--audience", "everybody", "--out", "x"], "there is no audience “everybody”"],
    [["--out", "x"], "either --audience NAME or --all is needed"],
    [["--all", "--audience", "hrFile", "--out", "x"], "either --audience NAME or --all is needed"],
    [["--audience", "hrFile"], "--record (or --records) and --out are needed"],
    [["--audience", "hrFile", "--out", "x", "--paper", "a3"], "there is no paper “a3”"],
  ])("refuses %j in a sentence", async (args, words) => {
    expect(await run(...args)).toBe(words);
  });

  it("refuses a record of a newer version, and says to update", async () => {
    await writeFile(
      join(folder, "record.json"),
      JSON.stringify({ ...JSON.parse(recordText(aPlantedRecord())), formatVersion: 99 }),
    );
    expect(await run("--audience", "hrFile", "--out", join(folder, "x.docx"))).toContain("newer Panelbook");
    expect(await readdir(folder)).toEqual(["record.json"]);
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", "is not a record"],
    ['{"format":"panelbook-record","formatVersion":1}', "is damaged at “protocol”"],
  ])("refuses %s", async (text, words) => {
    await writeFile(join(folder, "record.json"), text);
    expect(await run("--audience", "hrFile", "--out", join(folder, "x.docx"))).toContain(words);
  });

  it("says where it could not write, and leaves nothing half-written", async () => {
    const out = join(folder, "gone", "x.docx");
    expect(await run("--audience", "candidateFeedback", "--out", out)).toContain(
      "cannot be written: that folder is not there",
    );
    expect(await readdir(folder)).toEqual(["record.json"]);
  }, 240_000);

  it.each(["../../etc/passwd", "CON", "x".repeat(300), "\u202eName", "a\u0000b"])(
    "takes a name for a name and not for another place: %j",
    (name) => {
      const record = aPlantedRecord();
      const named = { ...record, plan: { ...record.plan, candidate: { ...record.plan.candidate, name } } };
      const file = safeFileName(`${documentName(named, { audience: "hrFile", of: "" })}.docx`);
      expect(file).toMatch(/^HR file .*\.docx$/u);
      for (const bad of ["/", "\\", "\u0000", "\u202e"]) expect(file).not.toContain(bad);
      expect(Buffer.byteLength(file)).toBeLessThan(256);
    },
  );

  it("does not take the options apart wrongly", () => {
    const options = unwrap(
      packOptions(["--record", "r", "--audience", "hrFile", "--out", "o", "--other", "A", "--other", "B"]),
    );
    expect(options.otherCandidates).toEqual(["A", "B"]);
  });
});
