import type { KitDifference, KitWhole } from "../../../domain/kit/kit-differences";
import type { KitList } from "../../../domain/kit/snapshot";

const partWords: Readonly<Record<KitList | KitWhole, string>> = {
  title: "Title",
  author: "Author",
  essay: "Essay",
  intros: "Lead texts",
  announced: "Announced counts",
  levels: "Levels",
  questionScale: "Rating scale of questions",
  exerciseScale: "Rating scale of exercises",
  disciplines: "Discipline",
  competencies: "Competency",
  attitudes: "Attitude",
  rounds: "Round",
  questions: "Question",
  knockOuts: "Knock-out question",
  videoPrompts: "Video prompt",
  resumeCriteria: "Resume criterion",
  exercises: "Exercise",
};

const listWords: Readonly<Record<KitList, string>> = {
  disciplines: "disciplines",
  competencies: "competencies",
  attitudes: "attitudes",
  rounds: "rounds",
  questions: "questions",
  knockOuts: "knock-out questions",
  videoPrompts: "video prompts",
  resumeCriteria: "resume criteria",
  exercises: "exercises",
};

const fieldWords: Readonly<Record<string, string>> = {
  levelIds: "levels",
  roundId: "round",
  target: "what it asks about",
  positive: "good signs",
  negative: "warning signs",
  disciplineId: "discipline",
  levels: "texts by level",
  runBy: "run by",
  responseSeconds: "answer time",
  preparationSeconds: "preparation time",
  reviewBeforehand: "to review beforehand",
  groundRules: "ground rules",
  successCriteria: "success criteria",
  items: "test items",
  responseMinutes: "answer time",
};

/** A field as a person calls it. */
export const fieldWord = (field: string): string => fieldWords[field] ?? field;

/** One difference as a line: "New question: Sample handling: Tell us …". */
export const differenceLine = (difference: KitDifference): string => {
  switch (difference.type) {
    case "added":
      return `New ${partWords[difference.list].toLowerCase()}: ${difference.name}`;
    case "removed":
      return `No longer there, ${partWords[difference.list].toLowerCase()}: ${difference.name}`;
    case "changed":
      return difference.name === ""
        ? `${partWords[difference.list]} changed`
        : `${partWords[difference.list]} changed: ${difference.name}`;
    case "reordered":
      return `The ${listWords[difference.list]} stand in another order`;
  }
};
