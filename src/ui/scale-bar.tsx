import classes from "./scale-bar.module.css";

/** What a scale bar shows: a value from 1, the sign of a stated absence, or nothing yet. */
export type ScaleMark =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "absent"; readonly sign: "–" | "?" | "~" }
  | { readonly kind: "blank" };

interface ScaleBarProps {
  /** Number of points of the scale, 3 to 7. */
  readonly points: number;
  readonly mark: ScaleMark;
  /** The value's or the absence's name: "Meets", "not asked". Read aloud; shown in an absence. */
  readonly label: string;
}

const cells = (points: number, value: number) =>
  Array.from({ length: points }, (_, index) => (
    // A cell is nothing but its place.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
    <i key={index} data-filled={index < value || undefined} />
  ));

/**
 * A filled bar of as many cells as the scale has points, with the digit; an absence is one outlined cell with its
 * sign and name; a blank is empty cells. No colour says anything the digit or sign does not.
 */
export const ScaleBar = ({ points, mark, label }: ScaleBarProps) => {
  if (mark.kind === "absent") {
    return (
      <span className={classes.absent}>
        <span aria-hidden="true">{mark.sign}</span> {label}
      </span>
    );
  }
  const value = mark.kind === "value" ? mark.value : 0;
  const spoken = mark.kind === "value" ? `${value} of ${points}, ${label}` : label;
  return (
    <span className={classes.bar} role="img" aria-label={spoken} title={label}>
      {cells(points, value)}
      <b>{mark.kind === "value" ? value : ""}</b>
    </span>
  );
};
