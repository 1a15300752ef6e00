/**
 * The top-level types of a loop's document. Nested types are not used: two laptops that create one under the same
 * key at the same time lose the content of one side. A name, once published, keeps its meaning.
 */
export const loopDocMaps = ["entries", "kitParts", "coverage", "progress", "handOffs", "kitWraps"] as const;
export type LoopDocMap = (typeof loopDocMaps)[number];

const discussionPrefix = "discussion:";

/** What a debrief note may be about: a short id, such as a competency's. */
const discussionItem = /^[A-Za-z0-9_.:-]{1,120}$/;

/** The name of the text of one debrief note. An item that is no short id is a bug. */
export const discussionName = (item: string): string => {
  if (!discussionItem.test(item)) throw new Error("a debrief note about something that is no id");
  return discussionPrefix + item;
};

/** The item of a debrief note's name, or null for other names. */
export const discussionItemOf = (name: string): string | null => {
  if (!name.startsWith(discussionPrefix)) return null;
  const item = name.slice(discussionPrefix.length);
  return discussionItem.test(item) ? item : null;
};

const maps: ReadonlySet<string> = new Set(loopDocMaps);

export const isLoopDocMap = (name: string): name is LoopDocMap => maps.has(name);

/** True for the names a peer's update may touch. */
export const isLoopDocName = (name: string): boolean => isLoopDocMap(name) || discussionItemOf(name) !== null;
