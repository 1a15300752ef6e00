import { join } from "node:path";
import { app } from "electron";

const builtFile = (...parts: readonly string[]): string => join(app.getAppPath(), "out", ...parts);

export const rendererFolder = (): string => builtFile("renderer");
export const preloadFile = (): string => builtFile("preload", "index.cjs");
/** The preload file of the candidate's window, which knows nothing of the staff window's questions. */
export const candidatePreloadFile = (): string => builtFile("preload", "candidate.cjs");
