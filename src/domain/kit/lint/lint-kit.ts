import type { Competency, Kit, Question, Round } from "../kit";
import type { KitFinding, KitPlace, KitRule } from "./finding";
import { protectedWordIn } from "./topics";
import { asksTwice, isUnfinished, unobservableIn } from "./wording";

const finding = (rule: KitRule, part: KitPlace["part"], id: string, about = ""): KitFinding => ({
  rule,
  place: { part, id },
  about,
});

const missingLevels = (kit: Kit): readonly KitFinding[] =>
  kit.competencies.flatMap((competency) =>
    kit.levels
      .filter(({ id }) => requirementAt(competency, id) === "")
      .map(({ name }) => finding("levelTextMissing", "competency", competency.id, name)),
  );

const requirementAt = ({ levels }: Competency, levelId: string): string =>
  levels.find((text) => text.levelId === levelId)?.requirement.trim() ?? "";

const askingAbout = (kit: Kit, competencyId: string): readonly Question[] =>
  kit.questions.filter(({ target }) => target.kind === "competency" && target.competencyId === competencyId);

/** A competency should be heard in two rounds, so that two people rate it independently. */
const coverage = (kit: Kit): readonly KitFinding[] =>
  kit.competencies.flatMap(({ id }) => {
    const rounds = new Set(askingAbout(kit, id).flatMap(({ roundId }) => roundId ?? []));
    if (rounds.size === 0) return [finding("competencyNotAsked", "competency", id)];
    return rounds.size === 1 ? [finding("competencyInOneRound", "competency", id)] : [];
  });

const inQuestion = (question: Question): readonly KitFinding[] => {
  const about = (rule: KitRule, what = "") => finding(rule, "question", question.id, what);
  const topic = protectedWordIn(question.prompt);
  return [
    ...(question.roundId === null ? [about("questionWithoutRound")] : []),
    ...(question.positive.length === 0 || question.negative.length === 0
      ? [about("questionWithoutSigns")]
      : []),
    ...(isUnfinished(question.prompt) ? [about("questionUnfinished")] : []),
    ...(asksTwice(question.prompt) ? [about("twoQuestionsInOne")] : []),
    ...(topic === null ? [] : [about("protectedTopic", topic)]),
  ];
};

const signs = (part: "question" | "exercise", owners: Kit["questions"] | Kit["exercises"]) =>
  owners.flatMap(({ id, positive, negative }) =>
    [...positive, ...negative]
      .filter(({ text }) => unobservableIn(text) !== null)
      .map(({ text }) => finding("signNotObservable", part, id, text)),
  );

const prompts = (kit: Kit): readonly KitFinding[] =>
  (
    [
      ["knockOut", kit.knockOuts],
      ["videoPrompt", kit.videoPrompts],
    ] as const
  ).flatMap(([part, items]) =>
    items.flatMap(({ id, prompt }) => {
      const topic = protectedWordIn(prompt);
      return topic === null ? [] : [finding("protectedTopic", part, id, topic)];
    }),
  );

const criteria = (kit: Kit): readonly KitFinding[] =>
  kit.resumeCriteria.flatMap(({ id, text }) => {
    const topic = protectedWordIn(text);
    return topic === null ? [] : [finding("protectedTopic", "resumeCriterion", id, topic)];
  });

/** What an exercise does not explain: all of it, or single points, as after its scale got another one. */
const anchors = (kit: Kit): readonly KitFinding[] =>
  kit.exercises.flatMap((exercise) => {
    const told = exercise.anchors.filter(({ text }) => text.trim() !== "").map(({ label }) => label);
    if (told.length === 0) return [finding("exerciseWithoutAnchors", "exercise", exercise.id)];
    return kit.exerciseScale
      .filter(({ label, anchor }) => !told.includes(label) && anchor.trim() === "")
      .map(({ label }) => finding("anchorMissing", "exercise", exercise.id, label));
  });

/** A question with its answer and one follow-up takes at least that long. Our rule. */
const fewestMinutes = 4;

const isOverfull = (kit: Kit, round: Round, levelId: string): boolean => {
  const questions = kit.questions.filter(
    ({ roundId, levelIds }) =>
      roundId === round.id && (levelIds.length === 0 || levelIds.some((id) => id === levelId)),
  );
  return round.minutes !== null && questions.length * fewestMinutes > round.minutes;
};

const overfull = (kit: Kit): readonly KitFinding[] =>
  kit.rounds.flatMap((round) =>
    kit.levels
      .filter(({ id }) => isOverfull(kit, round, id))
      .map(({ name }) => finding("roundOverfull", "round", round.id, name)),
  );

/** What of a kit should be looked at again, in the kit's order. Each is a reason to look and never a reason to refuse. */
export const lintKit = (kit: Kit): readonly KitFinding[] => [
  ...missingLevels(kit),
  ...coverage(kit),
  ...kit.questions.flatMap(inQuestion),
  ...signs("question", kit.questions),
  ...prompts(kit),
  ...criteria(kit),
  ...signs("exercise", kit.exercises),
  ...anchors(kit),
  ...overfull(kit),
];
