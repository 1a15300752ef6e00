import { spawn } from "node:child_process";

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
    child.once("error", (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
