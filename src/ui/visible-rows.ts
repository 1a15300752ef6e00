/** Which rows of a long list are drawn: from `first` up to, without, `end`. */
export interface VisibleRows {
  readonly first: number;
  readonly end: number;
}

/** How many rows are drawn beyond what is seen, on each side, so that scrolling shows no gap. */
export const spareRows = 12;

/** The rows in sight and some more, for rows of one height in px. */
export const visibleRows = (
  count: number,
  rowHeight: number,
  seen: { readonly top: number; readonly height: number },
): VisibleRows => {
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spareRows);
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + spareRows);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, Math.min(count, 1)) };
};
