import type { Exercise, ExerciseRole, Indicator, Kit, Question } from "../../domain/kit/kit";
import { exerciseScaleOf, levelTextOf, questionTopic } from "../../domain/kit/lookup";
import type { RatingScale } from "../../domain/kit/scale";
import { type Block, bold, cell, type Outline, paragraph, text } from "../outline";
import { kitScreens } from "./kit-screens";

const heading = (level: 1 | 2 | 3, title: string, newPage = false): Block => ({
  kind: "heading",
  level,
  text: title,
  newPage,
  apart: level === 1 && !newPage,
});

const points = (title: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [paragraph("lead", bold(title)), { kind: "list", items: items.map((item) => [text(item)]) }];

const passage = (title: string, value: string): readonly Block[] =>
  value === "" ? [] : [paragraph("body", bold(`${title}: `), text(value))];

const textsOf = (signs: readonly Indicator[]): readonly string[] => signs.map((sign) => sign.text);

const leadOf = (kit: Kit, section: Kit["intros"][number]["section"]): readonly Block[] =>
  kit.intros
    .filter((intro) => intro.section === section)
    .flatMap(({ paragraphs }) => paragraphs.map((each) => paragraph("body", each)));

const levelsOf = (kit: Kit, { levelIds }: Question): string =>
  levelIds.length === 0
    ? "Every level"
    : kit.levels
        .filter(({ id }) => levelIds.includes(id))
        .map(({ name }) => name)
        .join(", ");

const questionBlocks = (kit: Kit, question: Question): readonly Block[] => {
  const round = kit.rounds.find(({ id }) => id === question.roundId)?.name;
  const place = [levelsOf(kit, question), ...(round === undefined ? [] : [round])].join(" · ");
  return [
    heading(3, questionTopic(kit, question)),
    paragraph("underHeading", place),
    paragraph("quote", question.prompt),
    ...points("Good signs", textsOf(question.positive)),
    ...points("Warning signs", textsOf(question.negative)),
  ];
};

/** What an attitude means, before the first question about it: such questions stand under its name alone. */
const definitionBefore = (kit: Kit, asked: readonly Question[], at: number): readonly Block[] => {
  const target = asked[at]?.target;
  if (target?.kind !== "attitude") return [];
  const { attitudeId } = target;
  const first = asked.findIndex(
    (one) => one.target.kind === "attitude" && one.target.attitudeId === attitudeId,
  );
  const attitude = first === at ? kit.attitudes.find(({ id }) => id === attitudeId) : undefined;
  return attitude === undefined ? [] : passage(attitude.name, attitude.definition);
};

const questions = (kit: Kit, kind: Question["target"]["kind"], title: string): readonly Block[] => {
  const asked = kit.questions.filter(({ target }) => target.kind === kind);
  if (asked.length === 0) return [];
  return [
    heading(1, title),
    ...leadOf(kit, kind === "competency" ? "competencyQuestions" : "attitudeQuestions"),
    ...asked.flatMap((question, at) => [
      ...definitionBefore(kit, asked, at),
      ...questionBlocks(kit, question),
    ]),
  ];
};

const scaleTable = (caption: string, scale: RatingScale): Block => ({
  kind: "table",
  caption,
  columns: [
    { title: "Rating", share: 22 },
    { title: "What it means", share: 78 },
  ],
  rows: scale.map(({ value, label, anchor }) => [cell(`${value} ${label}`), cell(anchor)]),
});

const framework = (kit: Kit): readonly Block[] =>
  kit.competencies.length === 0
    ? []
    : [
        heading(1, "Progression framework", true),
        ...leadOf(kit, "framework"),
        ...kit.disciplines.map(
          (discipline): Block => ({
            kind: "table",
            caption: discipline.name,
            columns: [
              { title: "Competency", share: 20 },
              ...kit.levels.map(({ name }) => ({ title: name, share: 80 / kit.levels.length })),
            ],
            rows: kit.competencies
              .filter(({ disciplineId }) => disciplineId === discipline.id)
              .map((competency) => [
                cell(competency.name),
                ...kit.levels.map(({ id }) => {
                  const { requirement, expectation } = levelTextOf(competency, id);
                  return cell([requirement, expectation].filter(Boolean).join(" "));
                }),
              ]),
          }),
        ),
      ];

const roleBlocks = (role: ExerciseRole): readonly Block[] => [
  heading(3, `Role: ${role.name}`),
  ...passage("Played by", role.playedBy),
  ...passage("Who this is", role.archetype),
  ...passage("Motivation", role.motivation),
  ...points("Constraints", role.constraints),
  ...points("Tensions to introduce", role.tensions),
  ...points("In-character guidance", role.guidance),
  ...points("Do not", role.doNot),
];

const kindWords: Readonly<Record<Exercise["kind"], string>> = {
  presentation: "Presentation",
  workSimulation: "Work simulation",
  test: "Test",
};

const exerciseBlocks = (kit: Kit, exercise: Exercise): readonly Block[] => [
  heading(2, `${kindWords[exercise.kind]}: ${exercise.title}`),
  ...passage("Task", exercise.prompt),
  ...passage("Scenario", exercise.scenario),
  ...passage("Problem to solve", exercise.problem),
  ...passage("Format", exercise.format),
  ...passage("Length", exercise.minutes === null ? "" : `${exercise.minutes} minutes`),
  ...passage(
    "Time to answer",
    exercise.responseMinutes === null ? "" : `${exercise.responseMinutes} minutes`,
  ),
  ...passage("Preparation", exercise.preparation),
  ...passage("Audience", exercise.audience),
  ...points("What to prepare", exercise.prepare),
  ...points("To review beforehand", exercise.reviewBeforehand),
  ...points("Deliverables", exercise.deliverables),
  ...points("Ground rules", exercise.groundRules),
  ...points("Success criteria", exercise.successCriteria),
  ...exercise.items.flatMap(({ prompt, expected }, at) => [
    paragraph("body", bold(`Item ${at + 1}: `), text(prompt)),
    ...passage("Expected", expected),
  ]),
  scaleTable("Scoring anchors", exerciseScaleOf(kit, exercise)),
  ...points("Good signs", textsOf(exercise.positive)),
  ...points("Warning signs", textsOf(exercise.negative)),
  ...exercise.roles.flatMap(roleBlocks),
];

const exercises = (kit: Kit): readonly Block[] =>
  kit.exercises.length === 0
    ? []
    : [
        heading(1, "Stage 3: interviews", true),
        ...leadOf(kit, "interviews"),
        ...kit.exercises.flatMap((exercise) => exerciseBlocks(kit, exercise)),
      ];

const essay = ({ essay: { title, author, paragraphs } }: Kit): readonly Block[] =>
  paragraphs.length === 0
    ? []
    : [
        heading(1, title === "" ? "Why this role is hard" : title),
        ...(author === "" ? [] : [paragraph("small", `by ${author}`)]),
        ...paragraphs.map((each) => paragraph("body", each)),
      ];

/**
 * A whole role kit to read and to print, in the order of its page. It holds role players' guides and the expected answers
 * of tests: it is for those who prepare interviews, and says so in its header.
 */
export const kitDocumentOutline = (kit: Kit, madeAt: string): Outline => ({
  title: kit.title,
  subject: "Role kit",
  language: "en-GB",
  classification: "Confidential: holds answers and role players’ guides",
  recordHash: "",
  madeAt,
  cover: [
    paragraph("coverKind", "Role kit"),
    paragraph("title", kit.title),
    ...(kit.author === "" ? [] : [paragraph("subtitle", kit.author)]),
    { kind: "facts", rows: [["Levels", kit.levels.map(({ name }) => name).join(", ")]] },
  ],
  body: [
    { kind: "contents", title: "Contents" },
    ...essay(kit),
    heading(1, "Core evaluation"),
    ...leadOf(kit, "core"),
    scaleTable("Rating scale of questions", kit.questionScale),
    ...questions(kit, "competency", "Competency questions"),
    ...questions(kit, "attitude", "Attitude questions"),
    ...kitScreens(kit),
    ...exercises(kit),
    ...framework(kit),
  ],
});
