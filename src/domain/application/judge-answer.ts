import type { GivenAnswer, KnockOutResult } from "../candidates/knock-out";
import type { KnockOut } from "../kit/kit";
import type { AskedKnockOut } from "./script";

type Rule = KnockOut["answer"];

const offered = (choices: readonly { readonly text: string }[], given: readonly string[]): boolean =>
  new Set(given).size === given.length &&
  given.every((text) => choices.some((choice) => choice.text === text));

/** True where the answer is one the question offers. An empty choice of several is one: none of them. */
export const fitsQuestion = (rule: Rule, given: GivenAnswer): boolean => {
  if (rule.form === "single" && given.form === "single") return offered(rule.choices, [given.choice]);
  if (rule.form === "multiple" && given.form === "multiple") return offered(rule.choices, given.choices);
  return rule.form === given.form;
};

const chosenDisqualifies = (
  choices: readonly { readonly text: string; readonly disqualifies: boolean }[],
  given: readonly string[],
): boolean => choices.some(({ text, disqualifies }) => disqualifies && given.includes(text));

/**
 * What the kit's rule says of an answer: a yes or no, any choice that ends the application, or a number outside the
 * limits; the limits themselves are allowed.
 */
export const isDisqualifying = (rule: Rule, given: GivenAnswer): boolean => {
  if (rule.form === "yesNo" && given.form === "yesNo") return given.value === rule.disqualifying;
  if (rule.form === "single" && given.form === "single")
    return chosenDisqualifies(rule.choices, [given.choice]);
  if (rule.form === "multiple" && given.form === "multiple")
    return chosenDisqualifies(rule.choices, given.choices);
  if (rule.form !== "number" || given.form !== "number") return false;
  const { minimum, maximum } = rule;
  return (minimum !== null && given.value < minimum) || (maximum !== null && given.value > maximum);
};

/** The result of one answer; null where the question offers no such answer. */
export const judgeAnswer = (asked: AskedKnockOut, given: GivenAnswer): KnockOutResult | null =>
  fitsQuestion(asked.answer, given)
    ? {
        questionId: asked.id,
        prompt: asked.prompt,
        wordingVersion: asked.wordingVersion,
        answer: given,
        disqualifies: isDisqualifying(asked.answer, given),
      }
    : null;
