import { describe, expect, it } from "vitest";
import { untoldLoops } from "../../../../src/app/candidates/follow-loops";
import { standingOf } from "../../../../src/domain/candidates/standing";
import { applicationIdSchema, kitIdSchema, loopIdSchema } from "../../../../src/domain/ids";
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

  it("are told to the application for their role, also where another came later", () => {
    const other = anApplication({
      id: applicationIdSchema.parse("application-0000000002"),
      kitId: kitIdSchema.parse("kit-000000000000000002"),
      events: [{ kind: "applied", at: onDay(6), by: null, source: "hand" }],
    });
    const first = anApplication();
    const ofFirst = { ...loop, kitId: first.kitId };
    expect(untoldLoops([ofFirst], [other, first]).map(({ application }) => application.id)).toEqual([
      first.id,
    ]);
    expect(untoldLoops([ofFirst], [other])).toEqual([]);
  });

  it("leave the application to a second loop once they are cancelled", () => {
    const cancelled = { ...loop, phase: "cancelled" as const };
    expect(untoldLoops([cancelled], [anApplication()])).toEqual([]);
    expect(untoldLoops([cancelled], [planned]).map(({ kind }) => kind)).toEqual(["loopEnded"]);
    const ended = later(planned, { at: onDay(6), by: null, kind: "loopEnded", loopId: loop.loopId });
    expect(standingOf(ended)).toMatchObject({ state: "advanced", loopId: null });
    expect(untoldLoops([cancelled], [ended])).toEqual([]);
    const second = { ...loop, loopId: loopIdSchema.parse("loop-00000000000000002") };
    expect(untoldLoops([cancelled, second], [ended])).toMatchObject([{ loop: second, kind: "loopPlanned" }]);
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
