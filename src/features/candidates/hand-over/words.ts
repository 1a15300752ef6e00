import { actTrouble } from "../../../bindings/act-trouble";
import type { HandOverCode } from "../../../bindings/failure-codes";
import type { HandedRow, HandOverOffer, TakenHandOver, WrittenHandOver } from "../../../bindings/hand-overs";
import { counted, listed } from "../../../bindings/name-lists";
import { dayText } from "../../../ui/day-text";
import type { Trouble } from "../../../ui/error-card";
import { timeText } from "../../../ui/time-text";

const people = (count: number): string => counted(count, "person", "people");

/** "12 files, 340 MB". */
const filesText = (count: number, bytes: number): string => {
  const megabytes = bytes / 1_000_000;
  const size = megabytes < 1 ? "under 1 MB" : `${Math.round(megabytes)} MB`;
  return count === 0 ? "no files" : `${counted(count, "file")}, ${size}`;
};

export const handOverWords = {
  title: "Hand over applications",
  note: "A file carries candidates, with everything that happened and their files, to another laptop.",
  open: "Hand over",
  give: "Hand over",
  take: "Take in",
  who: "Who goes into the file",
  everybody: (count: number) => `Everybody on this laptop (${count})`,
  chosen: "Only some",
  find: "Find by name",
  countChosen: (count: number) => `${people(count)} chosen`,
  moreFound: (count: number) => `${count} more match: type more of the name.`,
  inside:
    "Resumes and recordings are in the file. A reading of a resume that was not handed in stays on this laptop.",
  words: "Six words that open the file",
  wordsHint:
    "Write them down, and give them to whoever takes the file in by another way than the file. Several laptops of one fair may use the same words.",
  otherWords: "Other words",
  save: "Save the file",
  saving: "Writing the file",
  nobody: "No candidate is on this laptop yet.",
  toImport: "To the candidates",
  saved: ({ path, people: count, files }: WrittenHandOver) =>
    `Saved with ${people(count)} and ${counted(files, "file")}: ${path}`,
  leftOut: (names: readonly string[]) =>
    `Some files of ${listed(names)} are not whole on this laptop and were left out. Everything else is in.`,
  takeNote:
    "A file that another laptop wrote. It is checked from end to end, and you see what it brings before anything changes; taking the same file twice changes nothing.",
  choose: "Choose a file",
  checking: "Checking the file",
  reading: "Reading the file",
  taking: "Taking it in",
  from: (name: string, mark: string) => `${name}, written by the laptop ${mark}.`,
  own: (name: string) => `${name}, written by this laptop.`,
  unlockWords: "The six words of this file",
  unlock: "Open it",
  at: (at: string) => `Written on ${dayText(at)} at ${timeText(at)}, by that laptop’s clock.`,
  brings: ({ rows, files, fileBytes }: HandOverOffer) => {
    const count = (state: HandedRow["state"]) => rows.filter((row) => row.state === state).length;
    const deleted = count("deleted") === 0 ? "" : `, ${count("deleted")} deleted here`;
    return `${people(rows.length)}: ${count("new")} new, ${count("more")} with news, ${count("known")} as here${deleted}. ${filesText(files, fileBytes)}.`.replace(
      "no files.",
      "No files.",
    );
  },
  nothingNew: ({ rows }: HandOverOffer) =>
    rows.some(({ state }) => state === "deleted")
      ? "Nothing to take in: whoever is not here was deleted on this laptop, and stays so."
      : "Nothing this laptop does not have already.",
  kitsMissing: (titles: readonly string[]) =>
    `Not on this laptop: ${titles.length === 1 ? "the role kit" : "the role kits"} ${listed(titles)}. Bring in the kit file too, or the role has no name here.`,
  lookalikes: (count: number) =>
    `${people(count)} may be here already. All come in; whether two are one, you say afterwards on the list of candidates.`,
  table: "Who is in the file",
  columns: { name: "Name", roles: "Role", state: "Here", alike: "May be" },
  states: {
    new: "New",
    more: "Here, with news",
    known: "As here",
    deleted: "Deleted here, stays so",
  } satisfies Record<HandedRow["state"], string>,
  takeIn: "Take it in",
  leave: "Leave it",
  taken: ({ added, extended, deleted }: TakenHandOver) => {
    const stay =
      deleted === 0 ? "" : ` Deleted on this laptop before, and not brought back: ${people(deleted)}.`;
    return `Taken in: ${added} new, ${extended} with news.${stay}`;
  },
  toList: "Show the candidates",
} as const;

