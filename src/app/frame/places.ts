import { paths } from "../../bindings/paths";
import type { KitSummary, LoopSummary } from "../../bindings/services";
import type { Candidate } from "../../domain/candidate/candidate";
import { words } from "./words";

/** Somewhere the search can go. */
export interface Place {
  /** The address, unique among the places. */
  readonly path: string;
  readonly label: string;
  /** More about it, searched too: the author of a kit, the role of a loop. */
  readonly note: string;
  readonly group: string;
}

const place = (group: string, path: string, label: string, note = ""): Place => ({
  group,
  path,
  label,
  note,
});

/** The places that are always there. */
export const fixedPlaces: readonly Place[] = [
  place(words.go.places, paths.library, words.rail.library),
  place(words.go.places, paths.candidates, words.rail.candidates),
  place(words.go.places, paths.loops, words.rail.loops),
  place(words.go.places, paths.records, words.rail.records),
  place(words.go.places, paths.settings, words.rail.settings),
  place(words.go.actions, paths.importKit, words.actions.importKit),
  place(words.go.actions, paths.find, words.actions.find),
  place(words.go.actions, `${paths.candidates}?add`, words.actions.addCandidate),
  place(words.go.actions, paths.newLoop(), words.actions.planLoop),
  place(words.go.actions, paths.joinLoop, words.actions.joinLoop),
  place(words.go.actions, paths.openBundle, words.actions.openBundle),
];

/** What this laptop holds, as places. */
export const placesOf = (held: {
  readonly kits: readonly KitSummary[];
  readonly candidates: readonly Candidate[];
  readonly loops: readonly LoopSummary[];
}): readonly Place[] => [
  ...held.kits.map((kit) => place(words.go.kits, paths.kit(kit.id), kit.title, kit.author)),
  ...held.candidates.map((person) => place(words.go.candidates, paths.candidate(person.id), person.name)),
  ...held.loops.map((loop) =>
    place(words.go.loops, paths.loop(loop.loopId), loop.candidateName, `${loop.kitTitle}, ${loop.levelName}`),
  ),
];

/** Lower case without accents, so that "munoz" finds "Muñoz". */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** 0 where the label begins with the word, 1 where a word in it does, 2 elsewhere in it, 3 in the note, else null. */
const rank = (place: Place, word: string): number | null => {
  const label = plain(place.label);
  if (label.startsWith(word)) return 0;
  if (label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) return 1;
  if (label.includes(word)) return 2;
  return plain(place.note).includes(word) ? 3 : null;
};

/**
 * The places that contain every word of the query, the best match first; all of them in their order for an empty
 * query. Equal matches keep their order.
 */
export const findPlaces = (places: readonly Place[], query: string): readonly Place[] => {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  const ranked = places.map((place) => ({ place, ranks: asked.map((word) => rank(place, word)) }));
  return ranked
    .filter(({ ranks }) => !ranks.includes(null))
    .map(({ place, ranks }) => ({
      place,
      total: ranks.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    }))
    .sort((one, other) => one.total - other.total)
    .map(({ place }) => place);
};
