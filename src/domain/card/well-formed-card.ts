import { wellFormedText } from "../sealing/canonical-json";
import type { Card, ExerciseAnswer, Note } from "./card";

const wellFormedNote = (note: Note): Note => ({ ...note, text: wellFormedText(note.text) });

const wellFormedEvidence = <Evidence extends ExerciseAnswer>(evidence: Evidence): Evidence => ({
  ...evidence,
  notes: evidence.notes.map(wellFormedNote),
});

/**
 * The card with every typed text fit for signing: half a character, as some programs leave on the clipboard, becomes
 * U+FFFD. Otherwise one bad paste would keep a whole card from being sealed.
 */
export const wellFormedCard = (card: Card): Card => ({
  ...card,
  answers: card.answers.map(wellFormedEvidence),
  exercise: card.exercise === null ? null : wellFormedEvidence(card.exercise),
  overall:
    card.overall.kind === "noDecision"
      ? { ...card.overall, reason: wellFormedText(card.overall.reason) }
      : card.overall,
  takeaway: wellFormedText(card.takeaway),
  amendReason: wellFormedText(card.amendReason),
});
