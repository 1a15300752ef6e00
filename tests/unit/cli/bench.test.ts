import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { benchRow, inTurns, percentile } from "../../../electron/cli/bench/bench";
import { clockOffset } from "../../../electron/cli/bench/edit/clock-offset";
import { editRow, type Sample } from "../../../electron/cli/bench/edit/edit-row";
import { benchTable } from "../../../electron/cli/bench/table";
import { projectRoot } from "../../../electron/dev/project-root";

const oneTo = (last: number): readonly number[] => Array.from({ length: last }, (_, at) => at + 1);
const aRow = (value: number) =>
  benchRow({ name: "tea", value, against: "coffee", againstValue: 4, bound: 2 });

describe("a percentile", () => {
  it("is the sample that only the stated share of the others lies under, whatever their order", () => {
    expect(percentile([...oneTo(100)].reverse(), 0.95)).toBe(96);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([7], 0.2)).toBe(7);
  });

  it("is the largest sample for the whole share, and there is none without samples", () => {
    expect(percentile([1, 5, 2], 1)).toBe(5);
    expect(() => percentile([], 0.5)).toThrow("no samples");
  });
});

describe("a bench row", () => {
  it("holds up to its bound and not above it", () => {
    expect(aRow(8)).toMatchObject({ ratio: 2, holds: true });
    expect(aRow(8.001)).toMatchObject({ ratio: 2, holds: false });
  });

  it("has the members that readers of the rows rely on, and no other", () => {
    const members = ["name", "value", "unit", "against", "againstValue", "ratio", "bound", "holds"];
    expect(Object.keys(aRow(1)).sort()).toEqual([...members].sort());
  });

  it("is shown with its ratio, its bound and what it was measured against", () => {
    const [head, row, , peer] = benchTable([aRow(10)]).split("\n");
    expect(head?.split(/\s+/).filter(Boolean)).toEqual(["name", "value", "peer", "ratio", "bound"]);
    expect(row).toMatch(/^BROKEN\s+tea\s+10\.00 ms\s+4\.00 ms\s+2\.50\s+≤ 2$/);
    expect(peer).toBe("tea against coffee");
  });
});

describe("work done in turns", () => {
  it("lets each kind go first every second round, after one warm-up of both", async () => {
    const done: string[] = [];
    await inTurns(
      2,
      () => done.push("work"),
      () => done.push("peer"),
    );
    expect(done).toEqual(["work", "peer", "work", "peer", "peer", "work"]);
  });
});

describe("the offset between two clocks", () => {
  it("comes from the quickest round trip and may be wrong by half of it", () => {
    const slow = { sent: 0, received: 1030, back: 40 };
    const quick = { sent: 100, received: 1101, back: 102 };
    expect(clockOffset([slow, quick])).toEqual({ offset: 1000, uncertainty: 1 });
    expect(clockOffset([quick, slow])).toEqual({ offset: 1000, uncertainty: 1 });
  });

  it("cannot be known without a round trip", () => {
    expect(() => clockOffset([])).toThrow("no round trips");
  });
});

describe("the row of edits", () => {
  /** The reader's clock is 1000 ms ahead; a message takes 1 ms each way. */
  const sample = (milliseconds: number): Sample => ({
    pressed: 500,
    observed: 1500 + milliseconds,
    shown: 1507 + milliseconds,
    ping: { sent: 0, received: 1001, back: 2 },
    askMain: 2,
    dataSync: 1,
  });
  const mostly = (milliseconds: number, slow: number): readonly Sample[] =>
    oneTo(100).map((at) => sample(at <= slow ? 90 : milliseconds));

  it("compares the time by one clock with the sum of the three peers", () => {
    expect(editRow("edits", 5, mostly(16, 0))).toMatchObject({
      value: 16,
      againstValue: 4,
      ratio: 4,
      bound: 5,
      holds: true,
    });
    expect(editRow("edits", 5, mostly(21, 0))).toMatchObject({ ratio: 5.25, holds: false });
  });

  it("judges by the observers and says beside it when the screen followed", () => {
    expect(editRow("edits", 5, mostly(16, 0)).against).toContain("in its DOM after 23.00");
  });

  it("leaves out four slow edits in a hundred and no more than four", () => {
    expect(editRow("edits", 5, mostly(16, 4)).value).toBe(16);
    expect(editRow("edits", 5, mostly(16, 5)).value).toBe(90);
  });
});

describe("npm run bench", () => {
  const bench = (...args: readonly string[]) =>
    promisify(execFile)("node_modules/.bin/tsx", ["electron/cli/bench/index.ts", ...args], {
      cwd: projectRoot,
    });

  it("prints with --json the rows and nothing else on standard output", { timeout: 60_000 }, async () => {
    const { stdout } = await bench("--json", "--only", "role-page-import");
    const row = { name: "role-page-import", unit: "ms", bound: 12, holds: expect.any(Boolean) };
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining(row)]);
  });

  it("refuses a name it does not know and says which there are", { timeout: 60_000 }, async () => {
    await expect(bench("--json", "--only", "tea")).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/no bench is called tea; known: role-page-import, .*edit-to-visible/),
    });
  });
});
