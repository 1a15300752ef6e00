import { useLoopSession } from "../../../bindings/loop-session-context";
import { useLive } from "../../../bindings/use-live";
import type { LoopView } from "../../../domain/loop/loop-view";
import { useKeys } from "../../../ui/keys/keys";
import { type HandedOver, handedToMe } from "./handed-over";

export interface HandedOverToMe {
  readonly notes: readonly HandedOver[];
  readonly unread: number;
  /** The person has read everything that is shown. */
  readonly markRead: () => void;
}

/** What colleagues handed over to this laptop's person, and what of it they have not read yet. */
export const useHandedOver = (view: LoopView): HandedOverToMe => {
  const session = useLoopSession();
  const read = useLive(session.readHandOffs);
  const notes = handedToMe(view, read);
  const unread = notes.filter(({ isUnread }) => isUnread);
  return {
    notes,
    unread: unread.length,
    markRead: () => session.markHandOffsRead(unread.map(({ id }) => id)),
  };
};

/** The key with which everything handed over counts as read. */
export const useReadKey = ({ unread, markRead }: HandedOverToMe): void =>
  useKeys({
    title: "Handed over",
    scope: "screen",
    bindings: [{ keys: "r", does: "I have read what was handed over", active: unread > 0, run: markRead }],
  });
