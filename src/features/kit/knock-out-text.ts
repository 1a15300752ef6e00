import type { KnockOut } from "../../domain/kit/kit";
import { words } from "./words";

type Answer = KnockOut["answer"];

const limits = (answer: Extract<Answer, { form: "number" }>): readonly string[] => {
  const unit = answer.unit === "" ? "" : ` ${answer.unit}`;
  return [
    ...(answer.minimum === null ? [] : [words.below(`${answer.minimum}${unit}`)]),
    ...(answer.maximum === null ? [] : [words.above(`${answer.maximum}${unit}`)]),
  ];
};

/** The answers that end the application, in words; empty where none does. */
export const endingAnswers = (answer: Answer): readonly string[] => {
  switch (answer.form) {
    case "yesNo":
      return [answer.disqualifying === "yes" ? words.yes : words.no];
    case "single":
    case "multiple":
      return answer.choices.filter((choice) => choice.disqualifies).map((choice) => choice.text);
    case "number":
      return limits(answer);
  }
};

/** One sentence about what ends the application. */
export const endingSentence = (answer: Answer): string => {
  const endings = endingAnswers(answer);
  return endings.length === 0 ? words.noEnding : words.ends(endings.join(", "));
};
