import { type Announcement, asksForDoors, type HeardDoor, heardDoors } from "./announcement";
import { createAnswerer } from "./answerer";
import type { DiscoveryLimits } from "./discovery-limits";
import { onLink } from "./on-link";
import type { Place } from "./places";
import { openWire } from "./wire";

/** What this laptop says and hears at one place. */
export interface Post {
  readonly ask: () => void;
  /** Tells which doors are open, and first that these are shut. */
  readonly tell: (gone: readonly Announcement[]) => void;
  /** False where the system does not let this program listen here. */
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
}

export interface PostParts {
  readonly limits: DiscoveryLimits;
  readonly port: number | undefined;
  readonly random: () => number;
  readonly doors: () => readonly Announcement[];
  readonly isLooking: () => boolean;
  readonly onDoor: (door: HeardDoor, source: string, isNear: (address: string) => boolean) => void;
}

/** Opens one place: asks and tells at once what there is to ask and to tell, then as it is told to. */
export const openPost = (place: Place, parts: PostParts): Post => {
  const { limits, doors, isLooking, onDoor } = parts;
  const isNear = onLink(place);
  let failed = false;
  const wire = openWire(
    place,
    limits,
    {
      onPacket: (packet, source) => {
        if (asksForDoors(packet)) answerer.soon();
        if (!isLooking()) return;
        for (const door of heardDoors(packet, limits.maxRecords)) onDoor(door, source, isNear);
      },
      onReady: () => {
        answerer.soon();
        if (isLooking()) wire.ask();
      },
      onFailure: () => {
        failed = true;
      },
    },
    parts.port,
  );
  const answerer = createAnswerer(wire, doors, limits, parts.random);
  return {
    ask: wire.ask,
    tell: (gone) => {
      if (gone.length > 0) answerer.goodbye(gone);
      answerer.soon();
    },
    isOpen: () => !failed,
    close: () => {
      answerer.stop();
      return wire.close();
    },
  };
};
