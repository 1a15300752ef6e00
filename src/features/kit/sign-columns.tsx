import { IconCheck, IconFlag } from "@tabler/icons-react";
import type { SignOwner } from "../../domain/kit/edit/kit-edit";
import type { Indicator, Kit } from "../../domain/kit/kit";
import { GroupLabel } from "../../ui/section";
import { EditableSigns } from "./edit/editable-signs";
import { useEditing } from "./edit/editing";
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
  readonly kit: Kit;
  readonly owner: SignOwner;
  readonly positive: readonly Indicator[];
  readonly negative: readonly Indicator[];
}

/** Indicators in two columns; each side has its own picture beside its heading's words. */
export const SignColumns = (props: SignColumnsProps) =>
  useEditing() === null ? (
    <div className={classes.columns}>
      <Side title={words.goodSigns} signs={props.positive} side="good" />
      <Side title={words.warningSigns} signs={props.negative} side="warning" />
    </div>
  ) : (
    <EditableSigns {...props} />
  );
