import type { IdService } from "../../bindings/services";
import { type DeviceId, type LoopId, timestampSchema } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import { type Live, liveCell } from "../../domain/live";
import { type KeptWords, takenAway, withKeptWords } from "../../domain/loop/kept-words";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Store } from "../../store/open-store";
import type { WordsTaken } from "../../sync/gate/watch-words";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";

export interface KeepWordsParts {
  readonly store: Pick<Store, "keptWords">;
  readonly ids: IdService;
  readonly loopId: LoopId;
  readonly loop: LoopDoc;
  readonly ownDevice: DeviceId;
  readonly view: Live<Pick<LoopView, "devices">>;
}

/** What shared notes said before a colleague's laptop took it away, until it is back in them or was dismissed here. */
export interface WordKeeper {
  readonly kept: Live<readonly KeptWords[]>;
  readonly taken: (taken: WordsTaken) => void;
  readonly putBack: (id: string) => void;
  readonly dismiss: (id: string) => void;
  readonly close: () => Promise<void>;
}

/** Keeps them in this laptop's store, so that they outlive a restart. What cannot be written is still shown. */
export const keepWords = ({ store, ids, loopId, loop, ownDevice, view }: KeepWordsParts): WordKeeper => {
  const kept = liveCell<readonly KeptWords[]>([]);
  const turns = inTurn();
  const write = oneOf(turns, async () => {
    await store.keptWords.put(loopId, kept.get());
  });
  const change = (next: readonly KeptWords[]): void => {
    if (next.length === kept.get().length && next.every((one, index) => one === kept.get()[index])) return;
    kept.set(next);
    void write();
  };
  const isMissing = ({ note, words }: KeptWords): boolean => !loop.note(note).includes(words);
  /** Whoever put words back, here or elsewhere: they are no loss any more. */
  const settle = (): void => change(kept.get().filter(isMissing));
  const loaded = turns.run(async () => {
    const found = await store.keptWords.ofLoop(loopId);
    if (found.ok) change(kept.get().reduce(withKeptWords, found.value).filter(isMissing));
  });
  const ownerOf = (deviceId: DeviceId | null) =>
    view.get().devices.find((device) => device.deviceId === deviceId)?.personId ?? null;
  /** Who took the words away; nobody where that is the word of a laptop that is not also theirs, which could name the writer. */
  const writerOf = ({ deviceId, passedBy }: Pick<WordsTaken, "deviceId" | "passedBy">) => {
    const owner = ownerOf(deviceId);
    return passedBy === null || ownerOf(passedBy) === owner ? owner : null;
  };
  const undo = loop.observe(({ discussions, slotNotes }) => {
    if (kept.get().length > 0 && discussions.size + slotNotes.size > 0) settle();
  });
  return {
    kept,
    taken: (taken) => {
      // Nobody else tells this laptop what it did itself: somebody hides behind its name.
      const deviceId = taken.deviceId === ownDevice ? null : taken.deviceId;
      const how = takenAway(taken, writerOf({ ...taken, deviceId }));
      if (how === null) return;
      const { note, passedBy, before: words } = taken;
      const passed = deviceId === null || passedBy === null ? {} : { passedBy };
      const at = timestampSchema.parse(ids.now());
      const next = withKeptWords(kept.get(), { id: ids.newId(), note, words, how, deviceId, ...passed, at });
      change(next.filter(isMissing));
    },
    putBack: (id) => {
      const one = kept.get().find((known) => known.id === id);
      if (one !== undefined) loop.putBack(one.note, one.words);
      settle();
    },
    dismiss: (id) => change(kept.get().filter((known) => known.id !== id)),
    close: async () => {
      undo();
      await loaded;
      await turns.idle();
    },
  };
};
