/** How far up its scale a value lies: the shade of its cell in a heat map. */
export type HeatStep = 1 | 2 | 3 | 4;

/** The step of a value from 1 to `points`, in four equal parts of the scale; the digit in the cell says the value exactly. */
export const heatStep = (value: number, points: number): HeatStep => {
  const share = (value - 1) / (points - 1);
  if (share < 0.25) return 1;
  if (share < 0.5) return 2;
  return share < 0.75 ? 3 : 4;
};
