import { randomUUID } from "node:crypto";

interface Held<Item> {
  readonly handle: string;
  readonly item: Item;
}

/** What the window holds of main by a handle, one thing at a time: whoever begins another ends the one before, so that a window loaded anew leaves nothing behind. */
export const oneHeld = <Item>(end: (item: Item) => Promise<void>) => {
  let held: Held<Item> | null = null;
  const drop = async (handle?: string): Promise<void> => {
    if (held === null || (handle !== undefined && held.handle !== handle)) return;
    const { item } = held;
    held = null;
    await end(item);
  };
  return {
    drop,
    hold: async (item: Item): Promise<string> => {
      await drop();
      const handle = randomUUID();
      held = { handle, item };
      return handle;
    },
    get: (handle: string): Item | null => (held?.handle === handle ? held.item : null),
  };
};
