import type { Announced, Kit, KitSection, KnockOut, Question, ResumeCriterion } from "../kit";

/** The lists of a kit whose items are edited one by one. */
export type EditedList =
  | "levels"
  | "disciplines"
  | "competencies"
  | "attitudes"
  | "rounds"
  | "questions"
  | "knockOuts"
  | "videoPrompts"
  | "resumeCriteria"
  | "exercises";

/** The fields of an item that are one text, by list. */
export interface TextFields {
  readonly levels: "name";
  readonly disciplines: "name";
  readonly competencies: "name";
  readonly attitudes: "name" | "definition";
  readonly rounds: "name" | "purpose" | "runBy";
  readonly questions: "prompt";
  readonly knockOuts: "prompt";
  readonly videoPrompts: "title" | "prompt" | "format";
  readonly resumeCriteria: "text";
  readonly exercises: "title" | "prompt" | "scenario" | "problem" | "format" | "preparation" | "audience";
}

/** The fields of an exercise that are lists of lines. */
export const exerciseLines = [
  "prepare",
  "reviewBeforehand",
  "deliverables",
  "groundRules",
  "successCriteria",
] as const;
export type ExerciseLines = (typeof exerciseLines)[number];

/** The fields of a role that are lists of lines. */
export const roleLines = ["constraints", "tensions", "guidance", "doNot"] as const;
export type RoleLines = (typeof roleLines)[number];

/** The two rating scales of a kit. */
export type KitScale = "questionScale" | "exerciseScale";

type ItemSpot = {
  readonly [List in EditedList]: {
    readonly in: List;
    readonly id: string;
    readonly field: TextFields[List];
  };
}[EditedList];

/**
 * Where one text of a kit stands. Ids and never positions: what somebody else moved meanwhile is still found. Only a point of a
 * scale is known by its value, which is its place.
 */
export type TextSpot =
  | ItemSpot
  | { readonly in: "kit"; readonly field: "title" | "author" }
  | { readonly in: "essay"; readonly field: "title" | "author" | "paragraphs" }
  | {
      readonly in: "cell";
      readonly competencyId: string;
      readonly levelId: string;
      readonly field: "requirement" | "expectation";
    }
  /** An indicator's id is unique in the whole kit. */
  | { readonly in: "sign"; readonly id: string }
  | { readonly in: "exerciseLines"; readonly id: string; readonly field: ExerciseLines }
  | { readonly in: "anchor"; readonly exerciseId: string; readonly label: string }
  | {
      readonly in: "role";
      readonly exerciseId: string;
      readonly id: string;
      readonly field: "name" | "archetype" | "playedBy" | "motivation" | RoleLines;
    }
  | {
      readonly in: "testItem";
      readonly exerciseId: string;
      readonly id: string;
      readonly field: "prompt" | "expected";
    }
  | {
      readonly in: "scale";
      readonly scale: KitScale;
      readonly value: number;
      readonly field: "label" | "anchor";
    }
  | { readonly in: "intro"; readonly section: KitSection; readonly field: "paragraphs" };

/** Whose indicators. */
export interface SignOwner {
  readonly list: "questions" | "exercises";
  readonly id: string;
}
export type SignSide = "positive" | "negative";

/**
 * One change of a kit by a person. Texts that are lists of lines are given with a line break between two lines,
 * paragraphs with an empty line. `salt` makes the id of what is new differ from what another window makes meanwhile.
 */
