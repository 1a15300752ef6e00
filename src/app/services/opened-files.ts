import type { OpenedFiles } from "../../bindings/opened-files";
import { liveCell } from "../../domain/live";
import type { OpenedFile, Shell } from "../../shell/shell";

/** Takes what main collected, now and whenever there is more; of several files the last one is shown. */
export const createOpenedFiles = (
  shell: Pick<Shell, "takeOpenedFiles" | "onOpenedFiles">,
): OpenedFiles & { readonly undo: () => void } => {
  const current = liveCell<OpenedFile | null>(null);
  const take = async (): Promise<void> => {
    const newest = (await shell.takeOpenedFiles()).at(-1);
    if (newest !== undefined) current.set(newest);
  };
  const undo = shell.onOpenedFiles(() => void take());
  void take();
  return { current, done: () => current.set(null), undo };
};