/** A laptop's mark as it can be read aloud: the first letters of its id. */
export const laptopMark = (deviceId: string): string => `${deviceId.slice(0, 4)} ${deviceId.slice(4, 8)}`;

const nothing = "Nothing of it was taken in; this laptop is as it was.";
const kept = "Everybody is on this laptop as before.";
const again = "Write it again on the laptop it came from.";

const troubles: Readonly<Record<HandOverCode, Trouble>> = {
  nobodyChosen: { what: "Nobody is chosen.", safe: kept, todo: "Choose who goes into the file." },
  unknownWord: {
    what: "One of the words is not on the list of words.",
    safe: kept,
    todo: "Look for a slip; the words are plain English ones.",
  },
  wordsDoNotFit: { what: "There are six words, neither more nor fewer.", safe: kept, todo: "Type all six." },
  wrongWords: {
    what: "These words do not open the file.",
    safe: nothing,
    todo: "Compare them with what was written down. Each file may have its own.",
  },
  diskFull: {
    what: "There is not enough room.",
    safe: "Nobody who was on this laptop is lost.",
    todo: "Make room, or use another stick, then try again.",
  },
  notWritable: {
    what: "The file could not be written there.",
    safe: kept,
    todo: "Choose another folder or another stick.",
  },
  folderMissing: {
    what: "That folder is no longer there.",
    safe: kept,
    todo: "Is the stick still plugged in? Choose the place again.",
  },
  noKey: {
    what: "The key of one of these people is not on this laptop any more.",
    safe: kept,
    todo: "Choose again: they may have been deleted meanwhile.",
  },
  notThere: {
    what: "A file of one of these people is not on this laptop any more.",
    safe: kept,
    todo: "Begin again; what is not whole is then left out.",
  },
  gone: { what: "Another file was begun meanwhile, so this one was left.", safe: kept, todo: "Begin again." },
  notReadable: {
    what: "The file could not be read.",
    safe: nothing,
    todo: "Is the stick still plugged in? Choose the file again.",
  },
  notAHandOver: {
    what: "That file holds no applications of Panelbook.",
    safe: nothing,
    todo: "Choose a file that ends in .pbhand.",
  },
  truncated: {
    what: "The file ends too early: it was not copied whole.",
    safe: nothing,
    todo: "Copy it to the stick again, and eject the stick before you pull it out.",
  },
  damaged: {
    what: "The file is damaged, or somebody changed it: it is not what its laptop signed.",
    safe: nothing,
    todo: again,
  },
  contentsInvalid: { what: "The file does not hold what it says.", safe: nothing, todo: again },
  updateFirst: {
    what: "A newer Panelbook wrote this file.",
    safe: nothing,
    todo: "Update Panelbook on this laptop, then take the file in.",
  },
  tooLarge: {
    what: "The file is larger than any hand-over.",
    safe: nothing,
    todo: "Hand over fewer people in one file.",
  },
  otherCandidate: {
    what: "An application in the file belongs to somebody else on this laptop.",
    safe: nothing,
    todo: again,
  },
};

const known: Readonly<Record<string, Trouble>> = troubles;

/** A failure of a hand-over in plain words; what the keys and the store of this laptop fail of is worded as everywhere. */
export const handOverTrouble = (error: { readonly type: string; readonly word?: unknown }): Trouble => {
  if (error.type === "unknownWord" && typeof error.word === "string")
    return { ...troubles.unknownWord, what: `“${error.word}” is not on the list of words.` };
  return (
    known[error.type] ??
    actTrouble(error, { what: "The file could not be used", safe: "What you saved is on this laptop." })
  );
};
