import { describe, expect, it } from "vitest";
import { goodLink, worseOf } from "../../../../../electron/cli/lab/net/link";
import { switchTable } from "../../../../../electron/cli/lab/net/switch-table";

const host = (number: number): readonly number[] => [0x02, 0, 0, 0, 0, number];
const everybody = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const frame = (to: readonly number[], from: readonly number[]) => Uint8Array.from([...to, ...from, 8, 0]);

describe("the lab's switch", () => {
  it("sends a frame to every other port until it knows where its receiver is", () => {
    const table = switchTable(3);
    expect(table.portsFor(frame(host(2), host(1)), 0)).toEqual([1, 2]);
    expect(table.portsFor(frame(host(1), host(2)), 1)).toEqual([0]);
    expect(table.portsFor(frame(host(2), host(1)), 0)).toEqual([1]);
  });

  it("sends what is for everybody to every other port, also when its sender is known", () => {
    const table = switchTable(3);
    table.portsFor(frame(everybody, host(1)), 0);
    expect(table.portsFor(frame(everybody, host(1)), 0)).toEqual([1, 2]);
  });

  it("follows a host that was plugged in elsewhere", () => {
    const table = switchTable(3);
    table.portsFor(frame(everybody, host(1)), 0);
    table.portsFor(frame(everybody, host(1)), 2);
    expect(table.portsFor(frame(host(1), host(2)), 1)).toEqual([2]);
  });

  it("sends nothing back where it came from, and nothing that is too short for two addresses", () => {
    const table = switchTable(2);
    table.portsFor(frame(everybody, host(1)), 0);
    expect(table.portsFor(frame(host(1), host(2)), 0)).toEqual([]);
    expect(table.portsFor(Uint8Array.from([1, 2, 3]), 0)).toEqual([]);
  });
});

describe("two links with one frame between them", () => {
  it("harm it once, by the worse of the two", () => {
    const slow = { up: true, loss: 0.1, delayMs: 300 };
    const lossy = { up: true, loss: 0.2, delayMs: 10 };
    expect(worseOf(slow, lossy)).toEqual({ up: true, loss: 0.2, delayMs: 300 });
  });

  it("pass nothing where one of them is cut", () => {
    expect(worseOf(goodLink, { ...goodLink, up: false }).up).toBe(false);
    expect(worseOf({ ...goodLink, up: false }, goodLink).up).toBe(false);
  });
});
