import { describe, expect, it } from "vitest";
import { phasePace, phasesOf } from "../../../../../src/features/interview/exercise/phases";

describe("the phases of an exercise", () => {
  it("leaves for questions what the talk does not need, and prepares nothing that is done at home", () => {
    const talk = { minutes: 30, responseMinutes: 15, preparation: "About two hours, at home" };
    expect(phasesOf(talk)).toEqual([
      { name: "answer", minutes: 15 },
      { name: "questions", minutes: 15 },
    ]);
  });

  it("has a preparation where the kit gives minutes for it on the day", () => {
    const simulation = {
      minutes: 45,
      responseMinutes: 45,
      preparation: "30 minutes on site with the material",
    };
    expect(phasesOf(simulation)).toEqual([
      { name: "preparation", minutes: 30 },
      { name: "answer", minutes: 45 },
    ]);
    expect(phasesOf({ ...simulation, preparation: "20 min before the day" })).toHaveLength(1);
  });

  it("has none where the kit has no minutes", () => {
    expect(phasesOf({ minutes: null, responseMinutes: null, preparation: "" })).toEqual([]);
  });

  it("warns in the last tenth, at least in the last minute, and says when it is over", () => {
    expect(phasePace(26 * 60_000, 30)).toBe("calm");
    expect(phasePace(27 * 60_000, 30)).toBe("closing");
    expect(phasePace(3.9 * 60_000, 5)).toBe("calm");
    expect(phasePace(4 * 60_000, 5)).toBe("closing");
    expect(phasePace(30 * 60_000, 30)).toBe("over");
  });
});
