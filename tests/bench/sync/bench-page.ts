/** What a page is told before it meets the other. */
export interface BenchSetup {
  readonly laptop: 0 | 1;
  /** Where the two are introduced to each other, or the server they work through. */
  readonly server: string;
}

/** One laptop inside a window, whatever keeps it in step with the other. Times are the window's own, in milliseconds. */
export interface BenchPage {
  /** Opens the disk and looks for the other. */
  readonly start: (setup: BenchSetup) => Promise<void>;
  /** Sets one mark of a question; gives the moment before. */
  readonly edit: (question: number) => number;
  /** Waits for the next change that the other makes, from now on. */
  readonly watch: () => void;
  /** The moment this window's observer had that change. */
  readonly seen: () => Promise<number>;
}

/** The next moment an observer ran, for pages to build `watch` and `seen` from. */
export const nextMoment = () => {
  let resolve: (moment: number) => void = () => undefined;
  let moment: Promise<number> = Promise.resolve(0);
  return {
    watch: (): void => {
      moment = new Promise((done) => {
        resolve = done;
      });
    },
    note: (): void => resolve(performance.now()),
    seen: (): Promise<number> => moment,
  };
};

/** What an edit writes, under which key: the same for everybody who is measured. */
export const markOf = (question: number) => ({
  key: `morning/q-${question}/ana`,
  mark: { slotId: "morning", questionId: `q-${question}`, personId: "ana", state: "asked" },
});

declare global {
  interface Window {
    bench: BenchPage;
  }
}
