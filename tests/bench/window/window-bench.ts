/** What the page of the timed screens does when a bench asks it. */
export interface WindowBench {
  /** Opens the program anew on a laptop with this record, in the loop's room. */
  readonly open: (recordText: string) => Promise<void>;
  /** Goes to the debrief and back; milliseconds until the debrief was painted. */
  readonly paintDebrief: () => Promise<number>;
  /** How long the window was held up at most while nothing was asked of it for so many milliseconds. */
  readonly restFor: (milliseconds: number) => Promise<number>;
  /** Exports the HR file: how long that took, and how long the window was held up at most, both in milliseconds. */
  readonly exportPack: () => Promise<{ readonly tookMs: number; readonly heldUpMs: number }>;
}

declare global {
  interface Window {
    readonly windowBench: WindowBench;
  }
}
