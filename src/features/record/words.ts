import type { Outcome } from "../../domain/debrief/decision";
import type { Trouble } from "../../ui/error-card";

/** Every text of the record and of the list of records. */

export const outcomeWords: Record<Outcome, string> = {
  hire: "Hire",
  noHire: "No hire",
  hold: "Hold",
  otherLevel: "Hire at another level",
};

const exportTroubles: Readonly<Record<string, Trouble>> = {
  diskFull: {
    what: "The disk is full, so the pack was not written.",
    safe: "No half file was left behind; the record is unchanged.",
    todo: "Free some space or choose another disk, then export again.",
  },
  notWritable: {
    what: "That folder does not let this program write.",
    safe: "No half file was left behind; the record is unchanged.",
    todo: "Choose another folder.",
  },
};

export const exportTrouble = (error: { readonly type: string; readonly [key: string]: unknown }): Trouble => {
  const known = exportTroubles[error.type];
  const where = typeof error.path === "string" ? ` (${error.path})` : "";
  if (known !== undefined) return { ...known, what: `${known.what}${where}` };
  return {
    what: `The pack could not be made (${error.type}).`,
    safe: "The record is unchanged.",
    todo: "Try again.",
  };
};

export const recordTrouble = (error: { readonly type: string }): Trouble =>
  error.type === "notRevealed"
    ? {
        what: "There is no record yet: the cards are not revealed.",
        safe: "Every sealed card is safe and closed.",
        todo: "Go to the room.",
      }
    : {
        what: `The record could not be made (${error.type}).`,
        safe: "The cards are on this laptop.",
        todo: "Try again.",
      };

/** A hash as people compare it: the first 16 characters in groups of four. */
export const hashWords = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");
