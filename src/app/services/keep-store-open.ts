import type { Store } from "../../store/open-store";
import { type After, afterTimeout } from "../loop/after";

/** How long a store that broke is left alone before it is opened again. */
export const reopenPauseMs = 2_000;

/**
 * Opens a store again and again that a full disk or a lost backing store broke, so that what waits is written as soon as
 * there is room, without anybody having to restart. Returns the undo.
 */
export const keepStoreOpen = (
  { health, reopen }: Pick<Store, "health" | "reopen">,
  after: After = afterTimeout,
): (() => void) => {
  let forget: (() => void) | null = null;
  const tryAgain = async (): Promise<void> => {
    await reopen();
    forget = null;
    look();
  };
  const look = (): void => {
    if (health.get().state === "broken") forget ??= after(reopenPauseMs, () => void tryAgain());
  };
  const undo = health.subscribe(look);
  look();
  return () => {
    undo();
    forget?.();
  };
};
