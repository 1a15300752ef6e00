import type { Card } from "../../../domain/card/card";
import type { DraftParts } from "./draft-parts";
import { keepCopies } from "./keep-copies";
import { createCopySender } from "./send-copies";

/** Cards in progress of this laptop's person on colleagues' laptops, and theirs on this one. None of them opens elsewhere. */
export interface DraftCopies {
  /** The author's card is saved on this laptop. */
  readonly changed: (card: Card) => void;
  readonly close: () => Promise<void>;
}

/** Calls the listener when the window loses its focus; returns the undo. */
export type OnFocusLost = (listener: () => void) => () => void;

export const openDraftCopies = (parts: DraftParts, onFocusLost: OnFocusLost): DraftCopies => {
  const sender = createCopySender(parts);
  const stopKeeping = keepCopies(parts);
  const undo = onFocusLost(sender.left);
  return {
    changed: sender.changed,
    close: async () => {
      undo();
      await stopKeeping();
      await sender.close();
    },
  };
};
