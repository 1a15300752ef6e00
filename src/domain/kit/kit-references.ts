import { err, ok, type Result } from "../result";
import type { Competency, Exercise, Kit } from "./kit";

/** A reference that leads nowhere, or an id that stands for two things. `from` and `path` name the place. */
export type KitReferenceProblem =
  | { readonly type: "danglingReference"; readonly from: string; readonly to: string }
  | { readonly type: "duplicateId"; readonly path: string; readonly id: string };

interface HasId {
  readonly id: string;
}

/** An id with the place it stands at. */
type Placed = readonly [path: string, id: string];

/** All but the first of each id. */
const repeated = (placed: readonly Placed[]): KitReferenceProblem[] => {
  const seen = new Set<string>();
  return placed.flatMap(([path, id]) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [{ type: "duplicateId" as const, path, id }];
  });
};

const placedIds = (path: string, items: readonly HasId[]): Placed[] =>
  items.map(({ id }, index) => [`${path}[${index}].id`, id]);

const levelTextIds = ({ levels }: Competency, index: number): Placed[] =>
  levels.map(({ levelId }, at) => [`competencies[${index}].levels[${at}].levelId`, levelId]);

const indicatorIds = (path: string, owners: readonly Pick<Exercise, "positive" | "negative">[]): Placed[] =>
  owners.flatMap((owner, index) => [
    ...placedIds(`${path}[${index}].positive`, owner.positive),
    ...placedIds(`${path}[${index}].negative`, owner.negative),
  ]);

const lists = [
  "levels",
  "disciplines",
  "competencies",
  "attitudes",
  "rounds",
  "questions",
  "knockOuts",
  "videoPrompts",
  "resumeCriteria",
  "exercises",
] as const;

/** Ids are unique in their list; those of roles and test items in their exercise, those of indicators in the kit. */
const allRepeated = (kit: Kit): KitReferenceProblem[] => [
  ...lists.flatMap((list) => repeated(placedIds(list, kit[list]))),
  ...kit.competencies.flatMap((competency, index) => repeated(levelTextIds(competency, index))),
  ...kit.exercises.flatMap(({ roles, items }, index) => [
    ...repeated(placedIds(`exercises[${index}].roles`, roles)),
    ...repeated(placedIds(`exercises[${index}].items`, items)),
  ]),
  ...repeated([...indicatorIds("questions", kit.questions), ...indicatorIds("exercises", kit.exercises)]),
];

type Reference = readonly [from: string, to: string];

const missing = (known: readonly HasId[], references: readonly Reference[]): KitReferenceProblem[] => {
  const ids: ReadonlySet<string> = new Set(known.map(({ id }) => id));
  return references
    .filter(([, to]) => !ids.has(to))
    .map(([from, to]) => ({ type: "danglingReference", from, to }));
};

const levelReferences = ({ competencies, questions }: Kit): Reference[] => [
  ...competencies.flatMap(levelTextIds),
  ...questions.flatMap(({ levelIds }, index) =>
    levelIds.map((levelId, at): Reference => [`questions[${index}].levelIds[${at}]`, levelId]),
  ),
];

const disciplineReferences = ({ competencies }: Kit): Reference[] =>
  competencies.map(({ disciplineId }, index) => [`competencies[${index}].disciplineId`, disciplineId]);

const roundReferences = ({ questions }: Kit): Reference[] =>
  questions.flatMap(({ roundId }, index): Reference[] =>
    roundId === null ? [] : [[`questions[${index}].roundId`, roundId]],
  );

const competencyReferences = ({ questions }: Kit): Reference[] =>
  questions.flatMap(({ target }, index): Reference[] =>
    target.kind === "competency" ? [[`questions[${index}].target.competencyId`, target.competencyId]] : [],
  );

const attitudeReferences = ({ questions }: Kit): Reference[] =>
  questions.flatMap(({ target }, index): Reference[] =>
    target.kind === "attitude" ? [[`questions[${index}].target.attitudeId`, target.attitudeId]] : [],
  );

/** Every id that stands twice and every reference that leads nowhere, in a kit of the right shape. */
export const kitReferenceProblems = (kit: Kit): readonly KitReferenceProblem[] => [
  ...allRepeated(kit),
  ...missing(kit.disciplines, disciplineReferences(kit)),
  ...missing(kit.levels, levelReferences(kit)),
  ...missing(kit.rounds, roundReferences(kit)),
  ...missing(kit.competencies, competencyReferences(kit)),
  ...missing(kit.attitudes, attitudeReferences(kit)),
];

/** The kit where all its ids and references hold; otherwise the first problem. */
export const checkKitReferences = (kit: Kit): Result<Kit, KitReferenceProblem> => {
  const [problem] = kitReferenceProblems(kit);
  return problem === undefined ? ok(kit) : err(problem);
};
