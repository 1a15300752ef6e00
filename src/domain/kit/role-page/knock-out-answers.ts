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

const onlyOne = (words: readonly string[]): "yes" | "no" | null =>
  words.length === 1 ? yesOrNo(words[0] ?? "") : null;

const yesNoAnswer = ({ disqualifying, required }: AnswerWords): Answer | null => {
  const ends = onlyOne(disqualifying);
  if (ends !== null) return { form: "yesNo", disqualifying: ends };
  const asked = onlyOne(required);
  return asked === null ? null : { form: "yesNo", disqualifying: asked === "yes" ? "no" : "yes" };
};

const choiceAnswer = ({ choices, disqualifying, required, multiple }: AnswerWords): Answer | null => {
  if (choices.length < 2) return null;
  const ends = new Set(disqualifying.map(headingKey));
  const asked = new Set(required.map(headingKey));
  const read = choices.map((choice) => {
    const text = choice.replace(mark, "") || choice;
    const key = headingKey(text);
    const refused = asked.size > 0 && !asked.has(key);
    return { text, disqualifies: text !== choice || ends.has(key) || refused };
  });
  return { form: multiple ? "multiple" : "single", choices: read };
};

const numberAnswer = ({ minimum, maximum }: AnswerWords): Answer | null => {
  const least = figure.exec(minimum ?? "");
  const most = figure.exec(maximum ?? "");
  if (least === null && most === null) return null;
  const value = (match: RegExpExecArray | null): number | null => (match === null ? null : Number(match[1]));
  return {
    form: "number",
    unit: (least ?? most)?.[2] ?? "",
    minimum: value(least),
    maximum: value(most),
  };
};

/** The answer's form and what ends the application; null where the words do not say which answer does. */
export const readAnswer = (words: AnswerWords): Answer | null => {
  const choice = choiceAnswer(words);
  const decides = choice !== null && "choices" in choice && choice.choices.some((each) => each.disqualifies);
  if (decides) return choice;
  return yesNoAnswer(words) ?? numberAnswer(words);
};
