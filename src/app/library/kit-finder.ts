import type { FinderState, KitFinder } from "../../bindings/kit-finder";
import type { KitSummary } from "../../bindings/services";
import type { KitId } from "../../domain/ids";
import { findEntries } from "../../domain/kit/find/find-entry";
import type { Kit } from "../../domain/kit/kit";
import { type Live, type Loadable, liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { whileListening } from "../../store/live/live-load";
import type { SearchIndex } from "./search-index";

/** What the finder reads. */
export interface FinderSource {
  readonly list: Live<Loadable<readonly KitSummary[]>>;
  readonly one: (id: KitId) => Promise<Result<Kit, { readonly type: string }>>;
}

const nothing: FinderState = {
  state: "reading",
  kits: 0,
  unread: 0,
  choices: { levels: [], disciplines: [], rounds: [] },
};

const names = (found: Iterable<string>): readonly string[] =>
  [...new Set(found)].filter((name) => name !== "").sort((one, other) => one.localeCompare(other));

const choicesOf = (index: SearchIndex): FinderState["choices"] => {
  const entries = [...index.entries()];
  return {
    levels: names(entries.flatMap(({ levels }) => levels)),
    disciplines: names(entries.map(({ discipline }) => discipline)),
    rounds: names(entries.map(({ round }) => round)),
  };
};

/** Which state of a kit was read: the clock alone may stand still between two additions. */
const stateOf = ({ updatedAt, version, questions }: KitSummary): string =>
  `${updatedAt} ${version} ${questions}`;

/** Lets the window do what waits, so that reading a large library holds up no key press. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The search over every kit. The library of the index is read from the disk with the first listener, off the way of
 * starting; after that a kit is read again only when its row of the list changed.
 */
export const createKitFinder = ({ list, one }: FinderSource): KitFinder => {
  const cell = liveCell<FinderState>(nothing);
  const read = new Map<KitId, string>();
  const unread = new Set<KitId>();
  let index: SearchIndex | null = null;
  let round = 0;

  const takeIn = async (into: SearchIndex, summary: KitSummary): Promise<void> => {
    const { id } = summary;
    const kit = await one(id);
    read.set(id, stateOf(summary));
    if (kit.ok) into.put(id, findEntries(kit.value));
    else into.remove(id);
    if (!kit.ok) unread.add(id);
    else unread.delete(id);
    await breathe();
  };
  const dropGone = (from: SearchIndex, kits: readonly KitSummary[]): void => {
    const listed = new Set(kits.map(({ id }) => id));
    for (const id of [...read.keys()].filter((known) => !listed.has(known))) {
      from.remove(id);
      read.delete(id);
      unread.delete(id);
    }
  };

  const refresh = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const listed = list.get();
    if (listed.state === "failed") cell.set({ ...cell.get(), state: "failed" });
    if (listed.state !== "ready") return;
    if (index === null) {
      const { createSearchIndex } = await import("./search-index");
      index ??= createSearchIndex();
    }
    dropGone(index, listed.value);
    for (const kit of listed.value) {
      // A newer list has begun a round of its own, which goes on where this one was.
      if (mine !== round) return;
      if (read.get(kit.id) !== stateOf(kit)) await takeIn(index, kit);
    }
    if (mine !== round) return;
    cell.set({ state: "ready", kits: listed.value.length, unread: unread.size, choices: choicesOf(index) });
  };

  return {
    state: {
      get: cell.get,
      subscribe: whileListening(cell.subscribe, () => {
        const undo = list.subscribe(() => void refresh());
        void refresh();
        return () => {
          round += 1;
          undo();
        };
      }),
    },
    find: (asked) => index?.find(asked) ?? { shown: [], count: 0 },
  };
};
