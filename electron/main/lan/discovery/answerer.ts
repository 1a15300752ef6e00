import { type Announcement, recordsOf } from "./announcement";
import { announcementTtl, type DiscoveryLimits } from "./discovery-limits";
import type { Wire } from "./wire";

/** Tells a place which doors are open, soon after a question and never more often than allowed. */
export interface Answerer {
  readonly soon: () => void;
  /** Tells the place that these doors are shut. */
  readonly goodbye: (doors: readonly Announcement[]) => void;
  readonly stop: () => void;
}

/** An answer that others may give too waits for a random moment, so that not all speak at once (RFC 6762, section 6). */
const waitMs = (random: () => number): number => 20 + Math.floor(random() * 100);

/** More doors than this would not fit into one datagram of an ordinary network. */
const doorsPerDatagram = 6;

const inParts = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inParts(items.slice(size), size)];

export const createAnswerer = (
  wire: Wire,
  doors: () => readonly Announcement[],
  limits: Pick<DiscoveryLimits, "answerEveryMs">,
  random: () => number,
): Answerer => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (some: readonly Announcement[], ttl: number) => {
    const { addresses } = wire.place;
    for (const part of inParts(some, doorsPerDatagram)) {
      wire.tell(part.flatMap((door) => recordsOf(door, addresses, ttl)));
    }
  };
  return {
    soon: () => {
      if (timer !== null || doors().length === 0) return;
      const wait = Math.max(waitMs(random), toldAt + limits.answerEveryMs - performance.now());
      timer = setTimeout(() => {
        timer = null;
        toldAt = performance.now();
        tell(doors(), announcementTtl);
      }, wait);
    },
    goodbye: (gone) => tell(gone, 0),
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
