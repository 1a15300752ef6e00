import type { ReactNode } from "react";
import type { EditedList } from "../../../domain/kit/edit/kit-edit";
import classes from "../parts.module.css";
import editClasses from "./edit.module.css";
import { useEditing } from "./editing";
import { Ordered, Remove, useMove } from "./tools";

interface NumberedLinesProps<Item extends { readonly id: string }> {
  readonly list: EditedList;
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A numbered list of the kit; while it is edited its lines are put in order and taken out. */
export const NumberedLines = <Item extends { readonly id: string }>(props: NumberedLinesProps<Item>) => {
  const { list, items, nameOf, children } = props;
  const editing = useEditing();
  const move = useMove(list);
  if (editing === null)
    return (
      <ol className={classes.numbered}>
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ol>
    );
  return (
    <Ordered items={items} nameOf={nameOf} onMove={move}>
      {(item) => (
        <>
          <div className={editClasses.body}>{children(item)}</div>
          <Remove edit={{ type: "remove", list, id: item.id }} name={nameOf(item)} />
        </>
      )}
    </Ordered>
  );
};
