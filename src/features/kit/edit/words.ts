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
  kitTitle: "Title of the kit",
  author: "Author",
  essayTitle: "Title of the essay",
  essay: "Essay, an empty line between paragraphs",
  question: "Question",
  goodSign: "Good sign",
  warningSign: "Warning sign",
  addGood: "Add a good sign",
  addWarning: "Add a warning sign",
  newSign: "Says what happened and when",
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
  addRound: "Add a round",
  newRound: "New round",
  levelName: "Name of the level",
  addLevel: "Add a level",
  newLevel: "New level",
  competencyName: "Name of the competency",
  disciplineName: "Name of the discipline",
  addCompetency: "Add a competency",
  newCompetency: "New competency",
  addDiscipline: "Add a discipline",
  newDiscipline: "New discipline",
  attitudes: "Attitudes",
  attitudeName: "Name of the attitude",
  addAttitude: "Add an attitude",
  newAttitude: "New attitude",
  cell: (competency: string, level: string) => `${competency} at ${level}`,
  knockOut: "Knock-out question",
  addKnockOut: "Add a knock-out question",
  newKnockOut: "Are you allowed to work here?",
  videoPrompt: "Video prompt",
  addVideoPrompt: "Add a video prompt",
  newVideoPrompt: "What would you like us to know?",
  criterion: "Resume criterion",
  addStatement: "Add what the resume should show",
  newStatement: "Shows …",
  addCriterionQuestion: "Add a question for the reviewer",
  newCriterionQuestion: "Does the resume show …?",
  exerciseTitle: "Title of the exercise",
  prompt: "Task",
  lines: (title: string) => `${title}, one a line`,
  anchor: (label: string) => `What ${label} means`,
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
