import type { ReactNode } from "react";
import classes from "./chip.module.css";

interface ChipProps {
  /** `attention` is amber on its soft ground, `accent` teal, `quiet` an outline. */
  readonly tone?: "quiet" | "accent" | "attention";
  readonly children: ReactNode;
}

/** A few words set apart: a state, a count, a remark. */
export const Chip = ({ tone = "quiet", children }: ChipProps) => (
  <span className={classes.chip} data-tone={tone}>
    {children}
  </span>
);
