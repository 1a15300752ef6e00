import type { ReactNode } from "react";
import type { TextSpot } from "../../../domain/kit/edit/kit-edit";
import { textAt } from "../../../domain/kit/edit/set-text";
import type { Kit } from "../../../domain/kit/kit";
import { type Editing, useEditing } from "./editing";
import { GrowingField } from "./growing-field";

interface EditableTextProps {
  readonly kit: Kit;
  readonly spot: TextSpot;
  /** What the field is called for those who do not see where it stands: "Question". */
  readonly label: string;
  /** Shown in an empty field; the label where it is left out. */
  readonly placeholder?: string;
  /** How it reads while the kit is only read. */
  readonly children?: ReactNode;
}

const Field = ({
  kit,
  spot,
  label,
  placeholder,
  editing,
}: EditableTextProps & { readonly editing: Editing }) => (
  <GrowingField
    label={label}
    placeholder={placeholder}
    value={textAt(kit, spot) ?? ""}
    onType={(text) =>
      textAt(editing.change({ type: "setText", spot, text }, JSON.stringify(spot)), spot) ?? ""
    }
  />
);

/** One text of the kit: read as its children, edited in its place. */
export const EditableText = (props: EditableTextProps) => {
  const editing = useEditing();
  return editing === null ? props.children : <Field {...props} editing={editing} />;
};
