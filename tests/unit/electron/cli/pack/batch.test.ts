import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeBatch } from "../../../../../electron/cli/pack/batch";
import { packOptions } from "../../../../../electron/cli/pack/options";
import { readPack } from "../../../../../src/documents/verify/pack-text";
import type { LoopRecord } from "../../../../../src/domain/record/record";
import { recordText } from "../../../../../src/domain/record/record-text";
import { unwrap } from "../../../../../src/domain/result";
import { aDecidedRecord } from "../../../../support/records";

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-batch-"));
  out = join(folder, "out");
  await mkdir(join(folder, "records"));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (file: string, name: string, overrides: Partial<LoopRecord> = {}): Promise<void> => {
  const record = { ...aDecidedRecord(), ...overrides };
  const plan = { ...record.plan, candidate: { ...record.plan.candidate, name } };
  await writeFile(join(folder, "records", file), recordText({ ...record, plan }));
};

const run = async (
  ...more: readonly string[]
): Promise<{ readonly said: string; readonly lines: string[] }> => {
  const records = join(folder, "records");
  const args = ["--records", records, "--audience", "candidateFeedback", "--out", out, ...more];
  const lines: string[] = [];
  const made = await makeBatch(unwrap(packOptions(args)), records, (line) => lines.push(line));
  return { said: made.ok ? "made" : made.error.words, lines };
};

interface Listed {
  readonly file: string;
  readonly sha256: string;
}

const listed = async (): Promise<readonly Listed[]> =>
  JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).files;

describe("packs of many records", () => {
  it("makes one of each closed record, an index, and a manifest whose hashes are those of the files", async () => {
    await put("a.json", "Noor Haddad");
    await put("b.json", "Omar Diaz");
    await put("c.json", "Not decided", { decision: null, decidedAt: null });
    expect((await run()).said).toBe("made");
    const files = await listed();
    expect(files.map(({ file }) => file)).toEqual(["Feedback Noor Haddad.docx", "Feedback Omar Diaz.docx"]);
    for (const { file, sha256 } of files)
      expect(
        createHash("sha256")
          .update(await readFile(join(out, file)))
          .digest("hex"),
      ).toBe(sha256);
    expect((await readdir(out)).sort()).toEqual([
      ...files.map(({ file }) => file),
      "index.docx",
      "manifest.json",
    ]);
  }, 240_000);

  it("goes on where it was stopped: what is whole stays, what is missing is made again, what somebody changed is left alone", async () => {
    await put("a.json", "Noor Haddad");
    await put("b.json", "Omar Diaz");
    await put("c.json", "Priya Nair");
    await run();
    const [first, second, third] = (await listed()).map(({ file }) => join(out, file));
    if (first === undefined || second === undefined || third === undefined) throw new Error("three files");
    const { mtimeMs } = await stat(first);
    await rm(second);
    await writeFile(third, "corrected by hand");
    const again = await run();
    expect(again.lines.filter((line) => line.endsWith(".docx"))).toHaveLength(2);
    expect(again.lines).toContain("1 changed by somebody and left alone");
    expect((await stat(first)).mtimeMs).toBe(mtimeMs);
    expect((await readFile(second)).subarray(0, 2).toString("latin1")).toBe("PK");
    expect(await readFile(third, "utf8")).toBe("corrected by hand");
  }, 240_000);

  it("gives two candidates of one name a file each", async () => {
    await put("a.json", "Noor Haddad");
    await put("b.json", "Noor Haddad", { decidedAt: "2026-12-01T10:00:00.000Z" as LoopRecord["decidedAt"] });
    expect((await run()).said).toBe("made");
    expect(new Set((await listed()).map(({ file }) => file)).size).toBe(2);
  }, 240_000);

  it("takes only the role and the days it is asked for", async () => {
    await put("a.json", "Noor Haddad");
    expect((await run("--role", "Somebody else’s role")).said).toBe("made");
    expect(await listed()).toEqual([]);
    expect((await run("--from", "2026-11-24")).said).toBe("made");
    expect(await listed()).toEqual([]);
  }, 120_000);

  it("makes nothing where a record cannot be read, since its candidate’s name could not be taken out, and names it", async () => {
    await put("a.json", "Noor Haddad");
    await writeFile(join(folder, "records", "b.json"), "{");
    expect((await run()).said).toContain("b.json is not JSON");
    expect(await readdir(folder)).toEqual(["records"]);
  }, 120_000);

  it("makes a pack again that was made with other settings, under its name", async () => {
    await put("a.json", "Noor Haddad");
    await run("--audience", "subjectAccess", "--name-panelists");
    const open = await listed();
    await run("--audience", "subjectAccess");
    const closed = await listed();
    expect(closed.map(({ file }) => file)).toEqual(open.map(({ file }) => file));
    expect(closed[0]?.sha256).not.toBe(open[0]?.sha256);
  }, 240_000);

  it("keeps what runs for other days made in the manifest, and no pack takes another’s file", async () => {
    const december = "2026-12-01T10:00:00.000Z" as LoopRecord["decidedAt"];
    await put("a.json", "Noor Haddad");
    await put("b.json", "noor haddad", { decidedAt: december });
    await run("--to", "2026-11-30");
    const [first] = await listed();
    await run("--from", "2026-12-01");
    const files = await listed();
    expect(files).toHaveLength(2);
    expect(files).toContainEqual(first);
    expect(new Set(files.map(({ file }) => file.toLowerCase())).size).toBe(2);
    await rm(join(out, first?.file ?? ""));
    await run("--from", "2026-12-01");
    expect(await listed()).toHaveLength(1);
  }, 240_000);

  it("takes no file’s place that it did not make", async () => {
    await put("a.json", "Noor Haddad");
    await mkdir(out);
    await writeFile(join(out, "feedback noor haddad.docx"), "somebody’s own");
    await run();
    expect(await readFile(join(out, "feedback noor haddad.docx"), "utf8")).toBe("somebody’s own");
    expect(await listed()).toHaveLength(1);
  }, 240_000);

  it("refuses a folder whose manifest is somebody else’s", async () => {
    await put("a.json", "Noor Haddad");
    await mkdir(out);
    await writeFile(join(out, "manifest.json"), "{}");
    expect((await run()).said).toContain("has a manifest.json of its own");
    expect(await readdir(out)).toEqual(["manifest.json"]);
  }, 120_000);

  it("takes the folder’s other candidates out of each pack", async () => {
    const { discussion } = aDecidedRecord();
    const said = [...discussion, { item: "overall", text: "Faster than Omar Diaz" }];
    await put("a.json", "Noor Haddad", { discussion: said });
    await run("--audience", "subjectAccess");
    const [alone] = await listed();
    await put("b.json", "Omar Diaz");
    await run("--audience", "subjectAccess");
    const again = (await listed()).find(({ file }) => file === alone?.file);
    expect(again?.sha256).not.toBe(alone?.sha256);
    const pack = await readPack(new Uint8Array(await readFile(join(out, alone?.file ?? ""))));
    const lines = pack?.lines.join("\n") ?? "";
    expect(lines).toContain("Faster than [another candidate]");
    expect(lines).not.toContain("Diaz");
  }, 240_000);
});
