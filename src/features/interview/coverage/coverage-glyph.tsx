import type { CellState } from "../../../domain/loop/coverage/coverage-board";

const picture = (state: CellState) => {
  switch (state) {
    case "asked":
      return (
        <>
          <rect x="1" y="1" width="14" height="14" rx="2.5" fill="var(--accent)" />
          <path d="M4.5 8.4l2.4 2.4 4.6-5" fill="none" stroke="var(--on-accent)" strokeWidth="1.8" />
        </>
      );
    case "planned":
      return (
        <rect
          x="1.8"
          y="1.8"
          width="12.4"
          height="12.4"
          rx="2.5"
          fill="none"
          stroke="var(--soft)"
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      );
    case "missed":
      return (
        <>
          <rect
            x="1.8"
            y="1.8"
            width="12.4"
            height="12.4"
            rx="2.5"
            fill="none"
            stroke="var(--attention)"
            strokeWidth="1.5"
          />
          <path d="M5 5l6 6M11 5l-6 6" stroke="var(--attention)" strokeWidth="1.6" />
        </>
      );
    case "none":
      return <circle cx="8" cy="8" r="1.2" fill="var(--faint)" />;
  }
};

/** What became of a competency in a slot, as a shape: a tick in a full square, a dashed one, a crossed one, a dot. */
export const CoverageGlyph = ({ state }: { readonly state: CellState }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {picture(state)}
  </svg>
);

const raterCells = { filled: "full", expected: "hatched", empty: "open" } as const;
type RaterCell = (typeof raterCells)[keyof typeof raterCells];

const cellAt = (index: number, raters: number, expected: number): RaterCell => {
  if (index < raters) return raterCells.filled;
  return index < raters + expected ? raterCells.expected : raterCells.empty;
};

const RaterBox = ({ x, cell }: { readonly x: number; readonly cell: RaterCell }) => (
  <g transform={`translate(${x} 0)`}>
    <rect
      x="0.7"
      y="0.7"
      width="12.6"
      height="8.6"
      rx="2"
      fill={cell === "full" ? "var(--accent)" : "none"}
      stroke={cell === "full" ? "var(--accent)" : "var(--soft)"}
      strokeWidth="1.2"
    />
    {cell === "hatched" ? (
      <path d="M2 9L8 1M6 9l6-8M10 9l3-4M1 5l3-4" stroke="var(--soft)" strokeWidth="1" />
    ) : null}
  </g>
);

interface RaterBoxesProps {
  readonly wanted: number;
  readonly raters: number;
  readonly expected: number;
}

/** One box per rater a competency needs: full for those heard, hatched for those still planned, open where nobody is. */
export const RaterBoxes = ({ wanted, raters, expected }: RaterBoxesProps) => (
  <svg viewBox={`0 0 ${wanted * 16} 10`} width={wanted * 16} height="10" aria-hidden="true">
    {Array.from({ length: wanted }, (_, index) => (
      // A box is nothing but its place.
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
      <RaterBox key={index} x={index * 16} cell={cellAt(index, raters, expected)} />
    ))}
  </svg>
);
