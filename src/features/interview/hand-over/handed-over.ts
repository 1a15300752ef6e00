import type { HandOff, LoopView } from "../../../domain/loop/loop-view";

/** What this laptop's person has read; null while that is not known yet. */
export type ReadIds = ReadonlySet<string> | null;

export interface HandedOver extends HandOff {
  readonly isUnread: boolean;
}

/**
 * The notes for this laptop's person, never their own: those addressed to them before those to all, the newest first.
 * While it is not known what was read, nothing is marked: a mark that comes and goes says nothing.
 */
export const handedToMe = (
  view: Pick<LoopView, "handOffs" | "me">,
  read: ReadIds = null,
): readonly HandedOver[] => {
  const mine = view.me?.personId ?? null;
  const forMe = view.handOffs.filter(({ to, from }) => from !== mine && (to === null || to === mine));
  return forMe
    .toReversed()
    .toSorted((one, other) => Number(one.to === null) - Number(other.to === null))
    .map((note) => ({ ...note, isUnread: read !== null && !read.has(note.id) }));
};

/** What this laptop's person handed over, oldest first. */
export const handedByMe = (view: Pick<LoopView, "handOffs" | "me">): readonly HandOff[] =>
  view.handOffs.filter(({ from }) => from === view.me?.personId);
