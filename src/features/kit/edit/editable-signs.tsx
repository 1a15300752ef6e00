import type { SignOwner, SignSide } from "../../../domain/kit/edit/kit-edit";
import type { Indicator, Kit } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "../signs.module.css";
import { words as kitWords } from "../words";
import { AddSigns } from "./add-signs";
import editClasses from "./edit.module.css";
import { EditableText } from "./editable-text";
import { useEditing } from "./editing";
import { Ordered, Remove } from "./tools";
import { words } from "./words";

interface EditableSignsProps {
  readonly kit: Kit;
  readonly owner: SignOwner;
  readonly positive: readonly Indicator[];
  readonly negative: readonly Indicator[];
}

const Side = ({
  kit,
  owner,
  signs,
  side,
}: Omit<EditableSignsProps, SignSide> & {
  readonly signs: readonly Indicator[];
  readonly side: SignSide;
}) => {
  const editing = useEditing();
  const isGood = side === "positive";
  return (
    <div data-side={isGood ? "good" : "warning"}>
      <GroupLabel as="h5">{isGood ? kitWords.goodSigns : kitWords.warningSigns}</GroupLabel>
      <Ordered
        items={signs}
        nameOf={({ text }) => text}
        onMove={(id, before) => void editing?.change({ type: "moveSign", id, side, before })}
      >
        {(sign) => (
          <>
            <EditableText
              kit={kit}
              spot={{ in: "sign", id: sign.id }}
              label={isGood ? words.goodSign : words.warningSign}
            />
            <Remove edit={{ type: "removeSign", id: sign.id }} name={sign.text} />
          </>
        )}
      </Ordered>
      <div className={editClasses.addSigns}>
        <AddSigns owner={owner} side={side} label={isGood ? words.addGood : words.addWarning} />
      </div>
    </div>
  );
};

/** Indicators in two columns, each to be changed, moved and taken out. */
export const EditableSigns = ({ kit, owner, positive, negative }: EditableSignsProps) => (
  <div className={classes.columns}>
    <Side kit={kit} owner={owner} signs={positive} side="positive" />
    <Side kit={kit} owner={owner} signs={negative} side="negative" />
  </div>
);
