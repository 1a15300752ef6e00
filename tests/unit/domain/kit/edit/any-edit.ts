import fc from "fast-check";
import {
  type EditedList,
  exerciseLines,
  type KitEdit,
  type TextSpot,
} from "../../../../../src/domain/kit/edit/kit-edit";
import { type Kit, kitSections } from "../../../../../src/domain/kit/kit";

const lists: readonly EditedList[] = [
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
];

const fields = {
  levels: ["name"],
  disciplines: ["name"],
  competencies: ["name"],
  attitudes: ["name", "definition"],
  rounds: ["name", "purpose", "runBy"],
  questions: ["prompt"],
  knockOuts: ["prompt"],
  videoPrompts: ["title", "prompt", "format"],
  resumeCriteria: ["text"],
  exercises: ["title", "prompt", "scenario", "problem", "format", "preparation", "audience"],
} as const;

const oneOf = <Value>(values: readonly Value[], none: Value): fc.Arbitrary<Value> =>
  values.length === 0 ? fc.constant(none) : fc.constantFrom(...values);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", " ", "one\ntwo", "a\n\nb"),
);
const salt = fc.stringMatching(/^[a-z0-9]{8}$/);
const idIn = (items: readonly { readonly id: string }[]) =>
  oneOf(
    items.map(({ id }) => String(id)),
    "nobody",
  );
const signsOf = (kit: Kit) =>
  [...kit.questions, ...kit.exercises].flatMap(({ positive, negative }) => [...positive, ...negative]);

const spot = (kit: Kit): fc.Arbitrary<TextSpot> => {
  const exercise = idIn(kit.exercises);
  const inItem = fc
    .constantFrom(...lists)
    .chain((list) =>
      fc.record({ in: fc.constant(list), id: idIn(kit[list]), field: oneOf<string>(fields[list], "name") }),
    ) as unknown as fc.Arbitrary<TextSpot>;
  return fc.oneof(
    inItem,
    fc.record({
      in: fc.constant("kit" as const),
      field: fc.constantFrom("title" as const, "author" as const),
    }),
    fc.record({
      in: fc.constant("essay" as const),
      field: fc.constantFrom("title" as const, "author" as const, "paragraphs" as const),
    }),
    fc.record({
      in: fc.constant("cell" as const),
      competencyId: idIn(kit.competencies),
      levelId: idIn(kit.levels),
      field: fc.constantFrom("requirement" as const, "expectation" as const),
    }),
    fc.record({ in: fc.constant("sign" as const), id: idIn(signsOf(kit)) }),
    fc.record({
      in: fc.constant("exerciseLines" as const),
      id: exercise,
      field: fc.constantFrom(...exerciseLines),
    }),
    fc.record({
      in: fc.constant("anchor" as const),
      exerciseId: exercise,
      label: fc.constantFrom("Below", "Meets", "Never"),
    }),
    fc.record({
      in: fc.constant("scale" as const),
      scale: fc.constantFrom("questionScale" as const, "exerciseScale" as const),
      value: fc.integer({ min: 1, max: 5 }),
      field: fc.constantFrom("anchor" as const, "label" as const),
    }),
    fc.record({
      in: fc.constant("intro" as const),
      section: fc.constantFrom(...kitSections),
      field: fc.constant("paragraphs" as const),
    }),
    fc.record({
      in: fc.constant("role" as const),
      exerciseId: exercise,
      id: idIn(kit.exercises.flatMap(({ roles }) => roles)),
      field: fc.constantFrom("name" as const, "archetype" as const, "motivation" as const, "doNot" as const),
    }),
    fc.record({
      in: fc.constant("testItem" as const),
      exerciseId: exercise,
      id: idIn(kit.exercises.flatMap(({ items }) => items)),
      field: fc.constantFrom("prompt" as const, "expected" as const),
    }),
  );
};

const side = fc.constantFrom("positive" as const, "negative" as const);

const scale = fc.constantFrom("questionScale" as const, "exerciseScale" as const);
const value = fc.integer({ min: 0, max: 8 });
const answer = fc.oneof(
  fc.record({
    form: fc.constantFrom("single" as const, "multiple" as const),
    choices: fc.array(fc.record({ text, disqualifies: fc.boolean() }), { maxLength: 3 }),
  }),
  fc.record({
    form: fc.constant("number" as const),
    unit: text,
    minimum: fc.option(fc.integer()),
    maximum: fc.option(fc.integer()),
  }),
);

