import { afterEach, describe, expect, it, vi } from "vitest";
import { parsePage, readPage } from "./pages";

const page = readPage("lab-technician");
const lines = page.split("\n");

/** The page with some of its lines, counted from 1, standing there several times. */
const repeating = (from: number, to: number, times: number): string => {
  const block = lines.slice(from - 1, to);
  return [
    ...lines.slice(0, from - 1),
    ...Array.from({ length: times }, () => block).flat(),
    ...lines.slice(to),
  ].join("\n");
};

/**
 * How often any regular expression ran: the parser's unit of work, the same on every machine. Watching them
 * slows every later one down, so nothing that takes time may stand in this file.
 */
const workOf = (text: string): number => {
  const runs = vi.spyOn(RegExp.prototype, "exec");
  parsePage(text);
  return runs.mock.calls.length;
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a long page", () => {
  it.each([
    ["the whole page", 1, lines.length],
    ["a competency question", 19, 45],
    ["an attitude question", 80, 96],
    ["a video prompt", 145, 165],
    ["a role", 285, 303],
    ["a row of the framework", 366, 375],
  ])("costs at most twelve times as much with %s ten times", (_what, from, to) => {
    const once = workOf(repeating(from, to, 1));
    vi.restoreAllMocks();
    const block = lines.slice(from - 1, to).join("\n").length;
    const share = (page.length + 9 * block) / page.length;
    expect(workOf(repeating(from, to, 10))).toBeLessThan(once * share * 1.2);
  });

  it("keeps every repeated question with ids of its own", () => {
    const { kit } = parsePage(repeating(19, 45, 40));
    const ids = kit.questions.map(({ id }) => id);
    expect(ids).toHaveLength(43);
    expect(new Set(ids).size).toBe(43);
    expect(ids[39]).toBe("sample-handling-technician-40");
  });
});
