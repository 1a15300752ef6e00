import { useEffect } from "react";
import type { Live } from "../domain/live";
import type { OpenedFile } from "../shell/shell";
import { useServices } from "./services";
import { useLive } from "./use-live";

/** The file a person opened with the program from outside it, until the screen for its kind has taken it. */
export interface OpenedFiles {
  readonly current: Live<OpenedFile | null>;
  /** The screen has it now. */
  readonly done: () => void;
}

/** Gives this screen the text file of its kind that was opened from outside, once; or why it could not be read. */
export const useOpenedText = (
  kind: "kit" | "invite",
  take: (read: Extract<OpenedFile, { readonly kind: "kit" | "invite" }>["read"]) => void,
): void => {
  const { opened } = useServices();
  const file = useLive(opened.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is taken once, whatever the screen renders
  useEffect(() => {
    if (file === null || file.kind === "bundle" || file.kind !== kind) return;
    opened.done();
    take(file.read);
  }, [file]);
};
