import { actTrouble } from "../../bindings/act-trouble";
import { fileTrouble } from "../../bindings/file-trouble";
import { storageTrouble } from "../../bindings/storage-trouble";
import type { Decision, Outcome } from "../../domain/debrief/decision";
import { levelById } from "../../domain/kit/lookup";
import type { RecordRefusal } from "../../domain/record/build-record";
import type { LoopRecord } from "../../domain/record/record";
import type { Trouble } from "../../ui/error-card";

/** Every text of the record and of the list of records. */

export const words = {
  exportPack: "Export the pack",
  saveRecord: "Save the record as a file",
  forWhom: "For whom the pack is",
  openings: {
    individualScores: "Say who rated what, and whose evidence it is",
    namePanelists: "Say who the panelists were",
  },
} as const;

const outcomeWords: Record<Outcome, string> = {
  hire: "Hire",
  noHire: "No hire",
  hold: "Hold",
  otherLevel: "Hire at another level",
};

/** "Hire, Junior", "Hire at another level, Senior". */
export const outcomeLine = (record: Pick<LoopRecord, "kit" | "plan">, decision: Decision): string => {
  const level = levelById(record.kit, decision.levelId ?? record.plan.levelId).name;
  return `${outcomeWords[decision.outcome]}, ${level}`;
};

/** "6 opened, 5 shown to be independent, 1 missing"; shadows' cards are named apart, since they never count. */
export const cardsLine = ({ cards, missing }: Pick<LoopRecord, "cards" | "missing">): string => {
  const counted = cards.filter((card) => !card.shadow);
  const independent = counted.filter((card) => card.independent).length;
  const shadows = cards.length - counted.length;
  return [
    `${counted.length} opened`,
    `${independent} shown to be independent`,
    `${missing.length} missing`,
    ...(shadows === 0 ? [] : [`${shadows} of a shadow, not counted`]),
  ].join(", ");
};

/** "1 sealed card is not in this record:" */
export const outsideTitle = (count: number): string =>
  count === 1 ? "1 sealed card is not in this record:" : `${count} sealed cards are not in this record:`;

/** Under which rule the cards were opened. */
export const revealLine = ({ reveal }: Pick<LoopRecord, "reveal">): string =>
  reveal.rule === "allSealed" ? "when every required card was sealed" : `early: ${reveal.reason}`;

/** A failure of an export in plain words, with the place where it happened. */
export const exportTrouble = (error: { readonly type: string; readonly path?: unknown }): Trouble =>
  fileTrouble(error, {
    what: "The file was not written",
    safe: "No half file was left behind; the record is unchanged.",
  });

/** What a record waits for. */
type RecordCode = RecordRefusal["type"] | "notClosedYet" | "recordArriving" | "recordDiffers";

const notYet: Readonly<Record<RecordCode, Trouble>> = {
  notRevealed: {
    what: "There is no record yet: the cards are not revealed.",
    safe: "Every sealed card is safe and closed.",
    todo: "Go to the room.",
  },
  incomplete: {
    what: "The plan or the role kit of this loop has not arrived whole yet.",
    safe: "The cards are on this laptop.",
    todo: "Stay in the room until a colleague’s laptop is reached.",
  },
  notClosedYet: {
    what: "The record is not closed yet.",
    safe: "The decision and every card are on this laptop.",
    todo: "It appears here when the facilitator’s laptop has closed it and this one has heard of it.",
  },
  recordArriving: {
    what: "The record is closed, and not everything it rests on has arrived here.",
    safe: "What has arrived is on this laptop.",
    todo: "Stay in the room, or bring the loop in from a stick.",
  },
  recordDiffers: {
    what: "What this laptop makes of the closed record is not what the facilitator signed.",
    safe: "Nothing was kept under the signed hash.",
    todo: "Update Panelbook on both laptops, and compare the record on the facilitator’s.",
  },
};

const notThereYet: Readonly<Record<string, Trouble>> = notYet;

/** Why there is no record to show, in plain words. */
export const recordTrouble = (error: { readonly type: string }): Trouble =>
  notThereYet[error.type] ??
  actTrouble(error, { what: "The record could not be made", safe: "The cards are on this laptop." });

export const listTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "The records on this laptop could not be read",
    safe: "Nothing was changed.",
  });

/** A hash as people compare it: the first 16 characters in groups of four. */
export const hashWords = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");

export const signTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, { what: "It could not be signed", safe: "The record is as it was." });
