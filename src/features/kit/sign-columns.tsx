import { IconCheck, IconFlag } from "@tabler/icons-react";
import type { Indicator } from "../../domain/kit/kit";
import { GroupLabel } from "../../ui/section";
import classes from "./signs.module.css";
import { words } from "./words";

interface SideProps {
  readonly title: string;
  readonly signs: readonly Indicator[];
  readonly side: "good" | "warning";
}

const Side = ({ title, signs, side }: SideProps) => {
  const Sign = side === "good" ? IconCheck : IconFlag;
  return (
    <div data-side={side}>
      <GroupLabel as="h5">{title}</GroupLabel>
      {signs.length === 0 ? <p className={classes.none}>{words.noSigns}</p> : null}
      <ul className={classes.list}>
        {signs.map((sign) => (
          <li key={sign.id}>
            <Sign size={15} stroke={2} aria-hidden="true" />
            {sign.text}
          </li>
        ))}
      </ul>
    </div>
  );
};

interface SignColumnsProps {
  readonly positive: readonly Indicator[];
  readonly negative: readonly Indicator[];
}

/** Indicators in two columns; each side has its own picture beside its heading's words. */
export const SignColumns = ({ positive, negative }: SignColumnsProps) => (
  <div className={classes.columns}>
    <Side title={words.goodSigns} signs={positive} side="good" />
    <Side title={words.warningSigns} signs={negative} side="warning" />
  </div>
);
