import type { Exercise, Kit, Question } from "../../src/domain/kit/kit";

const repeats = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);
const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map((item) => item.id);
const signsOf = (item: Question | Exercise) => [...item.positive, ...item.negative];

/** Ids that occur twice among things of one kind; indicators count as one kind over the whole kit. */
export const repeatedIds = (kit: Kit): readonly string[] =>
  [
    ids(kit.levels),
    ids(kit.disciplines),
    ids(kit.competencies),
    ids(kit.attitudes),
    ids(kit.rounds),
    ids(kit.questions),
    ids(kit.exercises),
    ids([...kit.questions, ...kit.exercises].flatMap(signsOf)),
    ids([
      ...kit.knockOuts,
      ...kit.videoPrompts,
      ...kit.resumeCriteria,
      ...kit.exercises.flatMap((exercise) => [...exercise.roles, ...exercise.items]),
    ]),
  ].flatMap(repeats);

const targetIn = (kit: Kit, { target }: Question): boolean =>
  target.kind === "competency"
    ? ids(kit.competencies).includes(target.competencyId)
    : ids(kit.attitudes).includes(target.attitudeId);

const questionDangles = (kit: Kit, question: Question): boolean =>
  !targetIn(kit, question) ||
  question.levelIds.some((id) => !ids(kit.levels).includes(id)) ||
  (question.roundId !== null && !ids(kit.rounds).includes(question.roundId));

/** What refers to something the kit does not have, by its id. */
export const danglingReferences = (kit: Kit): readonly string[] => {
  const labels = kit.exerciseScale.map((point) => point.label);
  return [
    ...kit.questions.filter((question) => questionDangles(kit, question)),
    ...kit.competencies.filter(
      (competency) =>
        !ids(kit.disciplines).includes(competency.disciplineId) ||
        competency.levels.some((text) => !ids(kit.levels).includes(text.levelId)),
    ),
    ...kit.exercises.filter((exercise) => exercise.anchors.some(({ label }) => !labels.includes(label))),
  ].map((item) => item.id);
};

/** Every text somebody would read, by the place it stands at. */
export const textsOf = (value: unknown, place = ""): readonly (readonly [place: string, text: string])[] => {
  if (typeof value === "string") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    textsOf(item, place === "" ? key : `${place}.${key}`),
  );
};

const opensRequest = /^(tell|describe|walk|explain|think|show|give|share)\b/i;
const joinsTwo = /(,| and| or) (what|how|why|when|where|who|whom|whose|which|did|do|would|could|is|are)\b/i;

/**
 * Says what is wrong with a prompt: it must end with a question mark, hold at most one request or question
 * and one follow-up, and no sentence of it may ask for two things.
 */
export const promptFault = (prompt: string): "noQuestionMark" | "tooManyAsks" | "twoInOne" | null => {
  if (!prompt.endsWith("?")) return "noQuestionMark";
  const sentences = prompt.split(/(?<=[.?]) +/);
  const asks = sentences.filter((sentence) => sentence.endsWith("?") || opensRequest.test(sentence));
  if (asks.length > 2) return "tooManyAsks";
  return asks.some((ask) => joinsTwo.test(ask)) ? "twoInOne" : null;
};
