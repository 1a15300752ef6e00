import { takenIn } from "../../application/take-in";
import type { PromptResponse } from "../../application/taken-application";
import type { KitId, KitItemId, QuestionId } from "../../ids";
import type { Kit, Question } from "../../kit/kit";
import { questionTopic } from "../../kit/lookup";
import type { Application } from "../application";
import { standingOf } from "../standing";
import type { VideoItem } from "./video-review";

/** The answers to video prompts, recorded or written; of a prompt that was answered twice the later one. */
export const answersOf = (application: Pick<Application, "events">): readonly PromptResponse[] => {
  const answers = new Map<KitItemId, PromptResponse>();
  for (const { responses } of takenIn(application))
    for (const response of responses) answers.set(response.promptId, response);
  return [...answers.values()];
};

/** The answer that an item of a review is about; undefined where it is not there. */
export const answerTo = (
  application: Pick<Application, "events">,
  { promptId, answeredAt }: Pick<VideoItem, "promptId" | "answeredAt">,
): PromptResponse | undefined =>
  takenIn(application)
    .flatMap(({ responses }) => responses)
    .find((response) => response.promptId === promptId && response.at === answeredAt);

/** What the kit asks for where this question asks: an attitude's definition, or a competency at the question's levels. */
const criteriaOf = (kit: Kit, { target, levelIds }: Question): readonly string[] => {
  if (target.kind === "attitude")
    return kit.attitudes.filter(({ id }) => id === target.attitudeId).map(({ definition }) => definition);
  return kit.competencies
    .filter(({ id }) => id === target.competencyId)
    .flatMap(({ levels }) => levels.filter(({ levelId }) => levelIds.includes(levelId)))
    .map(({ requirement }) => requirement);
};

const judgedBy = (kit: Kit, question: Question | undefined) => ({
  questionId: question?.id ?? null,
  topic: question === undefined ? "" : questionTopic(kit, question),
  criteria:
    question === undefined ? [] : [...new Set(criteriaOf(kit, question).filter((text) => text !== ""))],
  positive: question === undefined ? [] : [...question.positive],
  negative: question === undefined ? [] : [...question.negative],
});

/** By prompt, the kit's question whose signs its answers are judged by. */
export type ChosenQuestions = Readonly<Record<string, QuestionId | null>>;

/** What a review of this application judges, as the kit words it now. */
export const videoItemsOf = (
  kit: Kit,
  application: Pick<Application, "events">,
  chosen: ChosenQuestions,
): readonly VideoItem[] =>
  answersOf(application).map(({ promptId, prompt, at }) => ({
    promptId,
    prompt,
    answeredAt: at,
    ...judgedBy(
      kit,
      kit.questions.find(({ id }) => id === chosen[promptId]),
    ),
  }));

/**
 * By prompt, what the latest review of another application for this role judged its answers by: every application is to
 * be judged by the same.
 */
export const usualQuestions = (applications: readonly Application[], kitId: KitId): ChosenQuestions => {
  const usual: Record<string, QuestionId | null> = {};
  const begun = applications
    .filter((one) => one.kitId === kitId)
    .flatMap((one) => standingOf(one).video ?? [])
    .toSorted((one, other) => one.begunAt.localeCompare(other.begunAt));
  for (const { items } of begun) for (const item of items) usual[item.promptId] = item.questionId;
  return usual;
};
