import { slotIdSchema } from "../../domain/ids";
import type { SharedNote } from "../../domain/loop/kept-words";

/**
 * The top-level types of a loop's document. Nested types are not used: two laptops that create one under the same
 * key at the same time lose the content of one side. A name, once published, keeps its meaning.
 */
export const loopDocMaps = [
  "entries",
  "kitParts",
  "coverage",
  "progress",
  "handOffs",
  "kitWraps",
  "noteWriters",
] as const;
export type LoopDocMap = (typeof loopDocMaps)[number];

const discussionPrefix = "discussion:";
const slotNotesPrefix = "slotNotes:";

/** What a debrief note may be about: a short id, such as a competency's. */
const discussionItem = /^[A-Za-z0-9_.:-]{1,120}$/;

/** The name of the text of one debrief note. An item that is no short id is a bug. */
export const discussionName = (item: string): string => {
  if (!discussionItem.test(item)) throw new Error("a debrief note about something that is no id");
  return discussionPrefix + item;
};

const idAfter = (prefix: string, name: string, isId: (id: string) => boolean): string | null => {
  if (!name.startsWith(prefix)) return null;
  const id = name.slice(prefix.length);
  return isId(id) ? id : null;
};

/** The item of a debrief note's name, or null for other names. */
export const discussionItemOf = (name: string): string | null =>
  idAfter(discussionPrefix, name, (item) => discussionItem.test(item));

const isSlotId = (id: string): boolean => slotIdSchema.safeParse(id).success;

/** The name of the text that a slot's interviewers write together. Anything but a slot's id is a bug. */
export const slotNotesName = (slotId: string): string => {
  if (!isSlotId(slotId)) throw new Error("shared notes of something that is no slot");
  return slotNotesPrefix + slotId;
};

/** The slot of the name of shared notes, or null for other names. */
export const slotOfNotes = (name: string): string | null => idAfter(slotNotesPrefix, name, isSlotId);

/** True for the names of texts that several people write. */
export const isSharedText = (name: string): boolean =>
  discussionItemOf(name) !== null || slotOfNotes(name) !== null;

/** The text that a shared note is, by its name. */
export const nameOfNote = (note: SharedNote): string =>
  note.kind === "discussion" ? discussionName(note.item) : slotNotesName(note.slotId);

/** The shared note of this name, or null for other names. */
export const noteNamed = (name: string): SharedNote | null => {
  const item = discussionItemOf(name);
  if (item !== null) return { kind: "discussion", item };
  const slotId = slotIdSchema.safeParse(slotOfNotes(name));
  return slotId.success ? { kind: "slot", slotId: slotId.data } : null;
};

const maps: ReadonlySet<string> = new Set(loopDocMaps);

export const isLoopDocMap = (name: string): name is LoopDocMap => maps.has(name);

/** True for the names a peer's update may touch. */
export const isLoopDocName = (name: string): boolean => isLoopDocMap(name) || isSharedText(name);
