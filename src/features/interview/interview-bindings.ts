import type { AbsenceReason, QuestionState, Rating, Tick } from "../../domain/card/card";
import type { KeyBinding } from "../../ui/keys/keys";
import type { LetterMode } from "./indicators";
import { letters, signAt } from "./sign-letters";
import type { Subject } from "./subject";
import { absenceOrBlank } from "./toggled-rating";

export interface InterviewActions {
  readonly subject: Subject;
  readonly mode: LetterMode;
  readonly setMode: (mode: LetterMode) => void;
  readonly go: (step: 1 | -1) => void;
  readonly rate: (rating: Rating) => void;
  readonly mark: (state: QuestionState) => void;
  readonly tick: (indicatorId: Tick["indicatorId"], seen: Tick["seen"] | null) => void;
  readonly note: (quote: boolean) => void;
  readonly handOff: () => void;
  readonly seal: () => void;
  readonly undo: KeyBinding;
}

const ratingKeys = ({ subject, rate }: InterviewActions): readonly KeyBinding[] =>
  subject.scale.map((point) => ({
    keys: String(point.value),
    does: `Rate ${point.value}, ${point.label}`,
    run: () => rate({ kind: "rated", value: point.value }),
  }));

const usualKeys = (actions: InterviewActions): readonly KeyBinding[] => {
  const { subject, setMode, go, mark, rate, note } = actions;
  const absence = (reason: AbsenceReason) => absenceOrBlank(subject.evidence.rating, reason);
  const isQuestion = subject.state !== null;
  return [
    { keys: "j", does: "Next question", run: () => go(1) },
    { keys: "k", does: "Previous question", run: () => go(-1) },
    { keys: "space", does: "Asked", active: isQuestion, run: () => mark("asked") },
    { keys: "p", does: "Asked, with a prompt", active: isQuestion, run: () => mark("prompted") },
    { keys: "n", does: "Not asked", active: isQuestion, run: () => mark("notAsked") },
    { keys: "t", does: "Skipped for time", active: isQuestion, run: () => mark("skippedForTime") },
    ...ratingKeys(actions),
    { keys: "o", does: "No rating: not observed", run: () => rate(absence("notObserved")) },
    { keys: "i", does: "No rating: not enough evidence", run: () => rate(absence("insufficientEvidence")) },
    { keys: "+", does: "Tick a sign as seen: then its letter", run: () => setMode("seen") },
    { keys: "-", does: "The opposite was seen: then its letter", run: () => setMode("opposite") },
    { keys: "enter", does: "Write a note", run: () => note(false) },
    {
      keys: "ctrl+q",
      does: "Write a quote; in a note: these are the candidate’s words",
      run: () => note(true),
    },
    { keys: "h", does: "Hand over", run: actions.handOff },
    { keys: "ctrl+enter", does: "Review and seal my card", run: actions.seal },
    actions.undo,
  ];
};

/** While a letter is awaited every letter is a sign's, and every other key ends the waiting before it acts. */
const letterKeys = (actions: InterviewActions, seen: Tick["seen"]): readonly KeyBinding[] => {
  const { subject, tick, setMode } = actions;
  const press = (letter: string) => () => {
    setMode(null);
    const sign = signAt(subject, letter);
    if (sign === null) return;
    const before = subject.evidence.ticks.find((known) => known.indicatorId === sign.id)?.seen;
    tick(sign.id, before === seen ? null : seen);
  };
  return [
    ...letters.map((letter) => ({
      keys: letter,
      does: "Tick the sign with this letter",
      run: press(letter),
    })),
    { keys: "escape", does: "Leave the letters", run: () => setMode(null) },
  ];
};

const endingTheMode = (actions: InterviewActions, binding: KeyBinding): KeyBinding => ({
  ...binding,
  run: () => {
    actions.setMode(null);
    binding.run();
  },
});

/** The keys of the moment: the usual ones, or the letters first while one is awaited. */
export const interviewBindings = (actions: InterviewActions): readonly KeyBinding[] => {
  const usual = usualKeys(actions);
  if (actions.mode === null) return usual;
  return [...letterKeys(actions, actions.mode), ...usual.map((binding) => endingTheMode(actions, binding))];
};
