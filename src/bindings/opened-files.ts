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

/** Runs once for each opened file that this screen takes. */
const useOpenedFile = (take: (file: OpenedFile) => boolean): void => {
  const { opened } = useServices();
  const file = useLive(opened.current);
  useEffect(() => {
    // What is current may have been taken since the screen was drawn.
    if (file === null || opened.current.get() !== file) return;
    if (take(file)) opened.done();
  }, [file, opened, take]);
};

/** Gives this screen the text file of its kind that was opened from outside, once; or why it could not be read. */
export const useOpenedText = (
  kind: "kit" | "invite",
  take: (read: Extract<OpenedFile, { readonly kind: "kit" | "invite" }>["read"]) => void,
): void =>
  useOpenedFile((file) => {
    if (file.kind === "bundle" || file.kind !== kind) return false;
    take(file.read);
    return true;
  });

/** Tells this screen, once, that a bundle was opened from outside: main has it in place of the next file dialog. */
export const useOpenedBundle = (choose: (() => void) | null): void =>
  useOpenedFile((file) => {
    if (file.kind !== "bundle" || choose === null) return false;
    choose();
    return true;
  });
