import type { Live } from "../../domain/live";
import type { After } from "./after";

/** So long an act waits until this laptop has what the others hold, before it is refused. */
const waitMs = 5_000;

/** Resolves with true once this laptop lacks nothing that the others here hold, with false where that takes too long. */
export const whenCaughtUp =
  (behind: Live<boolean>, after: After): (() => Promise<boolean>) =>
  () => {
    if (!behind.get()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (caughtUp: boolean): void => {
        undo();
        stop();
        resolve(caughtUp);
      };
      const undo = behind.subscribe(() => {
        if (!behind.get()) settle(true);
      });
      const stop = after(waitMs, () => settle(false));
    });
  };
