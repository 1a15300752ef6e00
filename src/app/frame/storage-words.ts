import type { RestoreReport } from "../../store/journal/restore-report";

type Counts = RestoreReport["restored"];

const count = (number: number | undefined, one: string, many: string): readonly string[] =>
  number === undefined ? [] : [`${number} ${number === 1 ? one : many}`];

/** What came back, in the words of the screens; rows nobody knows by a name stand for the thing they belong to. */
const things = (restored: Counts): readonly string[] => [
  ...count(restored.kits, "role kit", "role kits"),
  ...count(restored.candidates, "candidate", "candidates"),
  ...count(restored.loops, "loop", "loops"),
  ...count(restored.drafts, "card in progress", "cards in progress"),
  ...count(restored.envelopes, "sealed card", "sealed cards"),
  ...count(restored.records, "record", "records"),
  ...(restored.kits === undefined && restored.kitParts !== undefined ? ["parts of role kits"] : []),
  ...(restored.loops === undefined && restored.loopUpdates !== undefined ? ["notes of loops"] : []),
];

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;

const happened = ({ wasLost }: RestoreReport): string =>
  wasLost
    ? "What this laptop had stored was gone from its database."
    : "Something this laptop had stored was missing from its database or damaged.";

const cameBack = ({ restored, journalFailed }: RestoreReport): string => {
  const parts = things(restored);
  if (parts.length > 0) return `It was brought back from the safety journal: ${listed(parts)}.`;
  if (journalFailed) return "The safety journal could not be read, so nothing was brought back.";
  return Object.keys(restored).length > 0
    ? "It was brought back from the safety journal."
    : "The safety journal is gone too, so nothing was brought back.";
};

const keyless = (number: number): readonly string[] =>
  number === 0
    ? []
    : [
        `${number} ${number === 1 ? "entry is" : "entries are"} back but cannot be opened: the key is not on this laptop.`,
      ];

const damaged = (number: number): readonly string[] =>
  number === 0
    ? []
    : [
        `The safety journal is damaged in ${number === 1 ? "one place" : `${number} places`}; what stood there is not back.`,
      ];

const fromColleagues = (number: number): readonly string[] =>
  number === 0
    ? []
    : [
        `${number} ${number === 1 ? "card in progress was" : "cards in progress were"} missing on this laptop and came back from a colleague’s, where ${number === 1 ? "it" : "they"} lay unreadable to them.`,
      ];

/** Whether there is more to say than what colleagues gave back. */
const isOfThisDisk = ({ wasLost, restored, fromColleagues: given }: RestoreReport): boolean =>
  wasLost || given === 0 || Object.keys(restored).length > 0;

const toDo = ({ restored, wasLost }: RestoreReport): string =>
  wasLost && Object.keys(restored).length === 0
    ? "Loops come back when you join their room again: the other laptops hold them, and your sealed cards."
    : "What was written in the last second before may be missing. Look through your cards before you seal them.";

/** What a restoring says, one sentence or two per line: what happened, what is back, what is not, what to do. */
export const restoredLines = (report: RestoreReport): readonly string[] => [
  ...(isOfThisDisk(report) ? [`${happened(report)} ${cameBack(report)}`] : []),
  ...fromColleagues(report.fromColleagues),
  ...keyless(report.keyless),
  ...damaged(report.damaged),
  toDo(report),
];

const fullDisk: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);

/** Why the journal is not written; `code` is the system's own name for it. */
export const copyTroubleText = (code: string): string =>
  fullDisk.has(code)
    ? "The disk is full: the safety journal, the second copy of what you write, is not written now. Free some space; it catches up by itself."
    : `The safety journal, the second copy of what you write, cannot be written now (${code}). What you write is saved once instead of twice; the journal catches up by itself.`;

export const readIt = "I have read this";