export type KitEdit =
  | { readonly type: "setText"; readonly spot: TextSpot; readonly text: string }
  | {
      readonly type: "setNumber";
      readonly spot:
        | { readonly in: "rounds"; readonly id: string; readonly field: "minutes" }
        | { readonly in: "exercises"; readonly id: string; readonly field: "minutes" | "responseMinutes" }
        | {
            readonly in: "videoPrompts";
            readonly id: string;
            readonly field: "responseSeconds" | "preparationSeconds" | "takes";
          }
        | { readonly in: "resumeCriteria"; readonly id: string; readonly field: "weight" };
      /** Null where the kit does not say; a weight is always said. */
      readonly value: number | null;
    }
  | {
      readonly type: "add";
      readonly list: "levels" | "disciplines" | "attitudes" | "rounds" | "knockOuts" | "videoPrompts";
      readonly name: string;
      readonly salt: string;
    }
  | {
      readonly type: "addCompetency";
      readonly disciplineId: string;
      readonly name: string;
      readonly salt: string;
    }
  | {
      readonly type: "addQuestion";
      readonly target: Question["target"];
      readonly levelIds: readonly Question["levelIds"][number][];
      readonly roundId: Question["roundId"];
      readonly prompt: string;
      readonly salt: string;
    }
  | {
      readonly type: "addCriterion";
      readonly form: "statement" | "question";
      readonly text: string;
      readonly salt: string;
    }
  | {
      readonly type: "addExercise";
      readonly kind: Kit["exercises"][number]["kind"];
      readonly title: string;
      readonly salt: string;
    }
  | { readonly type: "remove"; readonly list: EditedList; readonly id: string }
  /** Stands before `before` afterwards; at the end where that is null. */
  | {
      readonly type: "move";
      readonly list: EditedList;
      readonly id: string;
      readonly before: string | null;
    }
  | { readonly type: "duplicateQuestion"; readonly id: string; readonly salt: string }
  | { readonly type: "setRound"; readonly questionId: string; readonly roundId: string | null }
  | { readonly type: "setLevels"; readonly questionId: string; readonly levelIds: readonly string[] }
  | { readonly type: "setTarget"; readonly questionId: string; readonly target: Question["target"] }
  | { readonly type: "setDiscipline"; readonly competencyId: string; readonly disciplineId: string }
  | {
      readonly type: "setForm";
      readonly criterionId: string;
      readonly form: ResumeCriterion["form"];
    }
  | { readonly type: "setAnswer"; readonly knockOutId: string; readonly answer: KnockOut["answer"] }
  | {
      readonly type: "addSign";
      readonly owner: SignOwner;
      readonly side: SignSide;
      readonly text: string;
      readonly salt: string;
    }
  | { readonly type: "removeSign"; readonly id: string }
  /** Also to the other side. */
  | {
      readonly type: "moveSign";
      readonly id: string;
      readonly side: SignSide;
      readonly before: string | null;
    }
  | {
      readonly type: "addRole" | "addTestItem";
      readonly exerciseId: string;
      readonly name: string;
      readonly salt: string;
    }
  | { readonly type: "removeRole" | "removeTestItem"; readonly exerciseId: string; readonly id: string }
  | {
      readonly type: "moveRole" | "moveTestItem";
      readonly exerciseId: string;
      readonly id: string;
      readonly before: string | null;
    }
  /** Forgets how many the source announced: the kit is to be what it has. */
  | { readonly type: "dropAnnounced"; readonly what: keyof Announced }
  /** A new highest point. */
  | { readonly type: "addPoint"; readonly scale: KitScale; readonly label: string }
  /** Takes the point's text with it, and what exercises say about it; the points above count one less. */
  | { readonly type: "removePoint"; readonly scale: KitScale; readonly value: number }
  /** Stands before the point of the other value afterwards, or highest; all are numbered anew. */
  | {
      readonly type: "movePoint";
      readonly scale: KitScale;
      readonly value: number;
      readonly before: number | null;
    };

/** Why an edit was not made; the kit is as it was. */
export type EditRefusal =
  /** What was to be changed is not in the kit any more. */
  | { readonly type: "gone" }
  /** A name or a prompt cannot be empty. */
  | { readonly type: "emptyText" }
  | { readonly type: "badNumber"; readonly least: number; readonly most: number | null }
  /** Something else in the kit needs it; `by` are the names or prompts of that. */
  | { readonly type: "stillUsed"; readonly by: readonly string[] }
  /** A kit has at least one level. */
  | { readonly type: "lastLevel" }
  /** An answer to choose from has at least two choices, none of them empty. */
  | { readonly type: "tooFewChoices" }
  /** The least a number may be stands above the most. */
  | { readonly type: "limitsCrossed" }
  /** A scale has so many points. */
  | { readonly type: "scaleLength"; readonly least: number; readonly most: number }
  /** Ratings and anchors are told apart by it. */
  | { readonly type: "labelTaken" };
