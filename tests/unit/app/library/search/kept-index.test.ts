import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../../../../src/app/library/search/entry-words";
import { openAll } from "../../../../../src/app/library/search/index-disk";
import { bytesToIndex } from "../../../../../src/app/library/search/index-file";
import { createKeptIndex } from "../../../../../src/app/library/search/kept-index";
import type { Asked } from "../../../../../src/bindings/kit-finder";
import { kitIdSchema } from "../../../../../src/domain/ids";
import { findEntries } from "../../../../../src/domain/kit/find/find-entry";
import { canonicalJson } from "../../../../../src/domain/sealing/canonical-json";
import { anId } from "../../../../support/builders/ids";
import { aKit } from "../../../../support/builders/kit";
import { aDisk, type MemoryDisk } from "../../../../support/index-disk";

const asked = (text: string): Asked => ({ text, kind: "kit", level: null, discipline: null, round: null });

const lab = aKit({ title: "Lab Technician" });
const partner = aKit({ id: anId(kitIdSchema, "partner"), title: "Partner Manager" });

const keptOnce = async (disk: MemoryDisk): Promise<void> => {
  const index = createKeptIndex(disk);
  await index.put(lab.id, "1", findEntries(lab));
  await index.keep();
};

const titles = async (disk: MemoryDisk, text: string) =>
  (await createKeptIndex(disk).find(asked(text)))?.shown.map(({ entry }) => entry.title);

describe("an index on the disk", () => {
  it("finds after the next start what it found before, with the states of its kits", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    expect(await createKeptIndex(disk).known()).toEqual([{ id: lab.id, state: "1" }]);
    expect(await titles(disk, "techncian")).toEqual(["Lab Technician"]);
  });

  it("goes on from what was kept: what came later is there after it was kept too, and not before", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    const index = createKeptIndex(disk);
    await index.put(partner.id, "1", findEntries(partner));
    expect(await titles(disk, "partner")).toEqual([]);
    const again = createKeptIndex(disk);
    await again.put(partner.id, "1", findEntries(partner));
    await again.remove(lab.id);
    await again.keep();
    expect(await titles(disk, "partner")).toEqual(["Partner Manager"]);
    expect(await titles(disk, "technician")).toEqual([]);
  });

  it("takes the older of two files where writing the newer was cut off, at whatever byte", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    const index = createKeptIndex(disk);
    await index.put(partner.id, "1", findEntries(partner));
    await index.keep();
    const [newer, older] = [disk.files[1], disk.files[0]];
    expect([newer.size() > 0, older.size() > 0]).toEqual([true, true]);
    const whole = newer.bytes();
    for (let length = 0; length < whole.length; length += 97) {
      newer.put(whole.slice(0, length));
      expect(await createKeptIndex(disk).known(), `cut at ${length}`).toEqual([{ id: lab.id, state: "1" }]);
    }
  });

  it("does not read a file in which any one bit is another", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    const whole = disk.files[0].size() > 0 ? disk.files[0] : disk.files[1];
    const bytes = whole.bytes();
    for (let at = 0; at < bytes.length; at += 61) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(bytesToIndex(flipped), `byte ${at}`).toBeNull();
    }
    expect(bytesToIndex(bytes)?.held.about.kits).toHaveLength(1);
  });

  it("is of other contents where other texts are taken in, cut or weighed otherwise", () => {
    const taken = findEntries(aKit()).map((entry) => ({ entry, words: [...weightsOf(entry)] }));
    const hash = createHash("sha256").update(canonicalJson(taken)).digest("hex");
    expect(hash, "raise `contents` in index-file.ts, then put the new hash here").toBe(
      "b60eb1daa0e7e31d534878be15dc37477bb4b0e2a4f7fed5cd94cd905cf4feaf",
    );
  });

  it("begins anew where neither file is its own, and where the texts are not there", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    disk.files[0].put(new TextEncoder().encode("PBFIND99 of a later program"));
    expect(await createKeptIndex(disk).known()).toEqual([]);

    const other = aDisk();
    await keptOnce(other);
    other.texts.cutTo(0);
    expect(await createKeptIndex(other).known()).toEqual([]);
  });

  it("answers nothing rather than something else where its texts are damaged, and knows no kit then", async () => {
    const disk = aDisk();
    await keptOnce(disk);
    disk.damageTexts();
    const index = createKeptIndex(disk);
    expect(await index.find(asked("technician"))).toBeNull();
    expect(await index.known()).toEqual([]);
    expect(disk.kept()).toBe(0);
  });
});

it("opens all files of an index or leaves none of them open", async () => {
  const open = new Set<string>();
  const opening = (held: string) => async (name: string) => {
    if (name === held) throw new Error("another worker has it");
    open.add(name);
    return { name, close: () => void open.delete(name) };
  };
  await expect(openAll(["a", "b", "c"], opening("c"))).rejects.toThrow("another worker has it");
  expect([...open]).toEqual([]);
  expect((await openAll(["a", "b"], opening("c"))).map(({ name }) => name)).toEqual(["a", "b"]);
  expect([...open]).toEqual(["a", "b"]);
});
