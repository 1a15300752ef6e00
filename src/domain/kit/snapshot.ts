import { canonicalJson } from "../sealing/canonical-json";
import type { KitPart } from "../sealing/entries";
import type { Exercise, ExerciseRole, Kit } from "./kit";

/** The lists of a kit whose items are parts of their own, and the first step of their paths. */
export const listPaths = {
  disciplines: "discipline",
  competencies: "competency",
  attitudes: "attitude",
  rounds: "round",
  questions: "question",
  knockOuts: "knock-out",
  videoPrompts: "video-prompt",
  resumeCriteria: "resume-criterion",
  exercises: "exercise",
} as const satisfies Partial<Record<keyof Kit, string>>;
export type KitList = keyof typeof listPaths;
export const kitLists = Object.keys(listPaths) as KitList[];

/** Where the guide of a role lies; only the role player and the facilitator may read it during a loop. */
export const rolePath = (exerciseId: string, roleId: string): string => `role/${exerciseId}/${roleId}`;

/** Where the expected answers of a test lie; they are for its assessors. */
export const answersPath = (exerciseId: string): string => `answers/${exerciseId}`;

type Audience = KitPart["audience"];

const part = (path: string, value: unknown, audience: Audience = "all"): KitPart => ({
  path,
  audience,
  text: canonicalJson(value),
});

/** What every member may know of a role: that it exists and who plays it. */
const openRole = ({ id, name, playedBy }: ExerciseRole) => ({ id, name, playedBy });

const roleGuide = ({ archetype, motivation, constraints, tensions, guidance, doNot }: ExerciseRole) => ({
  archetype,
  motivation,
  constraints,
  tensions,
  guidance,
  doNot,
});

/**
 * The answers of one test are one part: a single short answer could be guessed from its leaf hash, which
 * every member holds.
 */
const answersPart = ({ id, items }: Exercise): readonly KitPart[] =>
  items.length === 0
    ? []
    : [
        part(
          answersPath(id),
          items.map(({ id, expected }) => ({ id, expected })),
          "assessors",
        ),
      ];

const exerciseParts = (exercise: Exercise): readonly KitPart[] => [
  part(`${listPaths.exercises}/${exercise.id}`, {
    ...exercise,
    roles: exercise.roles.map(openRole),
    items: exercise.items.map(({ id, prompt }) => ({ id, prompt })),
  }),
  ...exercise.roles.map((role) => part(rolePath(exercise.id, role.id), roleGuide(role), "rolePlayer")),
  ...answersPart(exercise),
];

const listParts = (kit: Kit, list: KitList): readonly KitPart[] =>
  list === "exercises"
    ? kit.exercises.flatMap(exerciseParts)
    : kit[list].map((item) => part(`${listPaths[list]}/${item.id}`, item));

/** Parts are sorted by path, which loses the order of the lists; this part keeps it. */
const orderOf = (kit: Kit) =>
  Object.fromEntries(kitLists.map((list) => [list, kit[list].map((item) => item.id)]));

const byPath = (left: KitPart, right: KitPart): number =>
  left.path < right.path ? -1 : Number(left.path > right.path);

/** The parts of a kit, sorted by path, without asking whether two share one. */
export const layOutParts = (kit: Kit): readonly KitPart[] => {
  const { format, formatVersion, id, title, author, announced } = kit;
  const { essay, intros, levels, questionScale, exerciseScale } = kit;
  return [
    part("head", { format, formatVersion, id, title, author, announced }),
    part("essay", essay),
    part("intros", intros),
    part("levels", levels),
    part("scales", { questionScale, exerciseScale }),
    part("order", orderOf(kit)),
    ...kitLists.flatMap((list) => listParts(kit, list)),
  ].toSorted(byPath);
};

/** The first path that occurs twice in parts sorted by path. */
export const repeatedPath = (sorted: readonly KitPart[]): string | null =>
  sorted.find((item, index) => index > 0 && item.path === sorted[index - 1]?.path)?.path ?? null;

/**
 * Takes a kit apart into one part per editable unit, each as canonical JSON, sorted by path. Role guides and
 * test answers are parts of their own, because not every member may read them. Ids that are not unique in
 * their list and texts with a lone surrogate were to be refused where the kit entered: here they throw.
 */
export const kitToParts = (kit: Kit): readonly KitPart[] => {
  const parts = layOutParts(kit);
  const repeated = repeatedPath(parts);
  if (repeated !== null) throw new Error(`two parts of the kit are called ${repeated}`);
  return parts;
};
