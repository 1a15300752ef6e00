import type { DeskTrouble } from "../../../bindings/kit-desk";
import { counted } from "../../../bindings/name-lists";
import { storageTrouble } from "../../../bindings/storage-trouble";
import type { EditRefusal } from "../../../domain/kit/edit/kit-edit";
import type { KitConflict } from "../../../domain/kit/edit/merge-kits";

/** What is said while a kit is edited. */
export const words = {
  edit: "Edit",
  versions: "Versions",
  done: "Done",
  leaveUnsaved: "What is not saved would be lost.",
  leave: "Leave without it",
  stay: "Stay",
  editing: "You are editing the draft.",
  saved: "Saved on this laptop",
  saving: "Saving",
  failed: "Not saved",
  undo: "Take back",
  redo: "Make again",
  undoKey: "Take the last change back",
  redoKey: "Make it again",
  keys: "Editing",
  keepMine: "Keep mine",
  takeTheirs: "Take the other",
  retry: "Try again",
  nothingYet: "Nothing yet",
  cannotBeEmpty: "This cannot be empty; the kit keeps what it had.",
  remove: (name: string) => `Remove ${name}`,
  move: (name: string) => `Move ${name}`,
  moveHint: "Drag, or use the arrow keys",
  dropAnnounced: "Forget the announced count",
  dropAnnouncedOf: (missing: string) => `Forget the announced count: ${missing}`,
  kitTitle: "Title of the kit",
  author: "Author",
  essayTitle: "Title of the essay",
  essayAuthor: "Author of the essay",
  essay: "Essay, an empty line between paragraphs",
  intro: (section: string) => `Lead text of ${section}`,
  introHint: "Lead text of this section",
  introOf: {
    core: "the core evaluation",
    competencyQuestions: "the competency questions",
    attitudeQuestions: "the attitude questions",
    supporting: "the supporting evaluation",
    application: "the application",
    resumeScreen: "the resume screen",
    interviews: "the interviews",
    framework: "the framework",
  },
  question: "Question",
  goodSign: "Good sign",
  warningSign: "Warning sign",
  addGood: "Add good signs, one a line",
  addWarning: "Add warning signs, one a line",
  remedies: {
    ask: { label: "Add a question", about: (competency: string) => `Add a question about ${competency}` },
    giveRound: {
      label: "Ask it in a round",
      about: (competency: string) => `Ask the question about ${competency} in a round`,
    },
    askAgain: {
      label: "Ask in another round",
      about: (competency: string) => `Ask in another round about ${competency}`,
    },
  },
  duplicate: "Duplicate",
  removeQuestion: "Remove the question",
  addQuestion: "Add a question",
  newQuestion: "Tell us about a time when …",
  round: "Round",
  noRound: "No round",
  levels: "Levels",
  everyLevel: "Every level",
  about: "About",
  order: "Order of the questions",
  requirement: (level: string) => `Job requirement for ${level}`,
  expectation: (level: string) => `Expected at ${level}`,
  definition: "Definition",
  roundName: "Name of the round",
  purpose: "Purpose",
  runBy: "Run by",
  minutes: (name: string) => `Minutes of ${name}`,
  roundOrder: "Order of the rounds",
  addRound: "Add a round",
  newRound: "New round",
  levelName: "Name of the level",
  addLevel: "Add a level",
  newLevel: "New level",
  competencyName: "Name of the competency",
  disciplineName: "Name of the discipline",
  addCompetency: "Add a competency",
  newCompetency: "New competency",
  disciplines: "Disciplines",
  disciplineOf: (competency: string) => `Discipline of ${competency}`,
  addDiscipline: "Add a discipline",
  newDiscipline: "New discipline",
  attitudes: "Attitudes",
  attitudeName: "Name of the attitude",
  addAttitude: "Add an attitude",
  newAttitude: "New attitude",
  cell: (competency: string, level: string) => `${competency} at ${level}`,
  knockOut: "Knock-out question",
  answerForm: "Answered by",
  answerForms: {
    yesNo: "Yes or no",
    single: "One of several",
    multiple: "Any of several",
    number: "A number",
  },
  endsTheApplication: "Ends the application",
  yesNoChoices: { yes: "Yes", no: "No" },
  choice: (number: number) => `Choice ${number}`,
  addChoice: "Add a choice",
  endsIt: "ends the application",
  choiceEnds: (choice: string) => `“${choice}” ends the application`,
  endsBelow: "Ends it below",
  endsAbove: "Ends it above",
  unit: "Unit",
  addKnockOut: "Add a knock-out question",
  newKnockOut: "Are you allowed to work here?",
  videoPrompt: "Video prompt",
  videoTitle: "Title of the prompt",
  videoFormat: "Format of the prompt",
  answerSeconds: "Answer, seconds",
  preparationSeconds: "Preparation, seconds",
  addVideoPrompt: "Add a video prompt",
  newVideoPrompt: "What would you like us to know?",
  criterion: "Resume criterion",
  criterionForm: "Kind",
  criterionForms: { statement: "What the resume shows", question: "A question" },
  weight: "Weight",
  addStatement: "Add what the resume should show",
  newStatement: "Shows …",
  addCriterionQuestion: "Add a question for the reviewer",
  newCriterionQuestion: "Does the resume show …?",
  exerciseTitle: "Title of the exercise",
  prompt: "Task",
  lines: (title: string) => `${title}, one a line`,
  anchor: (label: string) => `What ${label} means`,
  lengthMinutes: "Length, minutes",
  answerMinutes: "Answer, minutes",
  roleName: "Name of the role",
  archetype: "Kind of person",
  playedBy: "Played by",
  addRole: "Add a role",
  newRole: "New role",
  testItem: "Test item",
  expectedAnswer: (item: string) => `Expected answer to ${item}`,
  answersHint: "Expected answers are for those who assess the test; in a loop nobody else reads them.",
  addTestItem: "Add a test item",
  newTestItem: "New item",
  scaleHint:
    "Three to seven points, lowest first. Versions that were published, and loops, keep the scale they began with.",
  pointLabel: (value: number) => `Name of point ${value}`,
  newPoint: (number: number) => `New point ${number}`,
  addPoint: (scale: string) => `Add a point: ${scale}`,
  pointRemoved: (label: string, exercises: number) =>
    exercises === 0
      ? `“${label}” is out, with its text; the points above it count one less. “Take back” brings it again.`
      : `“${label}” is out, with its text and what ${counted(exercises, "exercise", "exercises")} said of it; the points above it count one less. “Take back” brings all of it again.`,
  pointAdded: (label: string, exercises: number) =>
    exercises === 0
      ? `“${label}” is the highest point now and says nothing yet.`
      : `“${label}” is the highest point now; ${counted(exercises, "exercise says", "exercises say")} nothing of it yet.`,
  addPresentation: "Add a presentation",
  addSimulation: "Add a work simulation",
  addTest: "Add a test",
} as const;