/** Any edit that may be tried on this kit, also such as are refused. */
export const anyEdit = (kit: Kit): fc.Arbitrary<KitEdit> => {
  const target = fc.oneof(
    idIn(kit.competencies).map((competencyId) => ({ kind: "competency" as const, competencyId })),
    idIn(kit.attitudes).map((attitudeId) => ({ kind: "attitude" as const, attitudeId })),
  );
  const levelIds = fc.subarray(kit.levels.map(({ id }) => id));
  const roundId = fc.option(idIn(kit.rounds));
  const inList = fc.constantFrom(...lists).chain((list) =>
    fc.oneof(
      fc.record({ type: fc.constant("remove" as const), list: fc.constant(list), id: idIn(kit[list]) }),
      fc.record({
        type: fc.constant("move" as const),
        list: fc.constant(list),
        id: idIn(kit[list]),
        before: fc.option(idIn(kit[list])),
      }),
    ),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant("setText" as const), spot: spot(kit), text }) },
    { weight: 3, arbitrary: inList },
    fc.record({
      type: fc.constant("add" as const),
      list: fc.constantFrom("levels", "disciplines", "attitudes", "rounds", "knockOuts", "videoPrompts"),
      name: text,
      salt,
    }),
    fc.record({
      type: fc.constant("addCompetency" as const),
      disciplineId: idIn(kit.disciplines),
      name: text,
      salt,
    }),
    fc.record({ type: fc.constant("addQuestion" as const), target, levelIds, roundId, prompt: text, salt }),
    fc.record({
      type: fc.constant("addCriterion" as const),
      form: fc.constantFrom("statement", "question"),
      text,
      salt,
    }),
    fc.record({
      type: fc.constant("addExercise" as const),
      kind: fc.constantFrom("presentation", "workSimulation", "test"),
      title: text,
      salt,
    }),
    fc.record({ type: fc.constant("duplicateQuestion" as const), id: idIn(kit.questions), salt }),
    fc.record({ type: fc.constant("setRound" as const), questionId: idIn(kit.questions), roundId }),
    fc.record({ type: fc.constant("setLevels" as const), questionId: idIn(kit.questions), levelIds }),
    fc.record({ type: fc.constant("setTarget" as const), questionId: idIn(kit.questions), target }),
    fc.record({
      type: fc.constant("setDiscipline" as const),
      competencyId: idIn(kit.competencies),
      disciplineId: idIn(kit.disciplines),
    }),
    fc.record({
      type: fc.constant("setNumber" as const),
      spot: fc.record({
        in: fc.constant("rounds" as const),
        id: idIn(kit.rounds),
        field: fc.constant("minutes" as const),
      }),
      value: fc.option(fc.oneof(fc.integer({ min: -5, max: 700 }), fc.constantFrom(0.5, Number.NaN))),
    }),
    fc.record({
      type: fc.constant("addSign" as const),
      owner: fc.oneof(
        fc.record({ list: fc.constant("questions" as const), id: idIn(kit.questions) }),
        fc.record({ list: fc.constant("exercises" as const), id: idIn(kit.exercises) }),
      ),
      side,
      text,
      salt,
    }),
    fc.record({ type: fc.constant("removeSign" as const), id: idIn(signsOf(kit)) }),
    fc.record({
      type: fc.constant("moveSign" as const),
      id: idIn(signsOf(kit)),
      side,
      before: fc.option(idIn(signsOf(kit))),
    }),
    fc.record({
      type: fc.constantFrom("addRole" as const, "addTestItem" as const),
      exerciseId: idIn(kit.exercises),
      name: text,
      salt,
    }),
    fc.record({
      type: fc.constantFrom("moveRole" as const, "removeRole" as const),
      exerciseId: idIn(kit.exercises),
      id: idIn(kit.exercises.flatMap(({ roles }) => roles)),
      before: fc.option(idIn(kit.exercises.flatMap(({ roles }) => roles))),
    }),
    fc.record({
      type: fc.constantFrom("moveTestItem" as const, "removeTestItem" as const),
      exerciseId: idIn(kit.exercises),
      id: idIn(kit.exercises.flatMap(({ items }) => items)),
      before: fc.option(idIn(kit.exercises.flatMap(({ items }) => items))),
    }),
    fc.record({
      type: fc.constant("setForm" as const),
      criterionId: idIn(kit.resumeCriteria),
      form: fc.constantFrom("statement", "question"),
    }),
    fc.record({ type: fc.constant("setAnswer" as const), knockOutId: idIn(kit.knockOuts), answer }),
    fc.record({
      type: fc.constant("dropAnnounced" as const),
      what: fc.constantFrom("competencyQuestions", "attitudeQuestions", "videoPrompts", "resumeCriteria"),
    }),
    fc.record({ type: fc.constant("addPoint" as const), scale, label: text }),
    fc.record({ type: fc.constant("removePoint" as const), scale, value }),
    fc.record({ type: fc.constant("movePoint" as const), scale, value, before: fc.option(value) }),
  ) as unknown as fc.Arbitrary<KitEdit>;
};
