import type { KitEdit } from "../../../domain/kit/edit/kit-edit";
import type { Kit, Question } from "../../../domain/kit/kit";
import type { KitFinding } from "../../../domain/kit/lint/finding";

/** What a finding's own button does: edits one after the other, each of which sees what the one before it made. */
export interface Remedy {
  readonly kind: "ask" | "giveRound" | "askAgain";
  /** Where a question that the kit has already is changed. */
  readonly questionId?: Question["id"];
  readonly edits: readonly ((kit: Kit) => KitEdit)[];
}

const asking = ({ questions }: Kit, competencyId: string): readonly Question[] =>
  questions.filter(({ target }) => target.kind === "competency" && target.competencyId === competencyId);

/** The round with the fewest questions among those that are not taken. */
const freestRound = ({ rounds, questions }: Kit, taken: readonly (string | null)[]): Question["roundId"] => {
  const load = (id: string) => questions.filter(({ roundId }) => roundId === id).length;
  const free = rounds.filter(({ id }) => !taken.includes(id));
  return free.toSorted((one, other) => load(one.id) - load(other.id))[0]?.id ?? null;
};

/** The question that was added or duplicated last: the one of the competency that the kit did not have. */
const newest = (before: Kit, after: Kit): Question | undefined =>
  after.questions.find(({ id }) => before.questions.every((known) => known.id !== id));

/** A question that stands in no round is given one; only where there is none a new one is made. */
const ask = (
  kit: Kit,
  competency: Kit["competencies"][number],
  prompt: string,
  salt: string,
): Remedy | null => {
  const roundId = freestRound(kit, []);
  // Without rounds no question is asked in one, however many there are.
  if (roundId === null) return null;
  const [known] = asking(kit, competency.id);
  if (known !== undefined)
    return {
      kind: "giveRound",
      questionId: known.id,
      edits: [() => ({ type: "setRound", questionId: known.id, roundId })],
    };
  const target = { kind: "competency" as const, competencyId: competency.id };
  return {
    kind: "ask",
    edits: [() => ({ type: "addQuestion", target, levelIds: [], roundId, prompt, salt })],
  };
};

const askAgain = (kit: Kit, competencyId: string, salt: string): Remedy | null => {
  const known = asking(kit, competencyId);
  const [first] = known.filter(({ roundId }) => roundId !== null);
  const roundId = freestRound(
    kit,
    known.map((question) => question.roundId),
  );
  if (first === undefined || roundId === null) return null;
  return {
    kind: "askAgain",
    edits: [
      () => ({ type: "duplicateQuestion", id: first.id, salt }),
      (after) => ({ type: "setRound", questionId: newest(kit, after)?.id ?? "", roundId }),
    ],
  };
};

/** What can be done about a finding with one press; null where only a person's words help. */
export const remedyFor = (
  kit: Kit,
  { rule, place }: KitFinding,
  { prompt, salt }: { readonly prompt: string; readonly salt: string },
): Remedy | null => {
  const competency = kit.competencies.find(({ id }) => id === place.id);
  if (rule === "competencyNotAsked" && competency !== undefined) return ask(kit, competency, prompt, salt);
  return rule === "competencyInOneRound" ? askAgain(kit, place.id, salt) : null;
};

export const newQuestionIn = newest;
