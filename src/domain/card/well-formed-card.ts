import { wellFormedText } from "../sealing/canonical-json";
import type { Card, Evidence, ExerciseAnswer, Note, RolePlay } from "./card";

const wellFormedNote = (note: Note): Note => ({ ...note, text: wellFormedText(note.text) });

const wellFormedEvidence = <Seen extends Evidence>(evidence: Seen): Seen => ({
  ...evidence,
  notes: evidence.notes.map(wellFormedNote),
});

const wellFormedExercise = (exercise: ExerciseAnswer): ExerciseAnswer => ({
  ...wellFormedEvidence(exercise),
  testAnswers: exercise.testAnswers.map((answer) => ({ ...answer, text: wellFormedText(answer.text) })),
});

const wellFormedRolePlay = (rolePlay: RolePlay): RolePlay => ({
  ...rolePlay,
  delivered: rolePlay.delivered.map((tension) => ({ ...tension, text: wellFormedText(tension.text) })),
  breaches: rolePlay.breaches.map((breach) => ({ ...breach, text: wellFormedText(breach.text) })),
});

/**
 * The card with every typed text fit for signing: half a character, as some programs leave on the clipboard, becomes
 * U+FFFD. Otherwise one bad paste would keep a whole card from being sealed.
 */
export const wellFormedCard = (card: Card): Card => ({
  ...card,
  answers: card.answers.map(wellFormedEvidence),
  exercise: card.exercise && wellFormedExercise(card.exercise),
  rolePlay: card.rolePlay && wellFormedRolePlay(card.rolePlay),
  onBehalf: card.onBehalf && { ...card.onBehalf, reason: wellFormedText(card.onBehalf.reason) },
  overall:
    card.overall.kind === "noDecision"
      ? { ...card.overall, reason: wellFormedText(card.overall.reason) }
      : card.overall,
  takeaway: wellFormedText(card.takeaway),
  amendReason: wellFormedText(card.amendReason),
});
