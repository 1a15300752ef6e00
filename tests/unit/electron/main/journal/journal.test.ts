import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry, JournalState, Shelf } from "../../../../../electron/contract/journal";
import { batchMs, type Journal, openJournal } from "../../../../../electron/main/journal/journal";
import { folderOf } from "../../../../../electron/main/journal/shelf-folder";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { anId } from "../../../../support/builders/ids";

const noor = anId(candidateIdSchema, "noor");
/** Another subject, though a file system may not tell their names apart. */
const omar = anId(candidateIdSchema, "NOOR");
const limits = { rollBytes: 2_000, thinFromBytes: 6_000 };

let folder = "";
let states: JournalState[] = [];
let timers: { readonly after: number; readonly act: () => void }[] = [];
const destroyed = new Set<Shelf>();

const opened = (): Journal =>
  openJournal({
    folder: join(folder, "journal"),
    isDestroyed: (shelf) => destroyed.has(shelf),
    onState: (state) => states.push(state),
    later: (after, act) => void timers.push({ after, act }),
    limits,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-journal-"));
  states = [];
  timers = [];
  destroyed.clear();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (id: string, text: string | null, shelf: Shelf = noor, height = 1): JournalEntry => ({
  shelf,
  collection: "drafts",
  id,
  height,
  schema: 0,
  document: text === null ? null : { id, ct: text },
});

const shelfFolder = (shelf: Shelf): string => join(folder, "journal", folderOf(shelf));
const filesOf = (shelf: Shelf): string[] =>
  existsSync(shelfFolder(shelf)) ? readdirSync(shelfFolder(shelf)).sort() : [];

/** Everything a journal gives back, by row. */
const held = async (journal: Journal): Promise<Record<string, unknown>> => {
  const { rows } = unwrap(await journal.contents());
  const entries = unwrap(await journal.read(rows));
  return Object.fromEntries(entries.map(({ id, document }) => [id, document?.ct]));
};

describe("the safety journal", () => {
  it("gives back after a restart the newest of every row, and nothing that was removed", async () => {
    const journal = opened();
    journal.append([entry("a", "one"), entry("b", "two"), entry("c", "three", omar)]);
    await journal.flush();
    journal.append([entry("a", "one again", noor, 2), entry("b", null)]);
    expect(await journal.flush()).toEqual({ ok: true, value: undefined });
    expect(await held(opened())).toEqual({ a: "one again", c: "three" });
    const rows = unwrap(await opened().contents()).rows;
    expect(rows.find(({ id }) => id === "a")).toEqual({
      shelf: noor,
      collection: "drafts",
      id: "a",
      height: 2,
    });
  });

  it("is written without anybody asking, a quarter of a second after the first entry of a batch", async () => {
    const journal = opened();
    journal.append([entry("a", "one")]);
    journal.append([entry("b", "two")]);
    expect(timers.map(({ after }) => after)).toEqual([batchMs]);
    expect(batchMs).toBeLessThan(1000);
    expect(filesOf(noor)).toEqual([]);
    timers[0]?.act();
    await journal.flush();
    expect(await held(opened())).toEqual({ a: "one", b: "two" });
  });

  it("writes of a burst on one row only the last", async () => {
    const journal = opened();
    for (const text of ["g", "go", "goo", "good"]) journal.append([entry("a", text)]);
    await journal.flush();
    expect(readFileSync(join(shelfFolder(noor), filesOf(noor)[0] ?? ""), "utf8").match(/"ct"/g)).toHaveLength(
      1,
    );
    expect(await held(opened())).toEqual({ a: "good" });
  });

  it("has nothing on a laptop where nothing was written", async () => {
    expect(unwrap(await opened().contents())).toEqual({ rows: [], damaged: 0 });
  });

  it("keeps each subject in a folder of its own, which goes with the subject", async () => {
    const journal = opened();
    journal.append([entry("a", "one"), entry("c", "three", omar)]);
    await journal.flush();
    journal.append([entry("b", "not yet written")]);
    unwrap(await journal.destroy(noor));
    expect(existsSync(shelfFolder(noor))).toBe(false);
    await journal.flush();
    expect(await held(opened())).toEqual({ c: "three" });
  });

  it("takes nothing about a subject whose key was destroyed, and removes what a crash left of it", async () => {
    const journal = opened();
    journal.append([entry("a", "one")]);
    await journal.flush();
    destroyed.add(noor);
    journal.append([entry("b", "two")]);
    await journal.flush();
    expect(await held(opened())).toEqual({});
    expect(existsSync(shelfFolder(noor))).toBe(false);
  });
});

describe("the files of a shelf", () => {
  const long = "x".repeat(900);

  it("roll at a size", async () => {
    const journal = opened();
    for (const id of ["a", "b", "c", "d"]) {
      journal.append([entry(id, long)]);
      await journal.flush();
    }
    expect(filesOf(noor)).toEqual(["000001.journal", "000002.journal"]);
    expect(Object.keys(await held(opened()))).toHaveLength(4);
  });

  it("are thinned to what is still wanted", async () => {
    const journal = opened();
    journal.append([entry("kept", "from the beginning")]);
    for (let height = 1; height <= 40; height += 1) {
      journal.append([entry("a", `${long}${height}`, noor, height)]);
      await journal.flush();
    }
    const bytes = filesOf(noor).reduce((sum, name) => sum + statSync(join(shelfFolder(noor), name)).size, 0);
    expect(bytes).toBeLessThan(limits.thinFromBytes + 2 * long.length);
    expect(await held(opened())).toEqual({ kept: "from the beginning", a: `${long}40` });
  });

  it("do not bring a removed row back where a crash kept files that were thinned away", async () => {
    const journal = opened();
    journal.append([entry("gone", long)]);
    await journal.flush();
    const first = join(shelfFolder(noor), "000001.journal");
    const left = readFileSync(first);
    journal.append([entry("gone", null)]);
    for (let height = 1; height <= 10; height += 1) {
      journal.append([entry("a", `${long}${height}`, noor, height)]);
      await journal.flush();
    }
    expect(existsSync(first)).toBe(false);
    writeFileSync(first, left);
    expect(Object.keys(await held(opened()))).toEqual(["a"]);
  });

  it("lose, cut at any byte, at most what was written last; what is written afterwards is found", async () => {
    const journal = opened();
    journal.append([entry("a", "one")]);
    await journal.flush();
    const path = join(shelfFolder(noor), "000001.journal");
    const first = statSync(path).size;
    journal.append([entry("b", "two")]);
    await journal.flush();
    const whole = readFileSync(path);
    for (let cut = first; cut < whole.length; cut += 1) {
      writeFileSync(path, whole);
      truncateSync(path, cut);
      rmSync(join(shelfFolder(noor), "000002.journal"), { force: true });
      const next = opened();
      next.append([entry("c", "three")]);
      await next.flush();
      expect(await held(opened()), `cut at ${cut}`).toEqual({ a: "one", c: "three" });
    }
  });

  it("that are damaged in the middle give everything else and say so", async () => {
    const journal = opened();
    for (const id of ["a", "b", "c"]) journal.append([entry(id, `text of ${id}`)]);
    await journal.flush();
    const path = join(shelfFolder(noor), "000001.journal");
    const bytes = readFileSync(path);
    bytes[bytes.indexOf("text of b")] = 0;
    writeFileSync(path, bytes);
    expect(await held(opened())).toEqual({ a: "text of a", c: "text of c" });
    expect(unwrap(await opened().contents()).damaged).toBe(1);
  });

  it("left half-written by a thinning that was killed are swept, and count for nothing", async () => {
    const journal = opened();
    journal.append([entry("a", "one")]);
    await journal.flush();
    appendFileSync(join(shelfFolder(noor), "000002.journal.tmp"), "half of");
    expect(await held(opened())).toEqual({ a: "one" });
    expect(filesOf(noor)).toEqual(["000001.journal"]);
  });
});

describe("a disk that does not take the journal", () => {
  it("is said once, and everything is written when it does again, the newest of each row", async () => {
    const journal = opened();
    // A file stands where the folder should be: the system refuses, for an administrator too.
    writeFileSync(join(folder, "journal"), "");
    journal.append([entry("a", "one")]);
    expect(await journal.flush()).toMatchObject({
      ok: false,
      error: { type: "journalFailed", code: "ENOTDIR" },
    });
    journal.append([entry("a", "newer"), entry("b", "two")]);
    await journal.flush();
    expect(states).toMatchObject([{ state: "failed", failure: { code: "ENOTDIR" } }]);
    rmSync(join(folder, "journal"));
    await journal.flush();
    expect(states.map(({ state }) => state)).toEqual(["failed", "written"]);
    expect(await held(opened())).toEqual({ a: "newer", b: "two" });
  });
});
