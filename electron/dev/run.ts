import { type ChildProcess, spawn } from "node:child_process";

export interface Finished {
  /** The exit code; a signal counts as 1. */
  readonly code: number;
  /** Both streams together, where they were kept. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Shows what the program prints instead of keeping it. */
  readonly show?: boolean;
  readonly timeoutMs?: number;
}

const endings: readonly NodeJS.Signals[] = ["SIGTERM", "SIGHUP", "SIGINT"];

/** Ends the child together with this process, so that no window outlives the command that opened it. */
const endTogether = (child: ChildProcess): (() => void) => {
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  for (const signal of endings) process.on(signal, forward);
  return () => {
    for (const signal of endings) process.off(signal, forward);
  };
};

/** Runs a program to its end. A program that does not exist ends with code 127 instead of throwing. */
export const run = (program: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> =>
  new Promise((done) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? "inherit" : ["ignore", "pipe", "pipe"],
      timeout: options.timeoutMs,
    });
    let output = "";
    const keep = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const release = endTogether(child);
    const end = (finished: Finished): void => {
      release();
      done(finished);
    };
    child.once("error", (error) => end({ code: 127, output: `${output}${error.message}` }));
    child.once("close", (code) => end({ code: code ?? 1, output }));
  });
