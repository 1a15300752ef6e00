import { describe, expect, it } from "vitest";
import { copyTroubleText, restoredLines } from "../../../../src/app/frame/storage-words";
import type { RestoreReport } from "../../../../src/store/journal/restore-report";
import { noon } from "../../../support/builders/record";

const report = (overrides: Partial<RestoreReport>): RestoreReport => ({
  at: noon,
  wasLost: true,
  restored: {},
  keyless: 0,
  damaged: 0,
  journalFailed: false,
  fromColleagues: 0,
  ...overrides,
});

describe("what is said after a restoring", () => {
  it("names what came back by the words of the screens, and counts it", () => {
    const restored = { kits: 1, kitParts: 66, candidates: 2, loops: 1, loopUpdates: 9, drafts: 3 };
    expect(restoredLines(report({ restored }))).toEqual([
      "What this laptop had stored was gone from its database. It was brought back from the safety journal: 1 role kit, 2 candidates, 1 loop and 3 cards in progress.",
      "What was written in the last second before may be missing. Look through your cards before you seal them.",
    ]);
  });

  it("says of a part that a part was missing", () => {
    const [first] = restoredLines(report({ wasLost: false, restored: { drafts: 1 } }));
    expect(first).toBe(
      "Something this laptop had stored was missing from its database or damaged. It was brought back from the safety journal: 1 card in progress.",
    );
  });

  it("says what does not open and what is damaged", () => {
    const lines = restoredLines(report({ restored: { loops: 1 }, keyless: 2, damaged: 1 }));
    expect(lines.slice(1, 3)).toEqual([
      "2 entries are back but cannot be opened: the key is not on this laptop.",
      "The safety journal is damaged in one place; what stood there is not back.",
    ]);
  });

  it("says of a card that only colleagues still had where it came from", () => {
    const lines = restoredLines(report({ wasLost: false, fromColleagues: 1 }));
    expect(lines[0]).toBe(
      "1 card in progress was missing on this laptop and came back from a colleague’s, where it lay unreadable to them.",
    );
    expect(lines).toHaveLength(2);
  });

  it("never promises what did not come back", () => {
    const lines = restoredLines(report({}));
    expect(lines[0]).toContain("The safety journal is gone too, so nothing was brought back.");
    expect(lines[1]).toContain("join their room again");
    expect(restoredLines(report({ journalFailed: true }))[0]).toContain("could not be read");
  });
});

it("a full disk is told as such, any other reason by the system's name for it", () => {
  expect(copyTroubleText("ENOSPC")).toContain("The disk is full");
  expect(copyTroubleText("EIO")).toContain("(EIO)");
});
