import type { HandOff, LoopView } from "../../domain/loop/loop-view";

/** The notes for this laptop's person: to them or to all, never their own. */
export const handedToMe = (view: LoopView): readonly HandOff[] =>
  view.handOffs.filter(
    ({ to, from }) => from !== view.me?.personId && (to === null || to === view.me?.personId),
  );
