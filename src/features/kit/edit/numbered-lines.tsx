import type { ReactNode } from "react";
import { placeKey } from "../go-to-place";
import classes from "../parts.module.css";
import editClasses from "./edit.module.css";
import { useEditing } from "./editing";
import { Ordered, Remove, useMove } from "./tools";

const parts = {
  knockOuts: "knockOut",
  videoPrompts: "videoPrompt",
  resumeCriteria: "resumeCriterion",
} as const;

interface NumberedLinesProps<Item extends { readonly id: string }> {
  readonly list: "knockOuts" | "videoPrompts" | "resumeCriteria";
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
          <li key={item.id} data-place={placeKey({ part: parts[list], id: item.id })}>
            {children(item)}
          </li>
        ))}
      </ol>
    );
  return (
    <Ordered items={items} nameOf={nameOf} onMove={move}>
      {(item) => (
        <>
          <div className={editClasses.body} data-place={placeKey({ part: parts[list], id: item.id })}>
            {children(item)}
          </div>
          <Remove edit={{ type: "remove", list, id: item.id }} name={nameOf(item)} />
        </>
      )}
    </Ordered>
  );
};
