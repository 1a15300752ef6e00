import { describe, expect, it } from "vitest";
import { sheetLimit } from "../../../../src/documents/sheet/read-sheet";
import { readChosen } from "../../../../src/features/kit/sheet/read-chosen";
import { sheetTrouble } from "../../../../src/features/kit/sheet/words";

const chosen = (arrayBuffer: () => Promise<ArrayBuffer>, size = 10) => readChosen({ size, arrayBuffer });

describe("a sheet that was chosen", () => {
  it("is read from its file", async () => {
    const read = await readChosen(new File(["Question,Competency\nHow?,Care\n"], "questions.csv"));
    expect(read.ok && read.value.rows[1]).toEqual(["How?", "Care"]);
  });

  it("says so where its file cannot be reached any more, and a bug stays a bug", async () => {
    const away = await chosen(() => Promise.reject(new DOMException("gone", "NotReadableError")));
    expect(away).toEqual({ ok: false, error: { type: "notReadable" } });
    expect(sheetTrouble({ type: "notReadable" }).what).toContain("cannot be read");
    await expect(chosen(() => Promise.reject(new RangeError("a bug")))).rejects.toThrow("a bug");
  });

  it("is not even read where it is too large", async () => {
    const read = await chosen(() => Promise.reject(new Error("was read")), sheetLimit + 1);
    expect(read).toMatchObject({ ok: false, error: { type: "tooLarge" } });
  });
});
