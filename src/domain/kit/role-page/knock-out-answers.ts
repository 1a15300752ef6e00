import type { KnockOut } from "../kit";
import { headingKey } from "./headings";

/** What the page says about the answer to one knock-out question, in words. */
export interface AnswerWords {
  /** Answers that end the application. */
  readonly disqualifying: readonly string[];
  /** Answers that are asked for; any other ends the application. */
  readonly required: readonly string[];
  readonly choices: readonly string[];
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly multiple: boolean;
}

type Answer = KnockOut["answer"];

const mark = / ?[([–—-] ?(?:disqualif\w*|knock-?out|ends the application) ?[)\]]?$/i;
const figure = /^(?:at least |at most )?(\d{1,9}(?:\.\d{1,4})?) ?(.*)$/i;

const yesOrNo = (words: string): "yes" | "no" | null => {
  const key = headingKey(words);
  return key === "yes" || key === "no" ? key : null;
};

const saysOnly = (words: AnswerWords, ...used: readonly (keyof AnswerWords)[]): boolean => {
  const { disqualifying, required, choices, minimum, maximum } = words;
  const said = {
    disqualifying: disqualifying.length > 0,
    required: required.length > 0,
    choices: choices.length > 0,
    minimum: minimum !== null,
    maximum: maximum !== null,
    multiple: false,
  };
  return Object.entries(said).every(([key, isSaid]) => !isSaid || used.some((each) => each === key));
};

const onlyOne = (words: readonly string[]): "yes" | "no" | null =>
  words.length === 1 ? yesOrNo(words[0] ?? "") : null;

const yesNoAnswer = (words: AnswerWords): Answer | null => {
  const ends = saysOnly(words, "disqualifying") ? onlyOne(words.disqualifying) : null;
  if (ends !== null) return { form: "yesNo", disqualifying: ends };
  const asked = saysOnly(words, "required") ? onlyOne(words.required) : null;
  return asked === null ? null : { form: "yesNo", disqualifying: asked === "yes" ? "no" : "yes" };
};

const choiceAnswer = (words: AnswerWords): Answer | null => {
  const { choices, disqualifying, required, multiple } = words;
  if (choices.length < 2 || !saysOnly(words, "choices", "disqualifying", "required")) return null;
  const texts = choices.map((choice) => choice.replace(mark, "") || choice);
  const keys = new Set(texts.map(headingKey));
  if (![...disqualifying, ...required].every((word) => keys.has(headingKey(word)))) return null;
  const ends = new Set(disqualifying.map(headingKey));
  const asked = new Set(required.map(headingKey));
  const read = texts.map((text, index) => {
    const refused = asked.size > 0 && !asked.has(headingKey(text));
    return { text, disqualifies: text !== choices[index] || ends.has(headingKey(text)) || refused };
  });
  return { form: multiple ? "multiple" : "single", choices: read };
};

const numberAnswer = (words: AnswerWords): Answer | null => {
  if (!saysOnly(words, "minimum", "maximum")) return null;
  const least = figure.exec(words.minimum ?? "");
  const most = figure.exec(words.maximum ?? "");
  const unread = (least === null && words.minimum !== null) || (most === null && words.maximum !== null);
  const units = new Set([least?.[2] ?? "", most?.[2] ?? ""].filter((unit) => unit !== ""));
  if (unread || units.size > 1 || (least === null && most === null)) return null;
  const value = (match: RegExpExecArray | null): number | null => (match === null ? null : Number(match[1]));
  return { form: "number", unit: [...units][0] ?? "", minimum: value(least), maximum: value(most) };
};

/**
 * The answer's form and what ends the application. Null where the words do not say which answer does, or say
 * more than one form can hold: what is read here decides about people.
 */
export const readAnswer = (words: AnswerWords): Answer | null => {
  const choice = choiceAnswer(words);
  const decides = choice !== null && "choices" in choice && choice.choices.some((each) => each.disqualifies);
  if (decides) return choice;
  return yesNoAnswer(words) ?? numberAnswer(words);
};
