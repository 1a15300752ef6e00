import type { LoopView } from "../../../src/domain/loop/loop-view";
import { panel } from "./loop-day";

const without: readonly string[] = [panel.ines.personId, panel.priya.personId];

/** Two keys have not come: of somebody who left, and of somebody whose laptop is still here. */
export const keysLacking = (view: LoopView): LoopView => ({
  ...view,
  cards: view.cards.map((state) =>
    without.includes(state.personId)
      ? { ...state, sealed: state.sealed.map((one) => ({ ...one, opened: { state: "withheld" } })) }
      : state,
  ),
});