const refused: {
  readonly [Type in EditRefusal["type"]]: (refusal: Extract<EditRefusal, { type: Type }>) => string;
} = {
  gone: () => "What you changed is not in the kit any more.",
  emptyText: () => words.cannotBeEmpty,
  badNumber: ({ least, most }) =>
    most === null ? `A number from ${least} fits here.` : `A number from ${least} to ${most} fits here.`,
  stillUsed: ({ by }) =>
    `Not removed: it is still needed by “${by[0] ?? ""}”${by.length > 1 ? ` and ${counted(by.length - 1, "other part", "other parts")} of the kit` : ""}. Change or remove that first.`,
  lastLevel: () => "Not removed: a kit has at least one level.",
  limitsCrossed: () => "Nobody could answer that: the lower end stands above the upper one.",
  scaleLength: ({ least, most }) => `A scale has ${least} to ${most} points.`,
  labelTaken: () => "Another point, or an anchor of an exercise, is called that already.",
  tooFewChoices: () => "An answer to choose from needs at least two choices.",
};

/** Why a change was not made, in one sentence. */
export const refusalSentence = (refusal: EditRefusal): string =>
  (refused[refusal.type] as (refusal: EditRefusal) => string)(refusal);

const conflictSentences: Record<KitConflict["type"], string> = {
  changedElsewhere:
    "Somebody changed the same text in another window. Both are still there: choose which one stays.",
  removedElsewhere:
    "Not saved: in another window something was removed that this change needs. Take your change back, or take the other.",
};

/** What stands in the way, in words. */
export const troubleSentence = (trouble: DeskTrouble): string => {
  if (trouble.kind === "refused") return refusalSentence(trouble.refusal);
  if (trouble.kind === "conflict") return conflictSentences[trouble.conflict.type];
  const { what, safe, todo } = storageTrouble(trouble.failure, {
    what: "The change could not be saved",
    safe: "What was saved before is safe; what you see is kept while this page is open.",
  });
  return `${what} ${safe} ${todo}`;
};
