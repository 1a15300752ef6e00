import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A helper process that reads orders and answers line by line; it ends when its input is closed. */
export interface LineChild {
  readonly tell: (line: string) => void;
  readonly nextLine: () => Promise<string>;
  /** Closes the helper's input and resolves when the helper is gone. */
  readonly end: () => Promise<void>;
}

type Waiter = { readonly done: (line: string) => void; readonly fail: (error: Error) => void };

const goneOf = (child: ChildProcess): Promise<void> =>
  new Promise((done) => child.once("close", () => done()));

/** Starts a helper in a session of its own, so that Ctrl C at the terminal reaches only the lab itself. */
export const startLineChild = (
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = process.env,
): LineChild => {
  const [program, ...args] = command;
  const child = spawn(program, args, { env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  const gone = goneOf(child);
  const waiting: Waiter[] = [];
  const early: string[] = [];
  let said = "";
  child.stderr?.on("data", (bytes: Buffer) => {
    said = `${said}${bytes.toString()}`.slice(-4000);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const next = waiting.shift();
    if (next === undefined) early.push(line);
    else next.done(line);
  });
  void gone.then(() => {
    for (const { fail } of waiting.splice(0)) fail(new Error(`${program} ended: ${said}`));
  });
  return {
    tell: (line) => {
      child.stdin?.write(`${line}\n`);
    },
    nextLine: () => {
      const known = early.shift();
      if (known !== undefined) return Promise.resolve(known);
      if (child.exitCode !== null) return Promise.reject(new Error(`${program} has ended: ${said}`));
      return new Promise((done, fail) => waiting.push({ done, fail }));
    },
    end: async () => {
      child.stdin?.end();
      await gone;
    },
  };
};
