import type { LoopView } from "../../domain/loop/loop-view";
import { Notice } from "../../ui/notice";
import { myCardState } from "./my-card";

/**
 * What to say before a slot is started whose card its person has begun on another laptop; null where nobody has. Told by
 * how far that card is, which is all that leaves the other laptop.
 */
export const begunElsewhere = (view: LoopView, slotId: string): string | null => {
  const progress = myCardState(view, slotId)?.progress ?? null;
  if (progress === null) return null;
  const far = `${progress.answered} of ${progress.of} answered`;
  return `You have begun this card (${far}), and this laptop does not hold it. If it is on another laptop of yours, go on there. Starting here writes a second card: where both are sealed, the panel waits until you say which one counts.`;
};

/** Says it in the flow of the page; whoever wants to starts here all the same. */
export const OtherLaptop = ({ view, slotId }: { readonly view: LoopView; readonly slotId: string }) => {
  const text = begunElsewhere(view, slotId);
  return text === null ? null : <Notice tone="attention">{text}</Notice>;
};
