import { type Live, liveCell } from "../../domain/live";

/** Part of a live value; it changes only when that part is another object. */
export const partOf = <Whole, Part>(
  whole: Live<Whole>,
  pick: (whole: Whole) => Part,
): { readonly live: Live<Part>; readonly undo: () => void } => {
  const part = liveCell(pick(whole.get()));
  return { live: part, undo: whole.subscribe(() => part.set(pick(whole.get()))) };
};

/** The first of two that has something to say. */
export const firstOf = <Value>(one: Live<Value | null>, other: Live<Value | null>): Live<Value | null> => ({
  get: () => one.get() ?? other.get(),
  subscribe: (listener) => {
    const undos = [one.subscribe(listener), other.subscribe(listener)];
    return () => {
      for (const undo of undos) undo();
    };
  },
});
