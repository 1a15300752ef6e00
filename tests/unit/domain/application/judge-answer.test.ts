import { describe, expect, it } from "vitest";
import { isDisqualifying, judgeAnswer } from "../../../../src/domain/application/judge-answer";
import type { GivenAnswer } from "../../../../src/domain/candidates/knock-out";
import type { KnockOut } from "../../../../src/domain/kit/kit";
import { aScript } from "../../../support/builders/application-script";

type Rule = KnockOut["answer"];
const choices = [
  { text: "Morning", disqualifies: false },
  { text: "Night", disqualifies: true },
];
const number = (minimum: number | null, maximum: number | null): Rule => ({
  form: "number",
  unit: "",
  minimum,
  maximum,
});

describe("the kit's rule about an answer", () => {
  it.each<[string, Rule, GivenAnswer, boolean]>([
    ["the yes that ends it", { form: "yesNo", disqualifying: "yes" }, { form: "yesNo", value: "yes" }, true],
    ["the other", { form: "yesNo", disqualifying: "yes" }, { form: "yesNo", value: "no" }, false],
    ["a choice that ends it", { form: "single", choices }, { form: "single", choice: "Night" }, true],
    ["another choice", { form: "single", choices }, { form: "single", choice: "Morning" }, false],
    [
      "one of several that ends it",
      { form: "multiple", choices },
      { form: "multiple", choices: ["Morning", "Night"] },
      true,
    ],
    ["none of several", { form: "multiple", choices }, { form: "multiple", choices: [] }, false],
    ["a number below", number(2, 5), { form: "number", value: 1.9 }, true],
    ["the lower limit itself", number(2, 5), { form: "number", value: 2 }, false],
    ["the upper limit itself", number(2, 5), { form: "number", value: 5 }, false],
    ["a number above", number(2, 5), { form: "number", value: 5.1 }, true],
    ["any number where there is no limit", number(null, null), { form: "number", value: -1e9 }, false],
  ])("%s", (_name, rule, given, expected) => {
    expect(isDisqualifying(rule, given)).toBe(expected);
  });
});

describe("the result of an answer", () => {
  const [permit, shift] = aScript().knockOuts;
  if (permit === undefined || shift === undefined) throw new Error("the builder has two questions");

  it("keeps the wording, its version, the answer and what the rule says", () => {
    expect(judgeAnswer(permit, { form: "yesNo", value: "no" })).toEqual({
      questionId: "permit",
      prompt: "May you work in the European Union?",
      // Worked out by: printf %s '{"answer":{"disqualifying":"no","form":"yesNo"},"prompt":"May you work …?"}' | sha256
      wordingVersion: "LTRJu9bfp91y5D4fIx9wcb-9Oym0uIOOsKmPGH2h8i0",
      answer: { form: "yesNo", value: "no" },
      disqualifies: true,
    });
  });

  it.each<GivenAnswer>([
    { form: "multiple", choices: ["Afternoon"] },
    { form: "multiple", choices: ["Night", "Night"] },
    { form: "single", choice: "Night" },
    { form: "yesNo", value: "yes" },
  ])("is none for an answer that the question does not offer: %o", (given) => {
    expect(judgeAnswer(shift, given)).toBeNull();
  });
});
