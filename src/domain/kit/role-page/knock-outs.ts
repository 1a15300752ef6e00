import type { KnockOut } from "../kit";
import { addAll } from "./add-all";
import type { Context } from "./context";
import { counterOf, isFurniture } from "./furniture";
import { headingKey } from "./headings";
import { type AnswerWords, readAnswer } from "./knock-out-answers";
import { type Label, labelOf } from "./labels";
import { isBelow, type Line, startsLower } from "./lines";
import type { Section } from "./sections";
import { bodyOf, type Item, type Span, wordsOf } from "./spans";

interface Draft {
  readonly prompt: Span[];
  /** Lines that were read as the answer, whatever they say. */
  readonly answerLines: Line[];
  readonly disqualifying: string[];
  readonly required: string[];
  readonly choices: Span[];
  minimum: string | null;
  maximum: string | null;
  multiple: boolean;
  /** The label whose value stands on the next line. */
  waiting: { readonly label: Label; readonly line: Line } | null;
}

const newDraft = (prompt: Span): Draft => ({
  prompt: [prompt],
  answerLines: [],
  disqualifying: [],
  required: [],
  choices: [],
  minimum: null,
  maximum: null,
  multiple: false,
  waiting: null,
});

const inBrackets = /^(.{1,1000}\?) ?\(([^()]{2,60})\)$/;
const labelInBrackets = /^([a-z -]{2,40}): ?(yes|no)$/i;
const yesNoChoice = /^yes ?(?:\/|or|\|) ?no$/i;

const answerForm = /^(?:yes ?\/ ?no|(?:single|multiple)(?: choice)?|number|select (?:one|all that apply))$/i;

const listed = (words: string): string[] => words.split(/[,;]/).map((word) => word.trim());

const isRequired = (words: string): boolean => /^(?:required|accepted|must)/.test(headingKey(words));

const addAnswer = (draft: Draft, labelWords: string, value: string): void => {
  addAll(isRequired(labelWords) ? draft.required : draft.disqualifying, listed(value));
};

/** Writes the value of a label to the draft; false where a knock-out has no use for the label. */
const addValue = (draft: Draft, label: Label, labelLine: Line, value: Span): boolean => {
  if (label.field === "answer") addAnswer(draft, labelLine.body, value.text);
  else if (label.field === "minimum") draft.minimum = value.text;
  else if (label.field === "maximum") draft.maximum = value.text;
  else if (label.field === "format" && answerForm.test(value.text))
    draft.multiple = /multiple|all that apply/i.test(value.text);
  else if (label.field === "choices") draft.choices.push(value);
  else return false;
  draft.answerLines.push(value.line);
  return true;
};

const addLabel = (draft: Draft, label: Label, line: Line): void => {
  draft.waiting = label.rest === null ? { label, line } : null;
  if (label.rest !== null) addValue(draft, label, line, label.rest);
  else draft.answerLines.push(line);
};

const askedIn = (line: Line): Draft => {
  const match = inBrackets.exec(line.body);
  const answer = labelInBrackets.exec(match?.[2] ?? "");
  if (match === null || answer === null) return newDraft(bodyOf(line));
  const draft = newDraft({ line, text: match[1] ?? line.body });
  addAnswer(draft, answer[1] ?? "", answer[2] ?? "");
  return draft;
};

const addWaited = (draft: Draft, line: Line): boolean => {
  const { waiting } = draft;
  if (waiting === null || waiting.label.field === "choices") return false;
  draft.waiting = null;
  return addValue(draft, waiting.label, waiting.line, bodyOf(line));
};

/** Bullets are choices wherever they stand; other lines only where they follow question or choice directly. */
const isChoice = (draft: Draft, line: Line): boolean => {
  const above = draft.choices[draft.choices.length - 1] ?? draft.prompt[draft.prompt.length - 1];
  if (line.marker === "bullet" || draft.waiting !== null) return true;
  return above !== undefined && isBelow(above.line, line) && !startsLower(line.text);
};

const addText = (draft: Draft, line: Line): void => {
  const last = draft.prompt[draft.prompt.length - 1];
  if (addWaited(draft, line)) return;
  if (yesNoChoice.test(line.body)) draft.answerLines.push(line);
  else if (isChoice(draft, line)) draft.choices.push(bodyOf(line));
  else if (last !== undefined && isBelow(last.line, line)) draft.prompt.push(bodyOf(line));
};

const isPrompt = (line: Line): boolean => /\?(?: ?\([^()]{2,60}\))?$/.test(line.body);

const readDrafts = (lines: readonly Line[]): Draft[] => {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const open = drafts[drafts.length - 1];
    const label = labelOf(line);
    if (label !== null && open !== undefined) addLabel(open, label, line);
    else if (isPrompt(line)) drafts.push(askedIn(line));
    else if (open !== undefined) addText(open, line);
  }
  return drafts;
};

const answerWords = (draft: Draft): AnswerWords => ({
  ...draft,
  choices: draft.choices.map((choice) => choice.text),
});

const toKnockOut = (draft: Draft, { ledger, ids, notes }: Context): KnockOut[] => {
  const answer = readAnswer(answerWords(draft));
  const prompt: Item = draft.prompt;
  if (answer === null) {
    notes.push({ type: "knockOutWithoutAnswer", line: prompt[0]?.line.number ?? 0 });
    return [];
  }
  for (const line of draft.answerLines) ledger.structure(line);
  if ("choices" in answer) for (const choice of draft.choices) ledger.take(choice);
  ledger.takeItem(prompt);
  return [{ id: ids.item("knock-out", "knock-out"), prompt: wordsOf(prompt), answer }];
};

/**
 * Reads knock-out questions: lines that end in a question mark, with what stands below about their answer.
 * One that does not say which answer ends the application is left unplaced: guessing would reject people.
 */
export const readKnockOuts = (
  section: Section,
  context: Context,
): { knockOuts: KnockOut[]; total: number | null } => {
  const aside = section.body.filter(isFurniture);
  for (const line of aside) context.ledger.furniture(line);
  const totals = aside.flatMap((line) => counterOf(line)?.total ?? []);
  const drafts = readDrafts(section.body.filter((line) => !isFurniture(line)));
  const total = totals.reduce<number | null>((most, each) => Math.max(most ?? 0, each), null);
  return { knockOuts: drafts.flatMap((draft) => toKnockOut(draft, context)), total };
};
