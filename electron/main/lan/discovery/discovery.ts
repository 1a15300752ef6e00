import type { NearbyLoop } from "../../../contract/lan";
import type { Announcement, OpenDoor } from "./announcement";
import { type DiscoveryLimits, defaultDiscoveryLimits } from "./discovery-limits";
import { createNearby } from "./nearby";
import { type Interfaces, placeKey, placesOf } from "./places";
import { openPost, type Post, type PostParts } from "./post";
import { createQuestions } from "./questions";

export interface DiscoveryOptions {
  readonly interfaces: () => Interfaces;
  /** Eight random hex digits that stand for this run of the program. */
  readonly instance: string;
  readonly onNearby: (loops: readonly NearbyLoop[]) => void;
  readonly limits?: Partial<DiscoveryLimits>;
  /** For tests; multicast DNS has 5353. */
  readonly port?: number;
  readonly random?: () => number;
}

export interface Discovery {
  /** The doors this laptop holds open now; none ends every announcement. */
  readonly announce: (doors: readonly OpenDoor[]) => void;
  /** Looks around until `stopLooking`, or until nobody has said for a while that it still wants to know. */
  readonly look: () => readonly NearbyLoop[];
  readonly stopLooking: () => void;
  /** False where no network card lets this program listen. */
  readonly isListening: () => boolean;
  readonly stop: () => Promise<void>;
}

const sameDoor = (one: OpenDoor, other: OpenDoor): boolean =>
  one.label === other.label && one.port === other.port;

/**
 * Lets laptops on one network find each other's open doors by multicast DNS. It is silent and listens to nothing
 * while no door is open here and nobody looks; network cards that come later are joined when they come.
 */
export const createDiscovery = (options: DiscoveryOptions): Discovery => {
  const limits = { ...defaultDiscoveryLimits, ...options.limits };
  const { instance, random = Math.random } = options;
  const nearby = createNearby(limits, () => performance.now());
  const posts = new Map<string, Post>();
  let doors: readonly Announcement[] = [];
  let closing: Promise<unknown> = Promise.resolve();
  let watching: ReturnType<typeof setInterval> | null = null;
  let notice: ReturnType<typeof setTimeout> | null = null;
  let lease: ReturnType<typeof setTimeout> | null = null;

  const tellList = () => {
    notice ??= setTimeout(() => {
      notice = null;
      if (lease !== null) options.onNearby(nearby.list());
    }, limits.noticeMs);
  };
  const questions = createQuestions(limits, () => {
    for (const post of posts.values()) post.ask();
  });

  const postParts: PostParts = {
    limits,
    port: options.port,
    random,
    doors: () => doors,
    isLooking: () => lease !== null,
    onDoor: (door, source, isNear) => {
      if (lease === null || door.instance === instance) return;
      if (nearby.hear(door, source, isNear)) tellList();
    },
  };
  const closePost = (key: string, post: Post) => {
    posts.delete(key);
    closing = Promise.all([closing, post.close()]);
  };
  /** Opens what is new and closes what is gone. */
  const followInterfaces = () => {
    const now = new Map(placesOf(options.interfaces()).map((place) => [placeKey(place), place]));
    for (const [key, post] of [...posts]) if (!now.has(key)) closePost(key, post);
    for (const [key, place] of now) if (!posts.has(key)) posts.set(key, openPost(place, postParts));
  };
  const watch = () => {
    followInterfaces();
    if (nearby.expire()) tellList();
  };
  /** Whoever is needed no more closes its sockets. */
  const startOrStop = () => {
    const needed = doors.length > 0 || lease !== null;
    if (needed && watching === null) {
      watching = setInterval(watch, limits.interfacesMs);
      followInterfaces();
    }
    if (needed || watching === null) return;
    clearInterval(watching);
    watching = null;
    for (const [key, post] of [...posts]) closePost(key, post);
  };
  const endLease = () => {
    if (lease !== null) clearTimeout(lease);
    lease = null;
    questions.stop();
    nearby.forgetAll();
    startOrStop();
  };
  const announce = (open: readonly OpenDoor[]) => {
    const before = doors;
    doors = open.map((door) => ({ ...door, instance }));
    const gone = before.filter((door) => !doors.some((other) => sameDoor(door, other)));
    for (const post of posts.values()) post.tell(gone);
    startOrStop();
  };

  return {
    announce,
    look: () => {
      const first = lease === null;
      if (lease !== null) clearTimeout(lease);
      lease = setTimeout(endLease, limits.leaseMs);
      startOrStop();
      if (first) questions.start();
      return nearby.list();
    },
    stopLooking: endLease,
    isListening: () => [...posts.values()].some((post) => post.isOpen()),
    stop: async () => {
      announce([]);
      endLease();
      if (notice !== null) clearTimeout(notice);
      await closing;
    },
  };
};
