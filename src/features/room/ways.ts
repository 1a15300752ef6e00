import { nameIn } from "../../bindings/loop-names";
import { listed, possessive } from "../../bindings/name-lists";
import type { Failure, RoomState } from "../../bindings/services";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Trouble } from "../../ui/error-card";

/** How laptops reach each other, in plain words. */

/** Who is reached through a third laptop, sealed, and whose that is: it has to stay on. */
export const relayedLines = (view: LoopView, room: RoomState): readonly string[] => {
  const through = new Map<string | null, string[]>();
  for (const { link, personId, via } of room.peers) {
    if (link !== "relayed" || personId === null) continue;
    through.set(via ?? null, [...(through.get(via ?? null) ?? []), nameIn(view, personId)]);
  }
  return [...through].map(([via, names]) => {
    const who = `${listed(names)} ${names.length === 1 ? "is" : "are"} reached through`;
    if (via === null) return `${who} another laptop that opened a door.`;
    if (via === view.me?.personId) return `${who} this laptop: keep it on and in the room.`;
    return `${who} ${possessive(nameIn(view, via))} laptop: keep it on and in the room.`;
  });
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const kept = "Everything you did is on this laptop and goes on from there once the others are back.";
const otherWays =
  "Sit in one Wi-Fi, switch on a phone’s hotspot or connect a cable. With no network at all, carry the loop over as a bundle file.";

/** Nobody was reached: what was tried for how long, and the ways that are left. */
export const unreachableTrouble = ({ tried, seconds, serverReached }: Failure): Trouble => {
  const places = textsIn(tried);
  if (places.length === 0)
    return {
      what: "Nobody is reachable, and this laptop knows no place to look for the others.",
      safe: kept,
      todo: "Ask the facilitator for the invite, or open the room here. With no network at all, carry the loop over as a bundle file.",
    };
  if (serverReached === true)
    return {
      what: `${listed(places)} answers, but no laptop of the loop came within ${String(seconds)} seconds.`,
      safe: kept,
      todo: "Ask whether the others have the loop open. This laptop goes on looking.",
    };
  return {
    what: `Nobody answers at ${listed(places)} (tried for ${String(seconds)} seconds, and still trying).`,
    safe: kept,
    todo: `${otherWays} A guest Wi-Fi often keeps laptops apart.`,
  };
};
