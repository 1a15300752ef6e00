import type { FindChoices, FinderState, KitFinder } from "../../bindings/kit-finder";
import type { KitSummary } from "../../bindings/services";
import type { KitId } from "../../domain/ids";
import { findEntries } from "../../domain/kit/find/find-entry";
import type { Kit } from "../../domain/kit/kit";
import { type Live, type Loadable, liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { whileListening } from "../../store/live/live-load";
import { stateOf } from "./kit-state";
import { newestOnly } from "./newest-only";
import type { IndexPort } from "./search/kept-index";

/** What the finder reads. */
export interface FinderSource {
  readonly list: Live<Loadable<readonly KitSummary[]>>;
  readonly one: (id: KitId) => Promise<Result<Kit, { readonly type: string }>>;
  /** Asked with the first listener, off the way of starting. */
  readonly openIndex: () => Promise<IndexPort>;
}

const noChoices: FindChoices = { levels: [], disciplines: [], rounds: [] };

const nothing: FinderState = {
  state: "reading",
  kits: 0,
  read: 0,
  unread: 0,
  choices: noChoices,
  revision: 0,
};

/** Fewer kits than these are read again at the next start in less time than keeping a large index takes. */
const keptFrom = 25;
/** While a large library is read for the first time, what was read is kept every so many kits. */
const keptEvery = 500;
/** How often a person is told how far it is. */
const toldEvery = 20;

/** Lets the window do what waits, so that reading a large library holds up no key press. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The search over every kit. What was read is kept between starts; a kit is read again only when its row of the list
 * changed.
 */
export const createKitFinder = ({ list, one, openIndex }: FinderSource): KitFinder => {
  const cell = liveCell<FinderState>(nothing);
  const read = new Map<KitId, string>();
  const unread = new Set<KitId>();
  let port: Promise<IndexPort> | null = null;
  let round = 0;
  let stopped = false;
  let unkept = 0;

  const tell = (news: Partial<FinderState>): void =>
    cell.set({ ...cell.get(), ...news, unread: unread.size, revision: cell.get().revision + 1 });

  const open = async (): Promise<IndexPort> => {
    const opened = await openIndex();
    for (const { id, state } of await opened.known()) read.set(id, state);
    return opened;
  };
  const index = (): Promise<IndexPort> => {
    port ??= open().catch((error: unknown) => {
      // The next round or question opens anew.
      port = null;
      throw error;
    });
    return port;
  };

  /** Said once: whoever hears of it asks again, and would be told again without end. */
  const tellFailed = (): void => {
    if (cell.get().state !== "failed") tell({ state: "failed" });
  };

  const takeIn = async (into: IndexPort, summary: KitSummary): Promise<void> => {
    const { id } = summary;
    const kit = await one(id);
    if (kit.ok) await into.put(id, stateOf(summary), findEntries(kit.value));
    else await into.remove(id);
    if (kit.ok) unread.delete(id);
    else unread.add(id);
    read.set(id, stateOf(summary));
    unkept += 1;
    await breathe();
  };

  const dropGone = async (from: IndexPort, kits: readonly KitSummary[]): Promise<void> => {
    const listed = new Set(kits.map(({ id }) => id));
    for (const id of [...read.keys()].filter((known) => !listed.has(known))) {
      await from.remove(id);
      read.delete(id);
      unread.delete(id);
      unkept += 1;
    }
  };

  const keep = async (from: IndexPort, enough: number): Promise<void> => {
    if (unkept < enough) return;
    unkept = 0;
    try {
      await from.keep();
    } catch {
      // What was read is found all the same; the next start reads it again.
    }
  };

  /** True where a newer list, a stop or the last listener's leaving ended this round. */
  const isOver = (mine: number): boolean => mine !== round || stopped;

  const readAll = async (into: IndexPort, kits: readonly KitSummary[], mine: number): Promise<void> => {
    const changed = kits.filter((kit) => read.get(kit.id) !== stateOf(kit));
    const before = kits.length - changed.length;
    const choices = before === 0 ? noChoices : await into.choices();
    if (choices === null) return readAnew();
    tell({ state: changed.length === 0 ? "ready" : "reading", kits: kits.length, read: before, choices });
    for (const [at, kit] of changed.entries()) {
      if (isOver(mine)) return;
      await takeIn(into, kit);
      if (at % toldEvery === toldEvery - 1) tell({ read: before + at + 1 });
      await keep(into, keptEvery);
    }
    if (isOver(mine)) return;
    tell({ state: "ready", read: kits.length, choices: (await into.choices()) ?? noChoices });
    await keep(into, keptFrom);
  };

  /** What was kept is damaged: the kits are not, and are read once more. */
  const readAnew = (): void => {
    read.clear();
    void refresh();
  };

  const readListed = async (mine: number): Promise<void> => {
    const listed = list.get();
    if (listed.state === "failed") tell({ state: "failed" });
    if (listed.state !== "ready" || stopped) return;
    const into = await index();
    await dropGone(into, listed.value);
    if (!isOver(mine)) await readAll(into, listed.value, mine);
  };

  const refresh = async (): Promise<void> => {
    round += 1;
    const mine = round;
    try {
      await readListed(mine);
    } catch {
      // A full disk, or a worker that is gone: what was taken in until then is found where it still can be.
      if (mine === round) tellFailed();
    }
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
    find: newestOnly(async (asked) => {
      if (port === null) return { shown: [], count: 0 };
      try {
        const found = await (await port).find(asked);
        if (found !== null) return found;
        readAnew();
      } catch {
        tellFailed();
      }
      return { shown: [], count: 0 };
    }),
    stop: () => {
      stopped = true;
      tell({ state: "stopped" });
    },
    readOn: () => {
      stopped = false;
      void refresh();
    },
  };
};
