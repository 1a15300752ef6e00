import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";

/** Where a dragged item would go: before this one, or to the end where it is null. */
export type Before = string | null;

interface Reorder {
  /** On the element around the items, each of which carries `data-item`. */
  readonly listRef: (element: HTMLElement | null) => void;
  /** On the handle of one item. */
  readonly handle: (id: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  /** The item that is dragged, and before which one it would be put; null while none is. */
  readonly dragged: { readonly id: string; readonly before: Before } | null;
}

/** Before which item a step up or down puts one; undefined at the ends. */
export const stepTarget = (ids: readonly string[], id: string, by: -1 | 1): Before | undefined => {
  const at = ids.indexOf(id);
  if (at === -1 || at + by < 0 || at + by >= ids.length) return undefined;
  return (by === -1 ? ids[at - 1] : ids[at + 2]) ?? null;
};

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Items put in order by a handle: dragged with the pointer, or moved by the arrow keys while the handle has the focus. */
export const useReorder = (ids: readonly string[], onMove: (id: string, before: Before) => void): Reorder => {
  const list = useRef<HTMLElement | null>(null);
  const [dragged, setDragged] = useState<Reorder["dragged"]>(null);
  const beforeAt = (y: number): Before => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(":scope > [data-item]") ?? [])];
    const below = items.find((item) => {
      const { top, height } = item.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below?.dataset.item ?? null;
  };
  const drop = () => {
    if (dragged !== null && dragged.before !== dragged.id) onMove(dragged.id, dragged.before);
    setDragged(null);
  };
  return {
    listRef: (element) => {
      list.current = element;
    },
    dragged,
    handle: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged({ id, before: id });
      },
      onPointerMove: (event) => {
        if (dragged?.id === id) setDragged({ id, before: beforeAt(event.clientY) });
      },
      onPointerUp: drop,
      onPointerCancel: () => setDragged(null),
      onKeyDown: (event) => {
        const by = steps[event.key];
        if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        const before = stepTarget(ids, id, by);
        if (before !== undefined) onMove(id, before);
      },
    }),
  };
};
