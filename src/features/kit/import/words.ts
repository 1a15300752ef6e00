import { storageTrouble } from "../../../bindings/storage-trouble";
import type { Trouble } from "../../../ui/error-card";

/** What the import says. */
export const words = {
  library: "Library",
  title: "Import a role page",
  note: "Copy the whole page in a browser or in Word and paste it, or open a text file. A kit file works too.",
  field: "Text of the role page",
  placeholder:
    "Title of the role\nAuthor\n\nWhy this role is hard\n…\n\nCore Evaluation\n…\n\nProgression Framework\n…",
  openText: "Open a text file",
  openKit: "Open a kit file",
  opened: (name: string) => `From ${name}`,
  read: "Show what is recognised",
  nothingYet: "Nothing is added to the library before you have seen what was recognised.",
  notAddedYet: "The library is as it was; nothing is added before you say so.",
  previewTitle: "What was recognised",
  change: "Change the text",
  add: "Add to library",
  kitTitle: "Title of the kit",
  kitAuthor: "Author",
  titleMissing: "A kit needs a title.",
  linesTitle: "Where the lines went",
  countsTitle: "Found on the page",
  gapsTitle: "Announced, but not on the page",
  gapsNone: "Everything the page announces is there.",
  gapsHint: "Such pages often show one question at a time. What is not in the text cannot be imported.",
  notesTitle: "To look at",
  unplacedTitle: "Lines that found no place",
  unplacedNone: "Every line found its place.",
  unplacedHint: "They are not in the kit. If one matters, change the text and read it again.",
  furnitureTitle: (count: number) =>
    count === 1
      ? "1 line belongs to the page and not to the role"
      : `${count} lines belong to the page and not to the role`,
  showThem: "Show them",
  hideThem: "Hide them",
  knownTitle: "Already in the library",
  known: (title: string, differences: number | null) =>
    differences === 0
      ? `“${title}” is in the library already, word for word.`
      : `“${title}” is in the library already. Update it, add this one beside it, or leave the library as it is.`,
  update: "Update the kit in the library",
  copy: "Add as a copy",
  skip: "Skip and open the one in the library",
  copyTitle: (title: string) => `${title} (copy)`,
  comparing: "Comparing with the kit in the library",
  differencesTitle: "What an update would change",
  showAllDifferences: (count: number) => `Show all ${count} changes`,
  fieldColumn: "Part",
  beforeColumn: "In the library",
  afterColumn: "In this import",
  nothing: "–",
  line: (line: number) => (line === 0 ? "" : `Line ${line}`),
} as const;

const safe = "The library is unchanged.";

const notTextWhat: Readonly<Record<string, string>> = {
  pdf: "This is a PDF, not plain text.",
  zip: "This is a packed file such as a Word document, not plain text.",
  rtf: "This is rich text (RTF), not plain text.",
  unknown: "This is not plain text.",
};

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

const asNumber = (value: unknown): string =>
  typeof value === "number" ? value.toLocaleString("en-GB") : "?";

const expectedHeadings = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? value.map((heading) => `“${String(heading)}”`).join(", ") : "";

/** A text is measured in characters, a file in bytes. */
const tooLargeWhat = (error: { readonly [key: string]: unknown }): string =>
  "characters" in error
    ? `The text is too long: ${asNumber(error.characters)} characters; at most ${asNumber(error.limit)} are read.`
    : `The file is too large: ${asNumber(error.size)} bytes; at most ${asNumber(error.limit)} are read.`;

const pathOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "path" in value ? asText(value.path) : "";

const messageOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "message" in value ? asText(value.message) : "";

/** A place of the file and what is wrong there: "questions[3].prompt (Too small: …)". */
const placeAtFault = (problem: unknown): string => {
  const place = pathOf(problem);
  const message = messageOf(problem);
  return message === "" ? place : `${place === "" ? "the whole file" : place} (${message})`;
};

/** What is wrong with a file that calls itself a kit, and where: "questions[3].prompt". */
const damagedWhat = (error: { readonly type: string; readonly [key: string]: unknown }): string => {
  switch (error.type) {
    case "forbiddenKey":
      return `This kit file has a field called “${asText(error.key)}” at ${pathOf(error)}. No kit file has one; it could change how a program behaves.`;
    case "danglingReference":
      return `This kit file names “${asText(error.to)}” at ${asText(error.from)}, and nothing in it is called that.`;
    case "duplicateId":
      return `This kit file uses the id “${asText(error.id)}” twice; the second time at ${pathOf(error)}.`;
    default: {
      const problems = Array.isArray(error.problems) ? error.problems.map(placeAtFault) : [];
      return `This kit file is damaged at ${problems.length === 0 ? "an unknown place" : problems.join(", ")}.`;
    }
  }
};

const newerWhat = ({ found, supported }: { readonly [key: string]: unknown }): string =>
  typeof found === "number"
    ? `This kit file was written by a newer version of Panelbook: it is of version ${asNumber(found)}, and this program reads up to version ${asNumber(supported)}.`
    : "This kit file was written by a newer version of Panelbook.";

/** A refused text or a failed import in plain words: what was expected and what to do. */
export const importTrouble = (error: { readonly type: string; readonly [key: string]: unknown }): Trouble => {
  switch (error.type) {
    case "notReadable":
      return {
        what: `The file ${asText(error.path)} could not be read.`,
        safe,
        todo: "See whether it is still there and may be opened, or choose another.",
      };
    case "empty":
      return {
        what: "There is no text to read.",
        safe,
        todo: "Paste the whole role page, from its title to its progression framework.",
      };
    case "tooLarge":
      return {
        what: tooLargeWhat(error),
        safe,
        todo: "See whether it is the right file, or paste only the role page.",
      };
    case "notText":
      return {
        what: notTextWhat[asText(error.looksLike)] ?? "This is not plain text.",
        safe,
        todo: "Open it in its own program, copy everything and paste it here as text.",
      };
    case "html":
      return {
        what: "This is the source code of a web page (HTML), not its text.",
        safe,
        todo: "Open the page in a browser, select all, copy, and paste it here.",
      };
    case "endlessLine":
      return {
        what: `Line ${asNumber(error.line)} has ${asNumber(error.characters)} characters; a line of a role page has at most ${asNumber(error.limit)}.`,
        safe,
        todo: "Copy the page again so that its lines stay apart.",
      };
    case "notARolePage":
      return {
        what: "This does not look like a role page.",
        safe,
        todo: `Expected were headings such as ${expectedHeadings(error.expected)}. See whether the whole page was copied.`,
      };
    case "notJson":
      return {
        what:
          typeof error.line === "number"
            ? `This is not a whole kit file: it cannot be read from line ${asNumber(error.line)} on.`
            : "This is not a kit file.",
        safe,
        todo: "Ask for the file again; it may have been cut off on its way. A role page is pasted as plain text.",
      };
    case "notAKitFile":
      return {
        what: "This is not a kit file.",
        safe,
        todo: "Choose a file that was saved with “Save as a kit file”, or paste a role page as plain text.",
      };
    case "newerVersion":
      return {
        what: newerWhat(error),
        safe,
        todo: "Install the newer version on this laptop, or ask for a file from an older one.",
      };
    case "forbiddenKey":
    case "invalid":
    case "danglingReference":
    case "duplicateId":
      return {
        what: damagedWhat(error),
        safe,
        todo: "Ask for the file again; if it was edited by hand, mend it there.",
      };
    default:
      return storageTrouble(error, { what: "The kit could not be added", safe });
  }
};
