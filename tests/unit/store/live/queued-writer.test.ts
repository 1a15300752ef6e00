import { describe, expect, it } from "vitest";
import { createQueuedWriter } from "../../../../src/store/live/queued-writer";

/** A disk whose writes end when the test says so. */
const slowDisk = () => {
  const begun: string[] = [];
  const endings: (() => void)[] = [];
  const write = (value: string) =>
    new Promise<string>((resolve) => {
      begun.push(value);
      endings.push(() => resolve(`wrote ${value}`));
    });
  return { begun, write, endNext: () => endings.shift()?.() };
};
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a writer that keeps the newest", () => {
  const newest = (_waiting: string, newer: string) => newer;

  it("writes one value at a time and leaves out what was replaced while it waited", async () => {
    const disk = slowDisk();
    const writer = createQueuedWriter(disk.write, newest);
    const saves = ["a", "b", "c"].map((value) => writer.save(value));
    expect(disk.begun).toEqual(["a"]);
    disk.endNext();
    await settled();
    expect(disk.begun).toEqual(["a", "c"]);
    disk.endNext();
    expect(await Promise.all(saves)).toEqual(["wrote a", "wrote c", "wrote c"]);
  });

  it("does not resolve a save before its own write is done", async () => {
    const disk = slowDisk();
    const writer = createQueuedWriter(disk.write, newest);
    let resolved = false;
    const first = writer.save("a");
    const second = writer.save("b").then(() => {
      resolved = true;
    });
    disk.endNext();
    await first;
    await settled();
    expect(resolved).toBe(false);
    disk.endNext();
    await second;
  });

  it("goes on after a write that threw, and tells only those who waited for that one", async () => {
    const writer = createQueuedWriter(async (value: string) => {
      if (value === "bad") throw new Error("torn");
      return value;
    }, newest);
    await expect(writer.save("bad")).rejects.toThrow("torn");
    expect(await writer.save("good")).toBe("good");
  });

  it("is idle only when nothing is written and nothing waits", async () => {
    const disk = slowDisk();
    const writer = createQueuedWriter(disk.write, newest);
    void writer.save("a");
    void writer.save("b");
    let idle = false;
    const whenIdle = writer.whenIdle().then(() => {
      idle = true;
    });
    disk.endNext();
    await settled();
    expect(idle).toBe(false);
    disk.endNext();
    await whenIdle;
  });
});

describe("a writer that joins what waits", () => {
  it("writes everything once, in order", async () => {
    const written: (readonly number[])[] = [];
    const writer = createQueuedWriter(
      async (values: readonly number[]) => {
        await settled();
        written.push(values);
      },
      (waiting, newer) => [...waiting, ...newer],
    );
    await Promise.all([1, 2, 3].map((value) => writer.save([value])));
    expect(written).toEqual([[1], [2, 3]]);
  });
});
