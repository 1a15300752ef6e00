import type { Bridge } from "../../../../electron/contract/bridge";
import type { FoundHandOver } from "../../../../electron/contract/hand-overs";
import type { JobOptions } from "../../../bindings/bundles";
import type { ChosenHandOver, HandOverOffer, HandOverService } from "../../../bindings/hand-overs";
import type { Failure } from "../../../bindings/services";
import { type KitId, type Timestamp, timestampSchema } from "../../../domain/ids";
import { err, ok, type Result, unwrap } from "../../../domain/result";
import { expectedOnly } from "../../../shell/bridge-shell";
import { deletedHere } from "./deleted-here";
import { handedStates, offerRows } from "./offer-rows";
import { aboutOf, filesOf, handedPeople, knownPeople } from "./people-to-hand";
import { asFailure, type HandOverContents, readHandOver, untilLast } from "./read-hand-over";
import { type HandOverStore, takeHandOver } from "./take-hand-over";
import { measureFiles, writeHandOver } from "./write-hand-over";

export interface HandOverParts {
  readonly bridge: Bridge["handOvers"];
  readonly store: HandOverStore;
  readonly now: () => string;
  /** The titles of this laptop's kits. */
  readonly titles: () => Promise<ReadonlyMap<KitId, string>>;
}

/** Says when and not who: whoever finds the stick learns no name from it. */
const suggestedName = (at: Timestamp): string =>
  `Panelbook applications ${at.slice(0, 10)} ${at.slice(11, 16).replace(":", ".")}.pbhand`;

const write = async (
  { bridge, store, now, titles }: HandOverParts,
  chosen: Parameters<HandOverService["write"]>[0],
  words: string,
  options: JobOptions,
): ReturnType<HandOverService["write"]> => {
  const known = await knownPeople(store);
  if (!known.ok) return known;
  const people = handedPeople(known.value, chosen);
  if (people.length === 0) return err({ type: "nobodyChosen" });
  const measured = await measureFiles(bridge, filesOf(people), options);
  if (!measured.ok) return measured;
  const { whole: files, leftOut } = measured.value;
  const at = timestampSchema.parse(now());
  const about = aboutOf(people, files.length, await titles(), at);
  const file = { words, suggestedName: suggestedName(at), about, people, files };
  const written = await writeHandOver(bridge, file, options);
  if (!written.ok) return written;
  return ok({
    path: written.value.path,
    people: people.length,
    files: files.length,
    leftOut: [...new Set(leftOut.map(({ candidateId }) => candidateId))],
  });
};

const offerOf = async (
  { bridge, store, titles }: HandOverParts,
  handle: string,
  { about, people, files }: HandOverContents,
): Promise<Result<HandOverOffer, Failure>> => {
  const known = await knownPeople(store);
  if (!known.ok) return known;
  const onList = new Set(known.value.candidates.map(({ id }) => id));
  const deleted = await deletedHere(store, people, onList);
  if (!deleted.ok) return deleted;
  const here = await titles();
  const named = new Map(about.roles.map(({ kitId, title }) => [kitId, title]));
  return ok({
    at: about.at,
    rows: offerRows(people, { ...known.value, deleted: deleted.value }, new Map([...named, ...here])),
    files: files.length,
    fileBytes: files.reduce((sum, { size }) => sum + size, 0),
    kitsMissing: [...named].filter(([kitId]) => !here.has(kitId)).map(([, title]) => title),
    take: async (options) => {
      const stateOf = handedStates({ ...known.value, deleted: deleted.value });
      const taken = await takeHandOver({ store, bridge, handle, people, files, stateOf }, options);
      // Of a taking that failed nothing may stay; of one that came about nothing is left to let go.
      await bridge.drop({ handle });
      return taken;
    },
  });
};

const chosenOf = (
  parts: HandOverParts,
  { handle, name, deviceId, isOwn }: FoundHandOver,
): ChosenHandOver => ({
  name,
  deviceId,
  isOwn,
  open: async (words, options) => {
    const contents = await readHandOver(parts.bridge, handle, words, options);
    return contents.ok ? offerOf(parts, handle, contents.value) : contents;
  },
  drop: async () => {
    await parts.bridge.drop({ handle });
  },
});

/** Hands applications over in files, and takes them in. */
export const createHandOverService = (parts: HandOverParts): HandOverService => ({
  words: async () => unwrap(expectedOnly(await parts.bridge.words())).words,
  write: (candidateIds, words, options) => write(parts, candidateIds, words, options),
  choose: async (options) => {
    const found = asFailure(expectedOnly(await parts.bridge.open()));
    if (!found.ok) return found;
    const { handle } = found.value;
    const checked = await untilLast(
      async () => asFailure(expectedOnly(await parts.bridge.check({ handle }))),
      options,
    );
    if (checked.ok) return ok(chosenOf(parts, found.value));
    await parts.bridge.drop({ handle });
    return checked;
  },
});
