import { describe, expect, it } from "vitest";
import { levelIdSchema } from "../../../../src/domain/ids";
import { levelById } from "../../../../src/domain/kit/lookup";
import { countText, introOf, kitIndex } from "../../../../src/features/kit/kit-index";
import { endingSentence } from "../../../../src/features/kit/knock-out-text";
import {
  chosenLevel,
  emptySentence,
  limitedTo,
  questionsShown,
  shortfall,
  stepWithin,
} from "../../../../src/features/kit/questions";
import { secondsText } from "../../../../src/features/kit/time-text";
import { aKit } from "../../../support/builders/kit";

const level = (id: string) => levelById(aKit(), levelIdSchema.parse(id));
const shownIds = (kind: "competency" | "attitude", id: string): string[] =>
  questionsShown(aKit(), kind, levelIdSchema.parse(id)).map((question) => question.id);

describe("the questions a level shows", () => {
  it("are those marked with the level and those marked with none, one kind at a time", () => {
    expect(shownIds("competency", "junior")).toEqual(["q-samples", "q-instruments"]);
    expect(shownIds("competency", "senior")).toEqual(["q-instruments"]);
    expect(shownIds("attitude", "senior")).toEqual(["q-candour"]);
  });

  it("that are limited to levels say which, the others nothing", () => {
    const [limited, open] = aKit().questions;
    expect(limited && limitedTo(aKit(), limited)).toEqual(["Junior"]);
    expect(open && limitedTo(aKit(), open)).toEqual([]);
  });

  it("are explained where there are none: none at all, or none for this level", () => {
    const kit = aKit();
    const onlyJunior = { ...kit, questions: kit.questions.slice(0, 1) };
    expect(emptySentence(onlyJunior, "competency", level("senior"))).toBe(
      "No question is meant for Senior. There are questions for Junior.",
    );
    expect(emptySentence(onlyJunior, "attitude", level("senior"))).toBe(
      "The kit has none of these questions.",
    );
  });
});

describe("what a kit announces and what it has", () => {
  it("is said only where the kit has fewer", () => {
    expect(shortfall(16, 1)).toBe("16 announced, 1 in the kit");
    expect(shortfall(16, 16)).toBeNull();
    expect(shortfall(1, 3)).toBeNull();
    expect(shortfall(null, 0)).toBeNull();
  });

  it("stands in the side index as one of the other", () => {
    expect(countText(1, 1, 16)).toBe("1 of 16");
    expect(countText(16, 16, 16)).toBe("16");
    expect(countText(3, 3, null)).toBe("3");
  });

  it("counts in the side index what the chosen level shows", () => {
    const countAt = (id: string, label: string, announced: number | null) => {
      const kit = aKit({ announced: { ...aKit().announced, competencyQuestions: announced } });
      return kitIndex(kit, level(id).id, 0).find((entry) => entry.label === label)?.count;
    };
    expect(countAt("junior", "Competency questions", 16)).toBe("2 of 16");
    expect(countAt("senior", "Competency questions", 16)).toBe("1 of 16");
    expect(countAt("senior", "Competency questions", 2)).toBe("1");
    expect(countAt("senior", "Attitude questions", 16)).toBe("1");
  });

  it("leaves the essay out of the index of a kit without one", () => {
    const labels = (kit = aKit()) => kitIndex(kit, level("junior").id, 0).map((entry) => entry.label);
    expect(labels()).toContain("Why this role is hard");
    expect(labels(aKit({ essay: { title: "", author: "", paragraphs: [] } }))[0]).toBe("Core evaluation");
  });

  it("gives a section the text of its source, or none", () => {
    const kit = aKit({ intros: [{ section: "core", title: "Core", paragraphs: ["Read this."] }] });
    expect(introOf(kit, "core")).toEqual(["Read this."]);
    expect(introOf(kit, "framework")).toEqual([]);
  });
});

describe("turning pages", () => {
  it("stays at the ends and within a list that got shorter", () => {
    expect([stepWithin(0, -1, 3), stepWithin(0, 1, 3), stepWithin(2, 1, 3)]).toEqual([0, 1, 2]);
    expect(stepWithin(7, 0, 2)).toBe(1);
    expect(stepWithin(0, 1, 0)).toBe(0);
  });
});

describe("the level of the page", () => {
  it("is the one asked for, else the first of the kit", () => {
    expect(chosenLevel(aKit(), "senior").name).toBe("Senior");
    expect(chosenLevel(aKit(), "unknown").name).toBe("Junior");
    expect(chosenLevel(aKit(), null).name).toBe("Junior");
  });
});

describe("time limits in words", () => {
  it.each([
    [45, "45 s"],
    [60, "1 min"],
    [90, "1 min 30 s"],
    [120, "2 min"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(secondsText(seconds)).toBe(text);
  });
});

describe("a knock-out says what ends the application", () => {
  it.each([
    [{ form: "yesNo", disqualifying: "no" } as const, "Ends the application: No"],
    [
      {
        form: "single",
        choices: [
          { text: "Never", disqualifies: true },
          { text: "Often", disqualifies: false },
        ],
      } as const,
      "Ends the application: Never",
    ],
    [
      { form: "number", unit: "years", minimum: 2, maximum: 9 } as const,
      "Ends the application: below 2 years, above 9 years",
    ],
    [
      { form: "number", unit: "", minimum: null, maximum: null } as const,
      "The kit does not say which answer ends the application.",
    ],
  ])("%j", (answer, sentence) => {
    expect(endingSentence("choices" in answer ? { ...answer, choices: [...answer.choices] } : answer)).toBe(
      sentence,
    );
  });
});
