import type { BorrowedHere, Failure } from "../../../bindings/services";
import { inTurn, oneOf } from "../../../domain/in-turn";
import { type Live, liveCell } from "../../../domain/live";
import type { LoopDay } from "../../../domain/loop/day/loop-day";
import { mayWipeByItself, wipeOutlook } from "../../../domain/loop/day/wipe-outlook";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { RequiredCard } from "../../../domain/loop/plan";
import { ok, type Result } from "../../../domain/result";
import type { Store } from "../../../store/open-store";
import { type After, afterTimeout } from "../after";
import type { OpenLoop } from "../open-loop";

export interface Borrowed {
  /** How it stands with this laptop; null where it is nobody else's. */
  readonly state: Live<BorrowedHere | null>;
  /** Takes the loop off this laptop whatever is lost; a colleague's laptop hears of it where one is here. */
  readonly wipe: () => Promise<Result<void, Failure>>;
  readonly close: () => void;
}

export interface BorrowedParts {
  readonly open: OpenLoop;
  readonly borrowed: boolean;
  readonly drafts: Pick<Store["drafts"], "ofLoop">;
  readonly after: After;
  /** Closes the loop here and removes everything of it; called again where something of that failed. */
  readonly takeOff: () => Promise<Result<void, Failure>>;
}

/** So long the last word waits until a colleague's laptop has it. */
const lastWordMs = 20_000;

/** What the others hold is compared with this laptop's document only so long after a change of it. */
const comparedMs = 300;

const compared = (): Promise<void> =>
  new Promise((resolve) => {
    afterTimeout(comparedMs, resolve);
  });

/** Resolves once it holds, or after the time. */
const until = (values: readonly Live<unknown>[], holds: () => boolean, after: After): Promise<void> =>
  new Promise((resolve) => {
    const undos: (() => void)[] = [];
    const settle = (): void => {
      for (const undo of undos.splice(0)) undo();
      resolve();
    };
    const look = (): void => {
      if (holds()) settle();
    };
    undos.push(...values.map((value) => value.subscribe(look)), after(lastWordMs, settle));
    look();
  });

/** The drafts of others' cards on this laptop; null until the disk was asked, where its person types any in. */
const followTyping = (view: Live<LoopView>, drafts: BorrowedParts["drafts"]) => {
  const turns = inTurn();
  const cell = liveCell<readonly RequiredCard[] | null>(null);
  const maySomebody = (): boolean => {
    const { me, cards } = view.get();
    return cards.some(({ typists }) => typists?.some(({ by }) => by === me?.personId) ?? false);
  };
  const read = oneOf(turns, async () => {
    const found = maySomebody() ? await drafts.ofLoop(view.get().loopId) : ok({ rows: [] });
    // What cannot be read is not known to be nothing: the laptop does not wipe itself then.
    if (!found.ok) return;
    const others = found.value.rows
      .map(({ value: { card } }) => ({ slotId: card.slotId, personId: card.personId }))
      .filter(({ personId }) => personId !== view.get().me?.personId);
    if (JSON.stringify(others) !== JSON.stringify(cell.get())) cell.set(others);
  });
  const start = (): (() => void) => {
    void read();
    return view.subscribe(() => void read());
  };
  return { get: cell.get, subscribe: cell.subscribe, start };
};

const saidBorrowed = ({ borrowed }: LoopDay, deviceId: string): boolean =>
  borrowed.some((one) => one.deviceId === deviceId && one.wipedAt === null);

/** Watches over a borrowed laptop: says so in the loop's log, and wipes it once nothing would be lost by that. */
export const keepBorrowed = ({ open, borrowed, drafts, after, takeOff }: BorrowedParts): Borrowed => {
  const { state, room, acts, device } = open;
  const typing = followTyping(state.view, drafts);
  const now = (): BorrowedHere => ({
    state: "kept",
    outlook: wipeOutlook(state.view.get(), room.state.get().peers, typing.get() ?? []),
  });
  const cell = liveCell<BorrowedHere | null>(borrowed ? now() : null);
  let saying = false;
  const undos: (() => void)[] = [];
  const close = (): void => {
    for (const undo of undos.splice(0)) undo();
  };
  /** The last word of this laptop in the loop, and some time for it to be heard. */
  const sayGoodbye = async (): Promise<void> => {
    const view = state.view.get();
    const lost = wipeOutlook(view, room.state.get().peers, typing.get() ?? []);
    // A laptop that may not sign any more, for instance one that was removed, is wiped all the same.
    const told = await acts.sayWiped([...lost.drafts], [...lost.unsafe]);
    const isHeard = (): boolean => {
      const { peers } = room.state.get();
      return peers.length === 0 || peers.some(({ holds }) => holds === "all");
    };
    if (told.ok) {
      await compared();
      await until([room.state], isHeard, after);
    }
    close();
  };
  let saidGoodbye = false;
  const wipeOnce = async (): Promise<Result<void, Failure>> => {
    cell.set({ state: "wiping" });
    // Tried again after a failure, the loop is closed already: nothing can be said in it and nobody be waited for.
    if (!saidGoodbye) await sayGoodbye();
    saidGoodbye = true;
    const done = await takeOff();
    cell.set(done.ok ? { state: "wiped" } : { state: "failed", failure: done.error });
    return done;
  };
  let underWay: Promise<Result<void, Failure>> | null = null;
  const wipe = (): Promise<Result<void, Failure>> => {
    if (cell.get()?.state === "wiped") return Promise.resolve(ok(undefined));
    underWay ??= wipeOnce().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const say = async (): Promise<void> => {
    const view = state.view.get();
    if (saying || view.me === null || saidBorrowed(view.day, device.deviceId)) return;
    saying = true;
    await acts.sayBorrowed();
    saying = false;
  };
  const look = (): void => {
    if (cell.get()?.state !== "kept") return;
    cell.set(now());
    const typed = typing.get();
    if (typed !== null && mayWipeByItself(state.view.get(), room.state.get().peers, typed)) void wipe();
    else void say();
  };
  if (borrowed) {
    undos.push(
      state.view.subscribe(look),
      room.state.subscribe(look),
      typing.subscribe(look),
      typing.start(),
    );
    look();
  }
  return { state: cell, wipe, close };
};
