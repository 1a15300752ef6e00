import { describe, expect, it } from "vitest";
import { untoldLoops } from "../../../../src/app/candidates/follow-loops";
import { aStoredLoop } from "../../../contract/store/people-cases";
import { anApplication, later, onDay } from "../../../support/builders/application";

const { candidateId } = anApplication();
const loop = aStoredLoop({ candidateId });
const planned = later(anApplication(), { at: onDay(5), by: null, kind: "loopPlanned", loopId: loop.loopId });

describe("the loops that applications do not know yet", () => {
  it("are those planned for their candidate", () => {
    expect(untoldLoops([loop], [anApplication()]).map(({ kind }) => kind)).toEqual(["loopPlanned"]);
    expect(untoldLoops([loop], [planned])).toEqual([]);
    expect(untoldLoops([aStoredLoop({ candidateId: null })], [anApplication()])).toEqual([]);
  });

  it("are told again once they are decided", () => {
    const decided = { ...loop, phase: "decided" as const };
    expect(untoldLoops([decided], [planned]).map(({ kind }) => kind)).toEqual(["decided"]);
    const known = later(planned, { at: onDay(6), by: null, kind: "decided", loopId: loop.loopId });
    expect(untoldLoops([decided], [known])).toEqual([]);
  });

  it("leave an archived application as it is", () => {
    const archived = later(anApplication(), {
      at: onDay(4),
      by: "Ana",
      kind: "archived",
      cause: "withdrew",
      reason: "Wrote",
    });
    expect(untoldLoops([loop], [archived])).toEqual([]);
  });
});
