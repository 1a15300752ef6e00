import type { Bridge } from "../../../electron/contract/bridge";
import type { JoinProgress } from "../../../electron/contract/lan";
import type { Joining, JoinState } from "../../bindings/services";
import { liveCell } from "../../domain/live";
import { expectedOnly } from "../../shell/bridge-shell";

/** A laptop that was let in: what the store has to know of the loop before it is opened. */
export type Admission = Extract<JoinProgress, { readonly step: "admitted" }>;

const connecting: JoinState = {
  step: "connecting",
  words: [],
  compareWords: false,
  loopId: null,
  problem: null,
};

/** What the screen shows of a step; the words stay in view once they are there. */
const shown = (before: JoinState, progress: JoinProgress): JoinState => {
  switch (progress.step) {
    case "connecting":
      return connecting;
    case "waiting":
      return {
        ...before,
        step: "waiting",
        words: progress.words,
        compareWords: progress.compareWords && !progress.wordsConfirmed,
      };
    case "admitted":
      return { ...before, step: "admitted", compareWords: false, loopId: progress.loopId };
    case "refused":
    case "failed":
      return { ...before, step: progress.step, compareWords: false, problem: progress.problem };
  }
};

const isLast = ({ step }: JoinProgress): boolean =>
  step === "admitted" || step === "refused" || step === "failed";

/**
 * Knocks at a facilitator's door. The state says `admitted` only after `keep` has stored the loop, so that whoever
 * goes there finds it. `cancel` is safe at any time, also twice.
 */
export const joinLoop = (
  lan: Bridge["lan"],
  joinId: string,
  input: { readonly invite: string; readonly name: string; readonly deviceLabel: string },
  keep: (admission: Admission) => Promise<JoinState["problem"]>,
): Joining => {
  const state = liveCell<JoinState>(connecting);
  const fail = (problem: JoinState["problem"]): void =>
    state.set({ ...state.get(), step: "failed", compareWords: false, problem });

  const follow = async (progress: JoinProgress): Promise<void> => {
    const problem = progress.step === "admitted" ? await keep(progress) : null;
    if (problem === null) state.set(shown(state.get(), progress));
    else fail(problem);
  };
  const undo = lan.onJoin((notice) => {
    if (notice.joinId !== joinId) return;
    // After the last notice of an attempt there is nothing more to hear.
    if (isLast(notice.progress)) undo();
    void follow(notice.progress);
  });
  const ask = async (): Promise<void> => {
    const asked = expectedOnly(await lan.join({ joinId, ...input }));
    if (asked.ok) return;
    undo();
    fail(asked.error);
  };
  const leave = (): void => {
    undo();
    if (state.get().step !== "admitted") void lan.cancelJoin({ joinId });
  };
  void ask();

  return {
    get: state.get,
    subscribe: state.subscribe,
    confirmWords: () => void lan.confirmWords({ joinId }),
    refuseWords: () => {
      if (state.get().step !== "waiting") return;
      leave();
      fail({ type: "wordsDiffer" });
    },
    cancel: leave,
  };
};
