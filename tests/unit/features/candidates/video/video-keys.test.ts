import { describe, expect, it } from "vitest";
import { noteBeside, noteMeant } from "../../../../../src/features/candidates/video/use-video-keys";

const notes = [4, 12, 40].map((seconds) => ({ seconds, text: "" }));

describe("the notes of a recording", () => {
  it("are gone to one after the other, and none is gone to twice", () => {
    expect(noteBeside({ notes }, 0, 1)).toBe(4);
    expect(noteBeside({ notes }, 4, 1)).toBe(12);
    expect(noteBeside({ notes }, 40.1, -1)).toBe(12);
    expect(noteBeside({ notes }, 40, 1)).toBeNull();
    expect(noteBeside({ notes }, 4, -1)).toBeNull();
  });

  it("are written on at the one that was made last before this time, in a written answer at the newest", () => {
    expect(noteMeant({ notes }, 13)).toBe(1);
    expect(noteMeant({ notes }, 1)).toBe(0);
    expect(noteMeant({ notes: [] }, 1)).toBe(-1);
    expect(noteMeant({ notes: notes.map(({ text }) => ({ text, seconds: null })) }, null)).toBe(2);
  });
});
