import type { Bridge } from "../../../electron/contract/bridge";
import type { Surroundings } from "../../../electron/contract/lan";
import type { Nearby } from "../../bindings/services";
import { type Live, liveCell } from "../../domain/live";
import { expectedOnly } from "../../shell/bridge-shell";

/** Main stops looking by itself after a minute. */
const sayAgainMs = 20_000;

const notLooking: Nearby = { loops: [], listening: true };

/** The open loops around this laptop. It looks for as long as somebody listens, and not a moment longer. */
export const createNearbyLoops = (
  lan: Pick<Bridge["lan"], "look" | "stopLooking" | "onNearby">,
): Live<Nearby> => {
  const state = liveCell<Nearby>(notLooking);
  let listeners = 0;
  let end: () => void = () => undefined;

  const show = (now: Surroundings): void => state.set(now);
  const begin = (): void => {
    const undo = lan.onNearby(show);
    const look = async (): Promise<void> => {
      const now = expectedOnly(await lan.look());
      if (now.ok && listeners > 0) show(now.value);
    };
    const timer = setInterval(() => void look(), sayAgainMs);
    void look();
    end = () => {
      undo();
      clearInterval(timer);
      state.set(notLooking);
      void lan.stopLooking();
    };
  };
  return {
    get: state.get,
    subscribe: (listener) => {
      const undo = state.subscribe(listener);
      listeners += 1;
      if (listeners === 1) begin();
      let subscribed = true;
      return () => {
        if (!subscribed) return;
        subscribed = false;
        undo();
        listeners -= 1;
        if (listeners === 0) end();
      };
    },
  };
};
