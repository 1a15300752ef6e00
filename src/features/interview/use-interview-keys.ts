import type { QuestionState, Rating, Tick } from "../../domain/card/card";
import { type KeyBinding, useKeys } from "../../ui/keys/keys";
import { indicatorLetter, type Subject } from "./subject";

interface InterviewActions {
  readonly subject: Subject;
  readonly go: (step: 1 | -1) => void;
  readonly rate: (rating: Rating) => void;
  readonly mark: (state: QuestionState) => void;
  readonly tick: (indicatorId: Tick["indicatorId"], seen: Tick["seen"] | null) => void;
  readonly note: () => void;
  readonly handOff: () => void;
  readonly seal: () => void;
  readonly undo: () => void;
}

const ratingKeys = ({ subject, rate }: InterviewActions): readonly KeyBinding[] =>
  subject.scale.map((point) => ({
    keys: String(point.value),
    does: `Rate ${point.value} ${point.label}`,
    run: () => rate({ kind: "rated", value: point.value }),
  }));

const tickKeys = ({ subject, tick }: InterviewActions): readonly KeyBinding[] =>
  [...subject.positive, ...subject.negative].flatMap((sign, index) => {
    const before = subject.evidence.ticks.find((known) => known.indicatorId === sign.id)?.seen;
    const toggle = (seen: Tick["seen"]) => () => tick(sign.id, before === seen ? null : seen);
    const letter = indicatorLetter(index);
    return [
      { keys: `+ ${letter}`, does: `Seen: ${sign.text}`, run: toggle("seen") },
      { keys: `- ${letter}`, does: `Opposite seen: ${sign.text}`, run: toggle("opposite") },
    ];
  });

const stateKey = (
  actions: InterviewActions,
  keys: string,
  state: QuestionState,
  does: string,
): KeyBinding => ({
  keys,
  does,
  active: actions.subject.state !== null,
  run: () => actions.mark(actions.subject.state === state ? "open" : state),
});

/** The whole interview by keyboard; every key is in the help sheet. */
export const useInterviewKeys = (actions: InterviewActions): void =>
  useKeys({
    title: "Interview",
    scope: "screen",
    bindings: [
      { keys: "j", does: "Next question", run: () => actions.go(1) },
      { keys: "k", does: "Previous question", run: () => actions.go(-1) },
      stateKey(actions, "space", "asked", "Asked"),
      stateKey(actions, "n", "notAsked", "Not asked"),
      ...ratingKeys(actions),
      { keys: "enter", does: "Write a note", run: actions.note },
      { keys: "h", does: "Hand over", run: actions.handOff },
      { keys: "ctrl+enter", does: "Review and seal my card", run: actions.seal },
      { keys: "ctrl+z", does: "Take the last change back", run: actions.undo },
      ...tickKeys(actions),
    ],
  });
