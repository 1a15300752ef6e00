import { fileTrouble } from "../../bindings/file-trouble";
import { counted } from "../../bindings/name-lists";
import { storageTrouble } from "../../bindings/storage-trouble";
import type { Trouble } from "../../ui/error-card";

/** What the kit page says. */
export const words = {
  library: "Library",
  kit: "Role kit",
  toLibrary: "Go to the library",
  doing: "Opening the role kit",
  level: "Level",
  saveKit: "Save as a kit file",
  more: "More",
  saveDocument: "Save as a Word document",
  saveQuestions: "Save the questions as CSV",
  fromSheet: "Add questions from a sheet",
  saveBrief: "Save the candidate’s brief",
  briefMeaning: "For Word: what to prepare, and nothing of how it is judged.",
  kitSaved: (path: string) => `Saved as ${path}`,
  index: "Sections of the kit",
  by: (author: string) => `by ${author}`,
  pageKeys: "Questions",
  nextQuestion: "Next question",
  previousQuestion: "Previous question",
  showAll: "Show all",
  showOne: "One at a time",
  position: (at: number, of: number) => `${at} of ${of}`,
  essay: "Why this role is hard",
  core: "Core evaluation",
  competencyQuestions: "Competency questions",
  attitudeQuestions: "Attitude questions",
  supporting: "Supporting evaluation",
  application: "Stage 1: application",
  resumeScreen: "Stage 2: resume screen",
  interviews: "Stage 3: interviews",
  rounds: "Rounds",
  framework: "Progression framework",
  lint: "Worth another look",
  lintNote: "Reasons to look, never a reason to stop.",
  lintClean: "Nothing in this kit asks for another look.",
  presentation: "Presentation",
  workSimulation: "Work simulation",
  test: "Test",
  goodSigns: "Good signs",
  warningSigns: "Warning signs",
  noSigns: "The kit names none.",
  discipline: "Discipline",
  jobRequirement: "Job requirement",
  expectedAt: (level: string) => `Expected at ${level}`,
  notSaid: "The kit does not say.",
  round: "Round",
  onlyFor: (levels: readonly string[]) => `Only for ${levels.join(", ")}`,
  noQuestions: "The kit has none of these questions.",
  noneAtLevel: (level: string, elsewhere: readonly string[]) =>
    `No question is meant for ${level}. There are questions for ${elsewhere.join(", ")}.`,
  announced: (announced: number, present: number) => `${announced} announced, ${present} in the kit`,
  questionsAt: (count: number, level: string) => `${counted(count, "question", "questions")} for ${level}`,
  knockOuts: "Knock-out questions",
  knockOutNote: "An answer that ends the application is always confirmed by a person.",
  ends: (answer: string) => `Ends the application: ${answer}`,
  noEnding: "The kit does not say which answer ends the application.",
  yes: "Yes",
  no: "No",
  below: (limit: string) => `below ${limit}`,
  above: (limit: string) => `above ${limit}`,
  videoPrompts: "Video prompts",
  answerTime: "Answer",
  preparationTime: "Preparation",
  takes: "Takes",
  format: "Format",
  noneHere: "The kit has none.",
  criteriaStatements: "What the resume should show",
  criteriaQuestions: "What the reviewer asks",
  weight: (weight: number) => `Weight ${weight}`,
  length: "Length",
  minutes: (count: number) => `${count} min`,
  preparation: "Preparation",
  audience: "Audience",
  prepare: "What to prepare",
  reviewBeforehand: "To review beforehand",
  deliverables: "Deliverables",
  groundRules: "Ground rules",
  successCriteria: "Success criteria",
  scenario: "Scenario",
  problem: "Problem to solve",
  anchors: "Scoring anchors",
  items: "Test items",
  expected: "Expected",
  roles: "Roles",
  playedBy: (who: string) => `played by ${who}`,
  forRolePlayer:
    "For the role player and the facilitator. In a loop nobody else reads this before the reveal.",
  showGuide: "Show the role player’s guide",
  hideGuide: "Hide the role player’s guide",
  motivation: "Motivation",
  constraints: "Constraints",
  tensions: "Tensions to introduce",
  guidance: "In-character guidance",
  doNot: "Do not",
  competency: "Competency",
  competencies: (count: number) => counted(count, "competency", "competencies"),
  emptyCell: "–",
  roundColumns: {
    name: "Round",
    purpose: "Purpose",
    minutes: "Length",
    runBy: "Run by",
    questions: "Questions",
  },
} as const;

/** A kit that cannot be opened, in plain words. */
export const kitTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The role kit could not be opened", safe: "Nothing was changed." });

const sentence = ({ what, safe, todo }: Trouble): string => `${what} ${safe} ${todo}`;

/** Why a kit file was not saved, in one line. */
export const saveKitFailed = (error: { readonly type: string }): string =>
  sentence(fileTrouble(error, { what: "Not saved", safe: "The kit in the library is as it was." }));

/** Why a candidate's brief was not saved, in one line. */
export const saveBriefFailed = (error: { readonly type: string }): string =>
  sentence(fileTrouble(error, { what: "Not saved", safe: "The exercise is as it was." }));
