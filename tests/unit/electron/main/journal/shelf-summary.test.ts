import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seededRandom } from "../../../../../electron/cli/seeded-random";
import type { JournalEntry } from "../../../../../electron/contract/journal";
import { openJournal } from "../../../../../electron/main/journal/journal";
import { unwrap } from "../../../../../src/domain/result";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-summary-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = () =>
  openJournal({
    folder,
    isDestroyed: () => false,
    onState: () => undefined,
    later: () => undefined,
    limits: { rollBytes: 2_000, thinFromBytes: 6_000 },
  });

const part = (id: string, height: number, text: string | null = "said"): JournalEntry => ({
  shelf: "plain",
  collection: "kitParts",
  id,
  height,
  schema: 0,
  document: text === null ? null : { id, text },
});

const inShelf = (name: string): string => join(folder, "plain", name);
const summary = (): string => inShelf("summary.json");
const files = (): readonly string[] =>
  readdirSync(join(folder, "plain")).filter((name) => name.endsWith(".journal"));

const write = async (...entries: readonly JournalEntry[]): Promise<void> => {
  const journal = opened();
  journal.append(entries);
  unwrap(await journal.flush());
};

const recent = async () => unwrap(await opened().recent());

/** The same question where every row has to be read for it. */
const recentByReading = async () => {
  rmSync(summary(), { force: true });
  return recent();
};

/** Every file as long as before, with nothing in it that can be read. */
const blankFiles = (): void => {
  for (const name of files()) writeFileSync(inShelf(name), Buffer.alloc(readFileSync(inShelf(name)).length));
};

describe("the summary of the kits' journal", () => {
  it("answers a start's question without a row being read", async () => {
    await write(part("a", 1), part("b", 1));
    blankFiles();
    expect(await recent()).toEqual({
      counts: { kitParts: 2 },
      rows: [
        { shelf: "plain", collection: "kitParts", id: "a", height: 1 },
        { shelf: "plain", collection: "kitParts", id: "b", height: 1 },
      ],
    });
  });

  it("counts for nothing where a file is longer than it says, as a kill leaves it", async () => {
    await write(part("a", 1));
    copyFileSync(summary(), join(folder, "older"));
    await write(part("b", 1));
    copyFileSync(join(folder, "older"), summary());
    expect((await recent()).counts).toEqual({ kitParts: 2 });
  });

  it("counts for nothing where it is cut off or says what no summary says", async () => {
    await write(part("a", 1));
    const text = readFileSync(summary(), "utf8");
    for (const other of [text.slice(0, -3), "", text.replace('"formatVersion":1', '"formatVersion":2')]) {
      writeFileSync(summary(), other);
      expect((await recent()).counts).toEqual({ kitParts: 1 });
    }
  });

  it("is none where a row is damaged, so that every start says so", async () => {
    await write(part("a", 1), part("b", 1), part("c", 1));
    rmSync(summary());
    const [name] = files();
    const bytes = readFileSync(inShelf(name ?? ""));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(inShelf(name ?? ""), bytes);
    for (let start = 0; start < 2; start += 1)
      expect(unwrap(await opened().contents("plain"))).toMatchObject({ damaged: 1 });
    expect((await recent()).counts).toEqual({ kitParts: 2 });
  });

  it("says after every start what reading every row says: rows that come, change, go and come again (seed 5)", async () => {
    const random = seededRandom(5);
    const heights = new Map<string, number>();
    const there = new Set<string>();
    for (let start = 0; start < 12; start += 1) {
      const entries = Array.from({ length: 1 + random.below(6) }, () => {
        const id = `row ${random.below(9)}`;
        const height = (heights.get(id) ?? 0) + 1;
        heights.set(id, height);
        const isRemoval = there.has(id) && random.next() < 0.4;
        if (isRemoval) there.delete(id);
        else there.add(id);
        return part(id, height, isRemoval ? null : "said ".repeat(random.below(20)));
      });
      for (const entry of entries) await write(entry);
      const kept = await recent();
      expect(kept.counts.kitParts ?? 0).toBe(there.size);
      // Only every third time, so that summaries are built upon summaries, too.
      if (start % 3 === 2) expect(await recentByReading()).toEqual(kept);
    }
  });
});
