import type { Verdict } from "../../bindings/verdict";
import type { LoopRecord } from "../../domain/record/record";

/** What checking a file against the record says. */
export const verifyWords = {
  title: "Check a file",
  choose: "Choose a pack or a record’s file",
  chooseBundle: "Choose a bundle",
  hint: "A pack is made again and compared line by line; a record’s file part by part; a bundle by what is signed in it. Nothing of a file is taken in.",
  bundle: "The bundle",
  looking: "Comparing …",
  tooLarge: "the file is larger than 64 MB; no pack and no record is.",
  failed: "the file could not be compared. Nothing was changed; try again.",
} as const;

/** How many lines of each kind are shown: who wants more compares the documents in Word. */
const shownLines = 10;

const partWords: Readonly<Record<keyof LoopRecord, string>> = {
  acceptances: "what people accepted before their first slot",
  cards: "the cards",
  comments: "the comments",
  countersignatures: "who signed that they were there",
  decision: "the decision",
  decidedAt: "when it was decided",
  discussion: "what was said in the debrief",
  entries: "the signed entries",
  facilitator: "who facilitated",
  format: "the kind of file",
  formatVersion: "the version of the format",
  kit: "the role kit",
  levelReadings: "the level readings",
  loopId: "which loop it is",
  missing: "which cards are missing",
  persons: "the people",
  plan: "the plan",
  protocol: "the protocol of the loop",
  reopenings: "the decisions that were taken back",
  reveal: "the reveal",
  secondRatings: "the ratings after the discussion",
  sharedNotes: "the shared notes",
  takeovers: "who acted in the facilitator’s place",
};

const isPart = (part: string): part is keyof LoopRecord => Object.hasOwn(partWords, part);

const some = (lines: readonly string[], mark: string): readonly string[] => {
  const shown = lines.slice(0, shownLines).map((line) => `${mark} “${line.slice(0, 200)}”`);
  return lines.length > shownLines
    ? [...shown, `${mark} and ${lines.length - shownLines} lines more`]
    : shown;
};

type PackDiffers = Extract<Verdict, { readonly kind: "packDiffers" }>;

const firstPackLine = ({ otherRecord, otherWording }: PackDiffers): string => {
  if (otherRecord) return "this pack was made of another state of the record than the one on this laptop.";
  return otherWording
    ? "this pack says that another version of Panelbook made it of this record. Its lines differ; whether in the wording only, a person has to read."
    : "this pack does not say what the record on this laptop says.";
};

const packLines = (differs: PackDiffers): readonly string[] => [
  firstPackLine(differs),
  ...(differs.reordered ? ["Its lines stand in another order."] : []),
  ...some(differs.missing, "Not in the file:"),
  ...some(differs.added, "Only in the file:"),
];

/** The verdict in a sentence, and then what differs, a line each. */
export const verdictLines = (verdict: Verdict): readonly string[] => {
  switch (verdict.kind) {
    case "same":
      return [
        `this ${verdict.what} says what the record on this laptop says.`,
        ...(verdict.what === "pack"
          ? [
              "How long it is to be kept, and whether it is held, is the file’s own word: no record says that.",
            ]
          : []),
      ];
    case "neither":
      return ["this is neither a pack nor a record of Panelbook, or it is damaged."];
    case "candidatesUnread":
      return ["the list of candidates cannot be read, so that nothing was compared. Restart the program."];
    case "newerRecord":
      return [`this record was made by a newer Panelbook (version ${verdict.version}): update this one.`];
    case "otherLoop":
      return ["this record is of another loop."];
    case "packDiffers":
      return packLines(verdict);
    case "recordDiffers":
      return [
        "this record is another one than on this laptop.",
        ...verdict.parts.map((part) => `Differs: ${isPart(part) ? partWords[part] : part}`),
      ];
  }
};
