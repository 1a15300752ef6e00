import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useKeys } from "../../ui/keys/keys";
import { sectionIds } from "./kit-index";
import { type QuestionKind, stepWithin } from "./questions";
import { words } from "./words";

/** Which question of a section is shown. */
export interface QuestionPager {
  readonly at: number;
  /** True where all are shown below each other. */
  readonly all: boolean;
  readonly step: (by: number) => void;
  readonly show: (position: number) => void;
  readonly toggleAll: () => void;
}

/** Ends typing as a step to the next field does, so that signs that were typed and not added yet are the kit's. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** True while the page goes to paper, on which nobody turns to the next question. */
export const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      leaveField();
      flushSync(() => setPrinting(true));
    };
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
};

/** The place in a list of `count` questions; it stays within the list when the list gets shorter. */
export const useQuestionPager = (count: number): QuestionPager => {
  const [place, setPlace] = useState(0);
  const [all, setAll] = useState(false);
  const at = stepWithin(place, 0, count);
  const printing = usePrinting();
  return {
    at,
    all: all || printing,
    step: (by) => setPlace(stepWithin(at, by, count)),
    show: setPlace,
    toggleAll: () => setAll(!all),
  };
};

/** The section of questions the reader looks at: attitudes once their heading is above the middle of the window. */
const kindInView = (): QuestionKind => {
  const top = document.getElementById(sectionIds.attitude)?.getBoundingClientRect().top ?? Infinity;
  return top < window.innerHeight / 2 ? "attitude" : "competency";
};

/** `j` and `k` turn to the next and previous question of the section in view. */
export const usePagerKeys = (pagers: Readonly<Record<QuestionKind, QuestionPager>>): void => {
  const turn = (by: number) => () => pagers[kindInView()].step(by);
  useKeys({
    title: words.pageKeys,
    scope: "screen",
    bindings: [
      { keys: "j", does: words.nextQuestion, run: turn(1) },
      { keys: "k", does: words.previousQuestion, run: turn(-1) },
    ],
  });
};
