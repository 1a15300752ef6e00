import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actTrouble, wordedActs } from "../../../src/bindings/act-trouble";
import { interviewTrouble } from "../../../src/features/interview/words";
import { createTrouble } from "../../../src/features/loop/words";
import { roomTrouble } from "../../../src/features/room/room-troubles";

const acts = join(import.meta.dirname, "../../../src/app/loop");

/** Codes that a file of the acts answers with, as they stand in its text. */
const codesIn = async (file: string): Promise<readonly string[]> => {
  const text = await readFile(join(acts, file), "utf8");
  return [...text.matchAll(/(?:err\(|return |\? )\{ type: "(\w+)" \}/g)].flatMap(([, code]) => code ?? []);
};

describe("what an act cannot do", () => {
  it("has words for every code the acts of a loop spell out", async () => {
    const files = (await readdir(acts)).filter((file) =>
      /-acts?\.ts$|^create-loop\.ts$|^act-parts\.ts$/.test(file),
    );
    const codes = (await Promise.all(files.map(codesIn))).flat();
    expect(codes).toContain("amendReasonMissing");
    expect(codes).toContain("candidateMissing");
    expect(codes.filter((code) => !wordedActs.has(code))).toEqual([]);
  });

  it("says why and what to do, on whichever screen it comes up", () => {
    expect(roomTrouble({ type: "notTheAuthority" })).toEqual({
      what: "That could not be done: only the laptop of the person in charge may do that.",
      safe: "What you saved is on this laptop.",
      todo: "Ask the person in charge of the loop.",
    });
    expect(interviewTrouble({ type: "forkedCard" }).todo).toBe(
      "Go to the room and say which of the two versions goes on.",
    );
    expect(interviewTrouble({ type: "diskFull" }).safe).toBe("What was saved before is safe.");
    expect(createTrouble({ type: "candidateMissing" }).what).toBe(
      "The loop could not be made: the candidate is no longer on this laptop.",
    );
  });

  it("shows the code itself only where it is a bug that nobody foresaw", () => {
    const said = { what: "It failed", safe: "" };
    for (const type of wordedActs) expect(actTrouble({ type }, said).what).not.toContain(`(${type})`);
    expect(actTrouble({ type: "constructor" }, said).what).toContain("(constructor)");
  });
});
