import { type Live, liveCell } from "../../domain/live";

/** Part of a live value; it changes only when that part is another object. */
export const partOf = <Whole, Part>(
  whole: Live<Whole>,
  pick: (whole: Whole) => Part,
): { readonly live: Live<Part>; readonly undo: () => void } => {
  const part = liveCell(pick(whole.get()));
  return { live: part, undo: whole.subscribe(() => part.set(pick(whole.get()))) };
};
