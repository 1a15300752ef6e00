import type { LevelId } from "../../ids";
import type { Question } from "../kit";
import type { Catalogue } from "./catalogue";
import type { Context } from "./context";
import { takeProse } from "./fields";
import { takeIndicators } from "./indicators";
import type { AttitudeDraft, CompetencyDraft, QuestionDraft } from "./questions";
import { wordsOf } from "./spans";
import type { Topics } from "./topics";

/** Everything that questions are taken into. */
export interface QuestionContext extends Context {
  readonly catalogue: Catalogue;
  readonly topics: Topics;
}

const longestTopic = 40;
const longestLevel = 12;

/** The id says what is asked about and at which level, so that it stays when questions change places. */
const questionTitle = (topic: string, levels: readonly LevelId[]): string =>
  [topic.slice(0, longestTopic), ...levels.slice(0, 1).map((level) => level.slice(0, longestLevel))].join(
    " ",
  );

const levelsOf = (
  draft: QuestionDraft,
  otherwise: readonly LevelId[],
  { catalogue }: QuestionContext,
): LevelId[] => {
  const named = draft.expectations.map((expectation) => catalogue.addLevel(expectation.level.text));
  return [...new Set(named.length > 0 ? named : otherwise)];
};

const takeQuestion = (
  draft: QuestionDraft,
  topic: string,
  target: Question["target"],
  levelIds: LevelId[],
  context: QuestionContext,
): Question[] => {
  if (draft.prompt.length === 0) {
    context.notes.push({ type: "questionWithoutPrompt", line: draft.line, topic });
    return [];
  }
  const id = context.ids.question(questionTitle(topic, levelIds), `${target.kind}-question`);
  return [
    {
      id,
      target,
      levelIds,
      roundId: draft.round === undefined ? null : context.topics.addRound(draft.round),
      prompt: takeProse(context.ledger, draft.prompt),
      ...takeIndicators(context, draft, id),
    },
  ];
};

/**
 * The competency question of a draft. Without a competency or a prompt there is none: its lines stay
 * unplaced and a note says where.
 */
export const takeCompetencyQuestion = (
  draft: CompetencyDraft,
  pageLevels: readonly LevelId[],
  context: QuestionContext,
): Question[] => {
  const competency = context.catalogue.addCompetency(draft);
  if (competency === undefined) {
    context.notes.push({ type: "questionWithoutTopic", line: draft.line });
    return [];
  }
  const target = { kind: "competency" as const, competencyId: competency.id };
  return takeQuestion(draft, competency.name, target, levelsOf(draft, pageLevels, context), context);
};

/** The attitude question of a draft. A name with neither definition nor prompt is no attitude. */
export const takeAttitudeQuestion = (
  draft: AttitudeDraft,
  pageLevels: readonly LevelId[],
  context: QuestionContext,
): Question[] => {
  const { name, definition, prompt } = draft;
  if (name === undefined || (definition.length === 0 && prompt.length === 0)) {
    context.notes.push({ type: "questionWithoutTopic", line: draft.line });
    return [];
  }
  const target = { kind: "attitude" as const, attitudeId: context.topics.addAttitude(name, definition) };
  return takeQuestion(draft, wordsOf(name), target, levelsOf(draft, pageLevels, context), context);
};
