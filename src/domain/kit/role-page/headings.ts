/** What a page is divided into. `other` is a stage that no kit has a place for. */
export type SectionKind =
  | "preamble"
  | "essay"
  | "core"
  | "competencyQuestions"
  | "attitudeQuestions"
  | "supporting"
  | "application"
  | "resumeScreen"
  | "interviews"
  | "knockOuts"
  | "videoPrompts"
  | "resumeCriteria"
  | "presentation"
  | "workSimulation"
  | "test"
  | "framework"
  | "other";

/** What stands inside a section under a label of its own, or follows without one (`opening`, `requirement`, …). */
export type FieldName =
  | "opening"
  | "name"
  | "definition"
  | "discipline"
  | "competency"
  | "requirement"
  | "expectation"
  | "round"
  | "prompt"
  | "positive"
  | "negative"
  | "experience"
  | "responseTime"
  | "preparation"
  | "takes"
  | "format"
  | "audience"
  | "prepare"
  | "review"
  | "deliverables"
  | "groundRules"
  | "successCriteria"
  | "anchors"
  | "roles"
  | "scenario"
  | "problem"
  | "motivation"
  | "constraints"
  | "tensions"
  | "guidance"
  | "doNot"
  | "items"
  | "title"
  | "answer"
  | "choices"
  | "minimum"
  | "maximum";

/**
 * Headings are compared without case, accents and punctuation: "Knock-out Questions:" and
 * "KNOCK OUT QUESTIONS" are the same.
 */
export const headingKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Headings by section, as keys. A count before or after a heading ("16 …", "… (16)") is not part of it. */
export const sectionHeadings: Partial<Record<SectionKind, readonly string[]>> = {
  core: ["core evaluation"],
  competencyQuestions: ["competency questions", "competency question"],
  attitudeQuestions: ["attitude questions", "attitude question"],
  supporting: ["supporting evaluation"],
  knockOuts: [
    "knock out questions",
    "knockout questions",
    "knock outs",
    "knockouts",
    "knock out criteria",
    "knockout criteria",
    "disqualifying questions",
    "eligibility questions",
    "screening questions",
  ],
  videoPrompts: [
    "video response questions",
    "video response question",
    "video response prompts",
    "video responses",
    "video questions",
    "video prompts",
  ],
  resumeCriteria: [
    "resume review criteria",
    "resume criteria",
    "resume screening criteria",
    "cv review criteria",
    "cv criteria",
  ],
  presentation: ["presentation prompt", "presentation prompts", "presentation exercise"],
  workSimulation: [
    "work simulation scenario",
    "work simulation scenarios",
    "work simulation",
    "work simulations",
  ],
  test: [
    "test prompt",
    "skills test",
    "skill test",
    "work test",
    "knowledge test",
    "practical test",
    "written test",
  ],
  framework: ["progression framework", "competency framework", "competency progression framework"],
};

/** Words that head an exercise only where the exercise's own labels follow; else they are ordinary words. */
export const doubtfulHeadings: Partial<Record<SectionKind, readonly string[]>> = {
  presentation: ["presentation", "presentations"],
  test: ["test", "tests"],
};

/** Labels by field, as keys. */
export const fieldLabels: Partial<Record<FieldName, readonly string[]>> = {
  name: ["attitude"],
  definition: ["definition"],
  discipline: ["discipline"],
  competency: ["job requirement", "competency"],
  round: ["interview round"],
  prompt: ["prompt", "question", "interview question"],
  positive: [
    "positive indicators",
    "positive indicator",
    "positive signs",
    "positive signals",
    "green flags",
  ],
  negative: ["negative indicators", "negative indicator", "negative signs", "negative signals", "red flags"],
  experience: ["candidate experience"],
  responseTime: ["response time", "time limit", "answer time"],
  preparation: ["preparation time", "preparation", "prep time"],
  takes: ["takes", "attempts", "number of takes"],
  format: ["format"],
  audience: ["audience"],
  prepare: ["what to prepare"],
  review: ["what to review beforehand", "what to review", "review beforehand"],
  deliverables: ["deliverables", "deliverable"],
  groundRules: ["ground rules", "ground rule"],
  successCriteria: ["success criteria"],
  anchors: ["scoring anchors", "anchors", "rating anchors"],
  roles: ["roles in scenario", "roles in the scenario", "roles", "role in scenario"],
  scenario: ["scenario"],
  problem: ["problem to solve", "problem"],
  motivation: ["motivation"],
  constraints: ["constraints"],
  tensions: ["tensions to introduce", "tensions"],
  guidance: ["in character guidance", "guidance"],
  doNot: ["do not", "don t", "do nots"],
  items: ["tasks", "questions", "items", "test items"],
  title: ["title"],
  answer: [
    "disqualifying answer",
    "disqualifying answers",
    "disqualifies",
    "knock out answer",
    "required answer",
    "accepted answer",
  ],
  choices: ["choices", "options", "answers", "answer options"],
  minimum: ["minimum"],
  maximum: ["maximum"],
};

/** What a role page is expected to have, for the message that says a text is none. */
export const expectedHeadings: readonly string[] = [
  "Why this role is hard",
  "Core Evaluation",
  "Competency Questions",
  "Attitude Questions",
  "Stage 1 · Application",
  "Resume Review Criteria",
  "Presentation Prompt",
  "Work Simulation Scenario",
  "Progression Framework",
];
