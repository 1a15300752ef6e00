import fc from "fast-check";
import { type Kit, kitSchema, kitSections } from "../../../src/domain/kit/kit";
import { defaultExerciseScale, defaultQuestionScale } from "../../../src/domain/kit/scale";

const text = fc.string({ unit: "binary", maxLength: 20 });
const name = fc.string({ unit: "binary", minLength: 1, maxLength: 20 });
const texts = fc.array(text, { maxLength: 3 });
const slug = fc.oneof(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/),
  fc.constantFrom("constructor", "head", "order", "role", "answers", "to-string"),
);
const minutes = fc.option(fc.integer({ min: 1, max: 600 }));

/** A list whose items have ids of their own. */
const listOf = <Item extends { id: string }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 4 });

const signs = {
  positive: fc.array(fc.record({ id: slug, text: name }), { maxLength: 2 }),
  negative: fc.array(fc.record({ id: slug, text: name }), { maxLength: 2 }),
};

const target = fc.oneof(
  fc.record({ kind: fc.constant("competency"), competencyId: slug }),
  fc.record({ kind: fc.constant("attitude"), attitudeId: slug }),
);

const choices = fc.array(fc.record({ text: name, disqualifies: fc.boolean() }), {
  minLength: 2,
  maxLength: 3,
});
const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
const answer = fc.oneof(
  fc.record({ form: fc.constant("yesNo"), disqualifying: fc.constantFrom("yes", "no") }),
  fc.record({ form: fc.constantFrom("single", "multiple"), choices }),
  fc.record({ form: fc.constant("number"), unit: text, minimum: bound, maximum: bound }),
);

const role = fc.record({
  id: slug,
  name,
  archetype: text,
  playedBy: text,
  motivation: text,
  constraints: texts,
  tensions: texts,
  guidance: texts,
  doNot: texts,
});

const exercise = fc.record({
  id: slug,
  kind: fc.constantFrom("presentation", "workSimulation", "test"),
  title: name,
  prompt: text,
  scenario: text,
  problem: text,
  format: text,
  minutes,
  preparation: text,
  audience: text,
  prepare: texts,
  reviewBeforehand: texts,
  deliverables: texts,
  groundRules: texts,
  successCriteria: texts,
  roles: listOf(role),
  items: listOf(fc.record({ id: slug, prompt: name, expected: text })),
  anchors: fc.array(fc.record({ label: name, text }), { maxLength: 3 }),
  responseMinutes: minutes,
  ...signs,
});

const count = fc.option(fc.nat(99));

/** Kits of any content that the schema allows; references need not resolve. Ids are unique in their lists. */
export const anyKit: fc.Arbitrary<Kit> = fc
  .record({
    format: fc.constant("panelbook-kit"),
    formatVersion: fc.constant(1),
    id: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    title: name,
    author: text,
    essay: fc.record({ title: text, author: text, paragraphs: texts }),
    intros: fc.array(
      fc.record({ section: fc.constantFrom(...kitSections), title: text, paragraphs: texts }),
      { maxLength: 3 },
    ),
    announced: fc.record({
      competencyQuestions: count,
      attitudeQuestions: count,
      videoPrompts: count,
      resumeCriteria: count,
    }),
    levels: fc.array(fc.record({ id: slug, name }), { minLength: 1, maxLength: 4 }),
    questionScale: fc.constant(defaultQuestionScale),
    exerciseScale: fc.constant(defaultExerciseScale),
    disciplines: listOf(fc.record({ id: slug, name })),
    competencies: listOf(
      fc.record({
        id: slug,
        disciplineId: slug,
        name,
        levels: fc.array(fc.record({ levelId: slug, requirement: text, expectation: text }), {
          maxLength: 3,
        }),
      }),
    ),
    attitudes: listOf(fc.record({ id: slug, name, definition: text })),
    rounds: listOf(fc.record({ id: slug, name, purpose: text, minutes, runBy: text })),
    questions: listOf(
      fc.record({
        id: slug,
        target,
        levelIds: fc.array(slug, { maxLength: 2 }),
        roundId: fc.option(slug),
        prompt: name,
        ...signs,
      }),
    ),
    knockOuts: listOf(fc.record({ id: slug, prompt: name, answer })),
    videoPrompts: listOf(
      fc.record({
        id: slug,
        title: text,
        prompt: name,
        format: text,
        responseSeconds: minutes,
        preparationSeconds: count,
        takes: minutes,
      }),
    ),
    resumeCriteria: listOf(
      fc.record({
        id: slug,
        form: fc.constantFrom("statement", "question"),
        text: name,
        weight: fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true }),
      }),
    ),
    exercises: listOf(exercise),
  })
  .map((kit) => kitSchema.parse(kit));
