/** How long somebody has to pause before what they wrote is copied without another reason. */
export const idleMs = 30_000;
/** A laptop sends at most one copy in this time, whatever happens. */
const apartMs = 20_000;

/** Says when cards in progress are to be copied to the holders. Times are milliseconds of any one clock. */
export interface CopySchedule<Item> {
  /** The item was changed. A change in another item is leaving the one before. */
  readonly changed: (item: Item, now: number) => void;
  /** Its author turned to something else: a question was left, or the window lost its focus. */
  readonly left: (now: number) => void;
  /** When there is something to send; null while there is nothing. It may lie in the past. */
  readonly dueAt: () => number | null;
  /** The item that has waited longest among those that are due; taking it counts as sending. */
  readonly take: (now: number) => Item | null;
}

interface Waiting {
  readonly changedAt: number;
  readonly leftAt: number | null;
}

/** The moment from which an item may go, were it alone. */
const readyAt = ({ changedAt, leftAt }: Waiting): number => leftAt ?? changedAt + idleMs;

export const newCopySchedule = <Item>(): CopySchedule<Item> => {
  const waiting = new Map<Item, Waiting>();
  let lastSent: number | null = null;

  const leave = (item: Item, now: number): void => {
    const known = waiting.get(item);
    if (known !== undefined && known.leftAt === null) waiting.set(item, { ...known, leftAt: now });
  };
  const next = (): { readonly item: Item; readonly at: number } | null => {
    const [first] = [...waiting]
      .map(([item, state]) => ({ item, at: readyAt(state) }))
      .sort((one, other) => one.at - other.at);
    if (first === undefined) return null;
    return lastSent === null ? first : { ...first, at: Math.max(first.at, lastSent + apartMs) };
  };
  return {
    changed: (item, now) => {
      for (const other of waiting.keys()) if (other !== item) leave(other, now);
      waiting.set(item, { changedAt: now, leftAt: waiting.get(item)?.leftAt ?? null });
    },
    left: (now) => {
      for (const item of waiting.keys()) leave(item, now);
    },
    dueAt: () => next()?.at ?? null,
    take: (now) => {
      const due = next();
      if (due === null || due.at > now) return null;
      waiting.delete(due.item);
      lastSent = now;
      return due.item;
    },
  };
};
