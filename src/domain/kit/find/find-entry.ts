import type { KitId } from "../../ids";
import type { Exercise, Kit, Question } from "../kit";
import { questionTopic } from "../lookup";

/** What of a kit can be found. */
export const findKinds = ["kit", "competency", "competencyQuestion", "attitudeQuestion", "exercise"] as const;
export type FindKind = (typeof findKinds)[number];

/** One thing of a kit as a search sees it: names in place of ids, since ids mean nothing across kits. */
export interface FindEntry {
  /** Unique among all kits. */
  readonly key: string;
  readonly kitId: KitId;
  readonly kitTitle: string;
  readonly kind: FindKind;
  /** Its id in its kit; empty for the kit itself. */
  readonly itemId: string;
  /** What it is called: a title, or the competency or attitude a question asks about. */
  readonly title: string;
  readonly text: string;
  readonly indicators: readonly string[];
  /** The names of the levels it is meant for. */
  readonly levels: readonly string[];
  /** Empty where it belongs to none. */
  readonly discipline: string;
  readonly round: string;
}

type Said = Omit<FindEntry, "key" | "kitId" | "kitTitle" | "kind" | "itemId">;

const allLevels = (kit: Kit): readonly string[] => kit.levels.map(({ name }) => name);

const disciplineOf = (kit: Kit, { target }: Question): string => {
  if (target.kind === "attitude") return "";
  const competency = kit.competencies.find(({ id }) => id === target.competencyId);
  return kit.disciplines.find(({ id }) => id === competency?.disciplineId)?.name ?? "";
};

const questionSaid = (kit: Kit, question: Question): Said => ({
  title: questionTopic(kit, question),
  text: question.prompt,
  indicators: [...question.positive, ...question.negative].map(({ text }) => text),
  levels:
    question.levelIds.length === 0
      ? allLevels(kit)
      : kit.levels.filter(({ id }) => question.levelIds.includes(id)).map(({ name }) => name),
  discipline: disciplineOf(kit, question),
  round: kit.rounds.find(({ id }) => id === question.roundId)?.name ?? "",
});

/* A role player's guide and a test's answers are for few eyes: they are not searched. */
const exerciseSaid = (kit: Kit, exercise: Exercise): Said => ({
  title: exercise.title,
  text: [exercise.prompt, exercise.scenario, exercise.problem].filter((part) => part !== "").join(" "),
  indicators: [...exercise.positive, ...exercise.negative].map(({ text }) => text),
  levels: allLevels(kit),
  discipline: "",
  round: "",
});

/** Everything of one kit that can be found, the kit itself first. */
export const findEntries = (kit: Kit): readonly FindEntry[] => {
  const entry = (kind: FindKind, itemId: string, said: Said): FindEntry => ({
    key: `${kit.id}/${kind}/${itemId}`,
    kitId: kit.id,
    kitTitle: kit.title,
    kind,
    itemId,
    ...said,
  });
  const whole: Said = {
    title: kit.title,
    text: kit.essay.paragraphs.join(" "),
    indicators: [],
    levels: allLevels(kit),
    discipline: "",
    round: "",
  };
  return [
    entry("kit", "", whole),
    ...kit.competencies.map(({ id, name, levels, disciplineId }) =>
      entry("competency", id, {
        ...whole,
        title: name,
        text: levels.map(({ requirement }) => requirement).join(" "),
        discipline: kit.disciplines.find((known) => known.id === disciplineId)?.name ?? "",
      }),
    ),
    ...kit.questions.map((question) =>
      entry(`${question.target.kind}Question`, question.id, questionSaid(kit, question)),
    ),
    ...kit.exercises.map((exercise) => entry("exercise", exercise.id, exerciseSaid(kit, exercise))),
  ];
};
