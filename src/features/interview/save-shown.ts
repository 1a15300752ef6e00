import type { DraftState } from "../../bindings/services";
import { type Live, type Loadable, liveCell } from "../../domain/live";

export type Save = DraftState["save"];

/** What decides whether everything on the screen is on the disk. */
export interface SaveSources {
  readonly draft: Live<Loadable<DraftState | null>>;
  /** True while letters stand on the screen that the card does not have: they are not saved, whatever the card is. */
  readonly typing: Live<boolean>;
}

export interface SaveHost {
  readonly setTimeout: (act: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

/** The word would flicker with every letter, and each time be drawn, were it said between two letters of a word. */
const calmMs = 300;

const saveOf = ({ draft, typing }: SaveSources): Save => {
  if (typing.get()) return "saving";
  const known = draft.get();
  return known.state === "ready" && known.value !== null ? known.value.save : "saving";
};

/**
 * Whether what is on the screen is saved, as it is told: that it is not, at once; that it is, only after it was so
 * for a moment.
 */
export const createSaveShown = (from: SaveSources, host: SaveHost): Live<Save> => {
  const shown = liveCell(saveOf(from));
  let waiting: number | null = null;
  const look = (): void => {
    if (waiting !== null) host.clearTimeout(waiting);
    waiting = null;
    const save = saveOf(from);
    if (save !== "saved" || shown.get() === "saved") shown.set(save);
    else waiting = host.setTimeout(() => shown.set(saveOf(from)), calmMs);
  };
  const listen = (): (() => void) => {
    look();
    const undo = [from.draft.subscribe(look), from.typing.subscribe(look)];
    return () => {
      if (waiting !== null) host.clearTimeout(waiting);
      for (const end of undo) end();
    };
  };
  return {
    get: shown.get,
    subscribe: (listener) => {
      const undo = [shown.subscribe(listener), listen()];
      return () => {
        for (const end of undo) end();
      };
    },
  };
};
