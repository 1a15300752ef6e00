import { ActionIcon, Button } from "@mantine/core";
import { IconGripVertical, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { EditedList, KitEdit } from "../../../domain/kit/edit/kit-edit";
import { type Before, useReorder } from "../../../ui/use-reorder";
import classes from "./edit.module.css";
import { useEditing } from "./editing";
import { words } from "./words";

/** A bin that takes out what is named. */
export const RemoveWith = ({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) => (
  <ActionIcon variant="subtle" color="gray" aria-label={words.remove(name)} onClick={onRemove}>
    <IconTrash size={15} stroke={1.8} aria-hidden="true" />
  </ActionIcon>
);

/** Takes one item out; nothing while the kit is only read. */
export const Remove = ({ edit, name }: { readonly edit: KitEdit; readonly name: string }) => {
  const editing = useEditing();
  return editing === null ? null : <RemoveWith name={name} onRemove={() => void editing.change(edit)} />;
};

/** A button that makes something new; nothing while the kit is only read. */
export const Add = ({
  label,
  edit,
}: {
  readonly label: string;
  readonly edit: (salt: string) => KitEdit;
}) => {
  const editing = useEditing();
  return editing === null ? null : (
    <Button
      variant="subtle"
      size="xs"
      className={classes.add}
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => editing.change(edit(editing.newSalt()))}
    >
      {label}
    </Button>
  );
};

type Handle = ReturnType<typeof useReorder>["handle"];

/** What an item is put in order by. */
export const MoveHandle = ({ name, ...moves }: { readonly name: string } & ReturnType<Handle>) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    className={classes.handle}
    aria-label={words.move(name)}
    title={words.moveHint}
    {...moves}
  >
    <IconGripVertical size={15} stroke={1.8} aria-hidden="true" />
  </ActionIcon>
);

interface OrderedProps<Item extends { readonly id: string }> {
  readonly items: readonly Item[];
  readonly onMove: (id: string, before: Before) => void;
  readonly nameOf: (item: Item) => string;
  readonly className?: string | undefined;
  readonly children: (item: Item) => ReactNode;
}

/** Items with a handle each, to be put in order by dragging or with the arrow keys. */
export const Ordered = <Item extends { readonly id: string }>(props: OrderedProps<Item>) => {
  const { items, onMove, nameOf, className, children } = props;
  const { listRef, handle, dragged } = useReorder(
    items.map(({ id }) => id),
    onMove,
  );
  return (
    <ul ref={listRef} className={className ?? classes.ordered}>
      {items.map((item) => (
        <li
          key={item.id}
          data-item={item.id}
          data-dragged={dragged?.id === item.id || undefined}
          data-before={(dragged !== null && dragged.before === item.id) || undefined}
        >
          <MoveHandle name={nameOf(item)} {...handle(item.id)} />
          {children(item)}
        </li>
      ))}
    </ul>
  );
};

/** Moves an item of one of the kit's lists. */
export const useMove = (list: EditedList): ((id: string, before: Before) => void) => {
  const editing = useEditing();
  return (id, before) => void editing?.change({ type: "move", list, id, before });
};
